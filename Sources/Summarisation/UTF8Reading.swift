/// A Unicode scalar read from UTF-8, and the bytes that it took.
struct ReadScalar {
  var value: UInt32
  var length: Int
}

extension Span where Element == UInt8 {
  /// The scalar that begins at `index`; a broken sequence gives U+FFFD of one byte.
  @inline(__always)
  func scalar(at index: Int) -> ReadScalar {
    let lead = self[index]
    return lead < 0x80 ? ReadScalar(value: UInt32(lead), length: 1) : longScalar(lead, at: index)
  }

  /// The scalar that ends before `index`, which is above 0; a broken one gives U+FFFD of one byte.
  func scalar(before index: Int) -> ReadScalar {
    var start = index - 1
    while start > 0, start > index - 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = scalar(at: start)
    return start + scalar.length == index ? scalar : ReadScalar(value: 0xFFFD, length: 1)
  }

  /// The last place up to `limit` where a scalar ends.
  func scalarBoundary(atMost limit: Int) -> Int {
    guard limit < count else { return count }
    var end = limit
    while end > 0, end > limit - 4, self[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The bytes of `range` in small letters.
  func lowered(_ range: Range<Int>) -> [UInt8] {
    var lowered: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = scalar(at: index)
      lowered.append(scalar: CaseFolding.lower(scalar.value))
      index += scalar.length
    }
    return lowered
  }

  /// How many scalars begin within the bytes of `range`.
  func scalarCount(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func longScalar(_ lead: UInt8, at index: Int) -> ReadScalar {
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= count else { return ReadScalar(value: 0xFFFD, length: 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return ReadScalar(value: value, length: length)
  }
}

extension Array where Element == UInt8 {
  /// Adds a scalar as UTF-8.
  mutating func append(scalar value: UInt32) {
    switch value {
    case ..<0x80:
      append(UInt8(value))
    case ..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case ..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18 & 0x07))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}

extension Span where Element == UInt8 {
  /// The text of a range of bytes.
  func string(in range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for index in range { buffer[index - range.lowerBound] = self[index] }
      return range.count
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether `word` stands at `start`.
  func holds(_ word: [UInt8], at start: Int) -> Bool {
    guard start >= 0, start + word.count <= count else { return false }
    for offset in word.indices where self[start + offset] != word[offset] { return false }
    return true
  }

  /// Whether `word` stands before `end`.
  func ends(_ word: [UInt8], at end: Int) -> Bool { holds(word, at: end - word.count) }
}
