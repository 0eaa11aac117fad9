/// Reads text as words without regard to case and signs, to compare lines that are written a little differently.
///
/// A word is a run of letters and digits; in scripts written without spaces each character is a word. Case is folded for
/// ASCII and for the Latin, Greek and Cyrillic letters of two bytes.
enum WordFolder {
  /// The hashes of the words, at most `limit` of them.
  static func words(_ text: ArraySlice<UInt8>, limit: Int = .max) -> [UInt64] {
    let bytes = text.span
    var words: [UInt64] = []
    words.reserveCapacity(min(limit, bytes.count / 5 + 1))
    var hash = NameHash()
    var isInWord = false
    var index = 0
    while index < bytes.count && words.count < limit {
      let value = scalar(bytes, &index)
      let isAlone = value > 0x2E80 && (Unicode.Scalar(value)?.isWrittenWithoutSpaces ?? false)
      if isInWord && (value == 0 || isAlone) {
        words.append(hash.value)
        hash = NameHash()
        isInWord = false
      }
      guard value != 0 else { continue }
      hash.add(UInt8(truncatingIfNeeded: value))
      if value > 0xFF { hash.add(UInt8(truncatingIfNeeded: value >> 8)) }
      if value > 0xFFFF { hash.add(UInt8(truncatingIfNeeded: value >> 16)) }
      isInWord = !isAlone
      if isAlone {
        words.append(hash.value)
        hash = NameHash()
      }
    }
    if isInWord { words.append(hash.value) }
    return words
  }

  /// One hash for a list of words.
  static func hash(_ words: some Sequence<UInt64>) -> UInt64 {
    var value: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words { value = (value ^ word) &* 0x100_0000_01b3 }
    return value
  }

  /// The folded letters and digits without anything between them.
  static func squashed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = text.span
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let value = scalar(bytes, &index)
      if value != 0, let scalar = Unicode.Scalar(value), let code = UTF8.encode(scalar) {
        result.append(contentsOf: code)
      }
    }
    return result
  }

  /// The hash of one word written in ASCII or the scripts above.
  static func word(_ text: String) -> UInt64 {
    words(Array(text.utf8)[...]).first ?? 0
  }

  /// The folded letter or digit at a place, 0 for what stands between words; moves on behind it.
  @inline(__always)
  private static func scalar(_ text: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let byte = text[index]
    guard byte >= 0x80 else {
      index += 1
      return byte.isASCIILetter || byte.isASCIIDigit ? UInt32(byte.asciiLowered) : 0
    }
    return wideScalar(text, &index)
  }

  private static func wideScalar(_ text: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let byte = text[index]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard index + length <= text.count else {
      index = text.count
      return 0
    }
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    index += length
    return folded(value)
  }

  /// The small letter; 0 for signs.
  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: 0
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value % 2 == 1 ? value + 1 : value
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x303F,
      0xE000...0xF8FF, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFD:
      0
    default: value
    }
  }
}
