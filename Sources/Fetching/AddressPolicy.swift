/// Which addresses may be reached, judged by the address that is really connected to.
///
/// Link-local addresses, where clouds keep their secrets, are always refused. A list that was typed
/// may name private addresses, but a page of the public internet may not lead there.
package struct AddressPolicy: Sendable, Equatable {
  /// Who has named the pages that are fetched.
  package enum Reach: Sendable, Equatable {
    /// Who runs the program: a page may be at any address that is not link-local.
    case typed
    /// Somebody across the network: private addresses are not theirs to reach, unless they are
    /// allowed. What is typed beside, a proxy and a model's address, may be anywhere all the same.
    case publicOnly
  }

  package var reach = Reach.typed
  /// What comes from elsewhere, too, may lead to private addresses: redirects, and lists.
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
    addressClass(ofHost: host) == .private
  }

  /// Returns the class of a host that is written as an address, or is this machine's name for
  /// itself; `nil` for other names.
  func addressClass(ofHost host: String) -> AddressClass? {
    var name = host.drop { $0 == "[" }.prefix { $0 != "]" }
    if name.last == "." { name.removeLast() }
    if name == "localhost" || name.hasSuffix(".localhost") {
      return addressClass(of: [127, 0, 0, 1])
    }
    let address = binaryAddress(String(name)) ?? IPv4Notation.address(String(name))
    return address.map(addressClass)
  }

  /// Returns the class of an address in binary form, 4 or 16 bytes.
  ///
  /// An address that carries another is of the stricter class of the two.
  func addressClass(of address: [UInt8]) -> AddressClass {
    if let mapped = EmbeddedIPv4.mapped(in: address) { return listedClass(of: mapped) }
    return EmbeddedIPv4.all(in: address).map(listedClass)
      .reduce(listedClass(of: address), max)
  }

  private func listedClass(of address: [UInt8]) -> AddressClass {
    blocks.first { $0.contains(address) }?.addressClass ?? .public
  }
}

/// Where an address leads, the strictest last.
package enum AddressClass: Sendable, Equatable, Comparable {
  case `public`
  case `private`
  case linkLocal
}
