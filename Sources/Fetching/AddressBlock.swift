/// A block of addresses, such as 10.0.0.0/8, and its class.
package struct AddressBlock: Sendable, Equatable {
  package let addressClass: AddressClass
  private let prefix: [UInt8]
  private let length: Int

  /// Reads a block written as ADDRESS/LENGTH; returns `nil` if it is none.
  package init?(_ text: String, _ addressClass: AddressClass) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]),
      let prefix = binaryAddress(String(parts[0])), (0...prefix.count * 8).contains(length)
    else { return nil }
    self.addressClass = addressClass
    self.prefix = prefix
    self.length = length
  }

  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == prefix.count else { return false }
    let whole = length / 8
    guard address.prefix(whole).elementsEqual(prefix.prefix(whole)) else { return false }
    let rest = length % 8
    return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0
  }
}

extension AddressBlock {
  /// The blocks of IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), where private
  /// stands for what is not "globally reachable", and of its registries of multicast addresses.
  ///
  /// Of IPv6 only what is handed out as global unicast (2000::/3) is the public internet. Blocks
  /// that the registries call globally reachable and no wider block holds need no mention.
  package static let standard =
    blocks(linkLocal, .linkLocal) + blocks(reachable, .public) + blocks(unreachable, .private)
    + blocks(["2000::/3"], .public) + blocks(["::/0"], .private)

  private static func blocks(_ texts: [String], _ addressClass: AddressClass) -> [AddressBlock] {
    texts.compactMap { AddressBlock($0, addressClass) }
  }

  private static let linkLocal = ["169.254.0.0/16", "fe80::/10"]

  /// Globally reachable exceptions within wider blocks that are not.
  private static let reachable = [
    // Anycast of PCP and TURN (RFC 7723, RFC 8155).
    "192.0.0.9/32", "192.0.0.10/32", "2001:1::1/128", "2001:1::2/128",
    // Service registration, AMT, AS112, ORCHIDv2, drones' tags (RFC 9665, 7450, 7535, 7343, 9374).
    "2001:1::3/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28",
    // IPv4 behind a translator (RFC 6052).
    "64:ff9b::/96",
  ]

  private static let unreachable = [
    // This network, private use, shared space, loopback (RFC 791, 1918, 6598, 1122).
    "0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8",
    // The IETF's own, documentation, benchmarks (RFC 6890, 5737, 2544).
    "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15",
    // Relays of 6to4, multicast, reserved and broadcast (RFC 7526, 5771, 1112, 919).
    "192.88.99.0/24", "224.0.0.0/4", "240.0.0.0/4",
    // The IETF's own, Teredo and benchmarks among it; documentation (RFC 2928, 3849, 9637).
    "2001::/23", "2001:db8::/32", "3fff::/20",
  ]
}
