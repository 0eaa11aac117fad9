/// Finds the IPv4 addresses that IPv6 addresses carry, and that traffic for them may end at.
enum EmbeddedIPv4 {
  /// Returns the IPv4 address that a mapped one (::ffff:0:0/96) is another way of writing.
  static func mapped(in address: [UInt8]) -> [UInt8]? {
    guard address.count == 16, address.starts(with: zeros(10) + [255, 255]) else { return nil }
    return Array(address[12...])
  }

  /// Returns every IPv4 address that an address carries by one of the schemes in use.
  static func all(in address: [UInt8]) -> [[UInt8]] {
    guard address.count == 16 else { return [] }
    return sixToFour(address) + teredo(address) + translated(address) + compatible(address)
      + isatap(address)
  }

  /// 2002::/16 (RFC 3056): the site's router.
  private static func sixToFour(_ address: [UInt8]) -> [[UInt8]] {
    address.starts(with: [0x20, 0x02]) ? [Array(address[2..<6])] : []
  }

  /// 2001::/32 (RFC 4380, section 4): the server, and the client with its bits inverted.
  private static func teredo(_ address: [UInt8]) -> [[UInt8]] {
    guard address.starts(with: [0x20, 0x01, 0, 0]) else { return [] }
    return [Array(address[4..<8]), address[12...].map { ~$0 }]
  }

  /// 64:ff9b::/96 and 64:ff9b:1::/48 (RFC 6052, section 2.2, and RFC 8215), and ::ffff:0:0:0/96
  /// (RFC 2765).
  ///
  /// How long the prefix is within the local block is a site's choice: each is looked at. The byte
  /// after the first 64 bits is no part of the address.
  private static func translated(_ address: [UInt8]) -> [[UInt8]] {
    let last = Array(address[12...])
    if address.starts(with: [0, 0x64, 0xff, 0x9b] + zeros(8)) { return [last] }
    if address.starts(with: zeros(8) + [255, 255, 0, 0]) { return [last] }
    guard address.starts(with: [0, 0x64, 0xff, 0x9b, 0, 1]) else { return [] }
    return [[6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12], [12, 13, 14, 15]].map { places in
      places.map { address[$0] }
    }
  }

  /// ::/96 (RFC 4291, section 2.5.5.1), without :: and ::1.
  private static func compatible(_ address: [UInt8]) -> [[UInt8]] {
    guard address.starts(with: zeros(12)), address[12...] > [0, 0, 0, 1] else { return [] }
    return [Array(address[12...])]
  }

  /// An interface of ISATAP (RFC 5214, section 6.1), under any prefix.
  private static func isatap(_ address: [UInt8]) -> [[UInt8]] {
    guard address[8] & ~2 == 0, address[9...11].elementsEqual([0, 0x5e, 0xfe]) else { return [] }
    return [Array(address[12...])]
  }

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}

/// Whether the first of two addresses of equal length comes after the second.
private func > (first: ArraySlice<UInt8>, second: [UInt8]) -> Bool {
  second.lexicographicallyPrecedes(first)
}
