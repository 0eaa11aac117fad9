/// A list of short texts that are looked for all at once, in one pass over the bytes, whatever their case.
///
/// The last four bytes read are a number; few of these numbers begin a marker, and only there the bytes are compared.
struct MarkerTable: Sendable {
  private struct Marker: Sendable {
    let text: [UInt8]
    let marks: ChallengeMarks
  }

  private var markers: [UInt32: [Marker]] = [:]
  private var beginnings = [UInt64](repeating: 0, count: 64)

  /// Reads markers in lower case, at least four bytes long each, separated by white space.
  init(_ lists: KeyValuePairs<ChallengeMarks, String>) {
    for (marks, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        let text = Array(word.utf8)
        guard text.count >= 4 else { continue }
        let key = text.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        markers[key, default: []].append(Marker(text: text, marks: marks))
        beginnings[Int(Self.slot(key) >> 6)] |= 1 << UInt64(Self.slot(key) & 63)
      }
    }
  }

  /// The marks of all markers in some bytes.
  func marks(in bytes: Span<UInt8>) -> ChallengeMarks {
    var marks: ChallengeMarks = []
    var key: UInt32 = 0
    for index in bytes.indices {
      key = key << 8 | UInt32(bytes[index].asciiLowered)
      let slot = Self.slot(key)
      guard beginnings[Int(slot >> 6)] & 1 << UInt64(slot & 63) != 0, index >= 3 else { continue }
      for marker in markers[key] ?? [] where Self.starts(bytes, with: marker.text, at: index - 3) {
        marks.formUnion(marker.marks)
      }
    }
    return marks
  }

  @inline(__always)
  private static func slot(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> 20 }

  private static func starts(_ bytes: Span<UInt8>, with text: [UInt8], at start: Int) -> Bool {
    guard bytes.count - start >= text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset].asciiLowered != text[offset] {
      return false
    }
    return true
  }
}
