internal import Glibc

/// Which addresses may be reached, judged by the address that is really connected to.
///
/// Link-local addresses, where clouds keep their secrets, are always refused. A list may name private
/// addresses, but a page of the public internet may not lead there.
package struct AddressPolicy: Sendable, Equatable {
  /// Redirects, too, may lead to private addresses.
  package var allowsPrivate = false
  /// Not even an address that was typed may be private.
  package var blocksPrivate = false
  /// The first block that contains an address gives its class; what is in none is public.
  package var blocks = AddressBlock.standard

  /// Makes the default policy.
  package init() {}

  /// Whether a host is private by its name alone: an address in text, in brackets or not, or this
  /// machine's name for itself.
  package func isPrivate(host: String) -> Bool {
    let name = String(host.drop { $0 == "[" }.prefix { $0 != "]" })
    if name == "localhost" || name.hasSuffix(".localhost") { return true }
    return binaryAddress(name).map { addressClass(of: $0) == .private } ?? false
  }

  /// Returns the class of an address in binary form, 4 or 16 bytes.
  func addressClass(of address: [UInt8]) -> AddressClass {
    let address = embeddedIPv4(in: address) ?? address
    return blocks.first { $0.contains(address) }?.addressClass ?? .public
  }

  /// IPv4 in IPv6 clothes: mapped, compatible, NAT64 (RFC 6052) and 6to4 (RFC 3056) addresses.
  private func embeddedIPv4(in address: [UInt8]) -> [UInt8]? {
    guard address.count == 16 else { return nil }
    let prefix = address.prefix(12)
    let zeros = [UInt8](repeating: 0, count: 10)
    if prefix.elementsEqual(zeros + [255, 255]) { return Array(address.suffix(4)) }
    if prefix.elementsEqual([0, 100, 255, 155] + zeros.prefix(8)) {
      return Array(address.suffix(4))
    }
    if address.starts(with: [32, 2]) { return Array(address[2..<6]) }
    guard prefix.elementsEqual(zeros + [0, 0]), address[12] != 0 else { return nil }
    return Array(address.suffix(4))
  }
}

/// Where an address leads.
package enum AddressClass: Sendable, Equatable {
  case `public`
  case `private`
  case linkLocal
}

/// A block of addresses, such as 10.0.0.0/8, and its class.
package struct AddressBlock: Sendable, Equatable {
  package let addressClass: AddressClass
  private let prefix: [UInt8]
  private let length: Int

  /// Reads a block written as ADDRESS/LENGTH; returns `nil` if it is none.
  package init?(_ text: String, _ addressClass: AddressClass) {
    let parts = text.split(separator: "/")
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

  /// The special blocks of IANA's registries (RFC 6890): what is not the public internet.
  package static let standard: [AddressBlock] =
    ["169.254.0.0/16", "fe80::/10"].compactMap { AddressBlock($0, .linkLocal) }
    + [
      "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24",
      "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/127", "fc00::/7",
      "fec0::/10", "ff00::/8",
    ].compactMap { AddressBlock($0, .private) }
}

/// Returns the 4 or 16 bytes of an address in text, in the order of the network.
func binaryAddress(_ text: String) -> [UInt8]? {
  // A zone ("%eth0") names an interface, not another address.
  let text = String(text.prefix { $0 != "%" })
  var bytes = [UInt8](repeating: 0, count: 16)
  if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
  return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
}
