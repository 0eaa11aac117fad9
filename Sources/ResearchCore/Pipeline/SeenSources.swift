/// Which sources a list has named before, by the fingerprints of their addresses or paths.
struct SeenSources {
  private var first: [Fingerprint: Int32] = [:]

  /// The source, marked as a duplicate where one like it came before.
  mutating func marking(_ source: Source) -> Source {
    guard let fingerprint = source.fingerprint else { return source }
    if let earlier = first[fingerprint] {
      var source = source
      source.target = .duplicate(of: Int(earlier))
      return source
    }
    first[fingerprint] = Int32(clamping: source.index)
    return source
  }
}

/// A short stand-in for an address or path: FNV-1a of 128 bits (RFC 9923).
struct Fingerprint: Sendable, Hashable {
  private let value: UInt128

  /// The fingerprint of a normalised address or path.
  init(_ text: String) {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    value = hash
  }
}
