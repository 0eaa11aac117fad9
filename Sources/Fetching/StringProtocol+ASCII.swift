extension StringProtocol {
  /// Says whether the two are equal but for the case of ASCII letters.
  func isEqualIgnoringCase(to other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// Returns the part between the blanks, tabs and line ends at both ends.
  func trimmingBlanks() -> String {
    let isBlank = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    let start = utf8.drop(while: isBlank)
    let end = start.reversed().drop(while: isBlank)
    return String(decoding: end.reversed(), as: UTF8.self)
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { (65...90).contains(self) ? self | 32 : self }

  var isASCIILetter: Bool { (97...122).contains(self | 32) }

  var isASCIIDigit: Bool { (48...57).contains(self) }
}
