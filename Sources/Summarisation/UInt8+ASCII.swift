/// Classes of ASCII bytes, for texts that are read byte by byte.
extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }

  var isLetterOrDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 26 }

  /// A space, a tab or what ends a line.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
