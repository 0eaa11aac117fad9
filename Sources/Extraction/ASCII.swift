/// Classes of bytes as HTML and JSON define them.
extension UInt8 {
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isASCIIUpper: Bool { self &- 0x41 < 26 }

  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// Tab, line feed, form feed, carriage return and space.
  @inline(__always)
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }

  /// HTML's white space without the form feed, which XML does not know.
  @inline(__always)
  var isHTMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

  @inline(__always)
  var asciiLowered: UInt8 { isASCIIUpper ? self | 0x20 : self }
}

/// Searches over bytes, without regard to the case of ASCII letters.
extension Collection<UInt8> where Index == Int {
  func starts(withFolded text: StaticString, at index: Int) -> Bool {
    guard index >= startIndex, endIndex - index >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { pattern in
      for offset in 0..<pattern.count where self[index + offset].asciiLowered != pattern[offset] {
        return false
      }
      return true
    }
  }

  /// The first place of a lower-case text at or after an index.
  func firstIndex(ofFolded text: StaticString, from start: Int) -> Int? {
    var index = start
    let last = endIndex - text.utf8CodeUnitCount
    let first = text.withUTF8Buffer { $0[0] }
    while index <= last {
      if self[index].asciiLowered == first && starts(withFolded: text, at: index) { return index }
      index += 1
    }
    return nil
  }

  func containsFolded(_ text: StaticString) -> Bool {
    firstIndex(ofFolded: text, from: startIndex) != nil
  }

  /// The bytes without HTML's white space at both ends.
  func trimmedHTMLSpace() -> SubSequence {
    var lower = startIndex
    var upper = endIndex
    while lower < upper && self[lower].isHTMLSpace { lower += 1 }
    while upper > lower && self[upper - 1].isHTMLSpace { upper -= 1 }
    return self[lower..<upper]
  }
}
