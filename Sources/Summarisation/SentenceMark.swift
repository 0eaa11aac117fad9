/// What a scalar does at the end of a sentence.
enum SentenceMark {
  /// Ends a sentence when a space and a new beginning follow: `.` and the ellipsis.
  case stop
  /// The same, and no abbreviation has it: `!`, `?` and their kin.
  case strong
  /// Ends a sentence whatever follows: the marks of scripts without spaces, the danda.
  case wide

  init?(_ value: UInt32) {
    switch value {
    case 0x2E, 0x2026: self = .stop
    case 0x21, 0x3F, 0x61F, 0x6D4, 0x589, 0x203C, 0x203D, 0x2047...0x2049, 0x1362, 0x1367:
      self = .strong
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x964, 0x965, 0x104B, 0x17D4, 0x17D5:
      self = .wide
    default: return nil
    }
  }

  /// Whether the scalar may close a quotation or bracket after the mark.
  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0xAB, 0x2019, 0x201D, 0x201C, 0x203A, 0x300D, 0x300F,
      0x3011, 0x300B, 0x3009, 0xFF09, 0xFF3D, 0xFF5D, 0xFF63, 0x3015:
      true
    default: false
    }
  }

  /// Whether the scalar may open what the next sentence begins with.
  static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0xAB, 0xBB, 0xBF, 0xA1, 0x2018, 0x2019, 0x201A, 0x201C,
      0x201D, 0x201E, 0x2039, 0x203A, 0x2013, 0x2014, 0x2D, 0x2022, 0x2A, 0x300C, 0x300E:
      true
    default: false
    }
  }
}
