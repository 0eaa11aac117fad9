/// Signs of a line's part in the page that its bytes show.
extension ArraySlice<UInt8> {
  /// Nothing but an address.
  var isBareAddress: Bool {
    guard starts(withFolded: "http", at: startIndex) || starts(withFolded: "www.", at: startIndex)
    else { return false }
    return !contains(0x20)
  }

  /// The colon, bar, bracket or sign behind the first word of a caption.
  var hasCaptionMark: Bool {
    for (index, byte) in enumerated() {
      if byte == 0x3A || byte == 0x7C || byte == 0x2F || byte == 0x28 { return true }
      if byte == 0xC2 && index + 1 < count && self[startIndex + index + 1] == 0xA9 { return true }
      if index >= 24 { return false }
    }
    return false
  }

  /// "©" or "(c)".
  var beginsWithCopyright: Bool {
    starts(with: [0xC2, 0xA9]) || starts(withFolded: "(c) ", at: startIndex)
  }

  /// A year, a time of day, or a day in digits.
  var holdsDateOrTime: Bool {
    var index = startIndex
    while index < endIndex {
      guard self[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      while index < endIndex && self[index].isASCIIDigit { index += 1 }
      let length = index - start
      if length == 4
        && (self[start] == 0x31 && self[start + 1] == 0x39
          || self[start] == 0x32 && self[start + 1] == 0x30)
      {
        return true
      }
      guard length <= 2, index + 1 < endIndex else { continue }
      let mark = self[index]
      let hasDigit = self[index + 1].isASCIIDigit
      if hasDigit && (mark == 0x3A || (mark == 0x2E && index + 2 < endIndex)) { return true }
      if hasDigit && (mark == 0x2F || mark == 0x2D) { return true }
    }
    return false
  }
}
