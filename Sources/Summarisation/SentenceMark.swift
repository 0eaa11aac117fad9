/// What a scalar does at the end of a sentence.
enum SentenceMark {
  /// Ends a sentence when a space and a new beginning follow: `.` and the ellipsis.
  case stop
  /// The same, and no abbreviation has it: `!`, `?` and their kin.
  case strong
  /// Ends a sentence whatever follows: the marks of scripts without spaces, the danda.
  case wide
  /// The Ethiopic mark between words, which ends a sentence where it is written twice.
  case wordspace

  init?(_ value: UInt32) {
    switch value {
    case 0x2E, 0x2026, 0x6D4, 0xFF0E: self = .stop
    case 0x21, 0x3F, 0x61F, 0x589, 0x203C, 0x203D, 0x2047...0x2049, 0x37E: self = .strong
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x964, 0x965, 0x104B, 0x17D4, 0x17D5, 0x1362,
      0x1367, 0x1368:
      self = .wide
    case 0x1361: self = .wordspace
    default: return nil
    }
  }

  /// Whether the scalar may close a quotation or bracket after the mark, or hang on to it: an
  /// asterisk, a raised number, an emoji.
  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x2A, 0x5D, 0x5F, 0x7D, 0xAB, 0xB2, 0xB3, 0xB9, 0xBB, 0x2019, 0x201C,
      0x201D, 0x2020, 0x2021, 0x203A, 0x2070...0x2079, 0x200D, 0x2764, 0x300D, 0x300F, 0x3011,
      0x300B, 0x3009, 0x3015, 0xFE0F, 0xFF09, 0xFF3D, 0xFF5D, 0xFF63, 0x1F1E6...0x1FAFF:
      true
    default: false
    }
  }

  /// Whether the scalar opens a quotation in some languages and closes it in others.
  static func isEitherWay(_ value: UInt32) -> Bool { value == 0x201C || value == 0xAB }

  /// Whether the scalar may open what the next sentence begins with.
  static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0xAB, 0xBB, 0xBF, 0xA1, 0x2018, 0x2019, 0x201A, 0x201C,
      0x201D, 0x201E, 0x2039, 0x203A, 0x2022, 0x2A, 0x300C, 0x300E:
      true
    default: isDash(value)
    }
  }

  /// Whether the scalar is a dash, behind which a space may stand before the sentence goes on.
  static func isDash(_ value: UInt32) -> Bool { value == 0x2D || value &- 0x2012 < 4 }

  /// Whether the scalar opens a sentence even where the space before it is lost.
  static func opensWithoutSpace(_ value: UInt32) -> Bool {
    [0xA1, 0xBF, 0x201C, 0x201E, 0xAB, 0x300C, 0x300E].contains(value)
  }
}
