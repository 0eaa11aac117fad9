/// What is right and what is wrong in bytes that claim to be UTF-8.
///
/// A wrong part is the longest beginning of a sequence that could have been valid, as WHATWG Encoding and Unicode (section
/// 3.9, U+FFFD substitution of maximal subparts) have it.
struct UTF8Check {
  /// Characters outside ASCII that are rightly written.
  private(set) var letters = 0
  /// Wrong parts.
  private(set) var errors = 0

  init(_ source: [UInt8]) {
    let bytes = source.span
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (length, isValid) = Self.sequence(bytes, at: index)
      if isValid { letters += 1 } else { errors += 1 }
      index += length
    }
  }

  /// The bytes with one U+FFFD for each wrong part.
  static func repaired(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    let bytes = source.span
    var index = 0
    var start = 0
    func copy(upTo end: Int) {
      bytes.extracting(start..<end).withUnsafeBufferPointer { result.append(contentsOf: $0) }
    }
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (length, isValid) = Self.sequence(bytes, at: index)
      if !isValid {
        copy(upTo: index)
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        start = index + length
      }
      index += length
    }
    copy(upTo: bytes.count)
    return result
  }

  /// The length of what begins here, a character or a wrong part.
  private static func sequence(_ bytes: Span<UInt8>, at index: Int) -> (length: Int, isValid: Bool)
  {
    let lead = bytes[index]
    let wanted: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: wanted = 2
    case 0xE0...0xEF:
      wanted = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      wanted = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    var length = 1
    while length < wanted {
      guard index + length < bytes.count else { return (length, false) }
      let byte = bytes[index + length]
      guard byte >= low, byte <= high else { return (length, false) }
      (low, high) = (0x80, 0xBF)
      length += 1
    }
    return (wanted, true)
  }
}
