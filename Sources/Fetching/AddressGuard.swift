/// Holds the connections of one fetch, hop by hop, against the address policy.
struct AddressGuard {
  let policy: AddressPolicy
  /// Whether a public page has led here, within this fetch or before it.
  private(set) var hasBeenPublic: Bool
  private let isTyped: Bool
  private var hasProxy = false

  /// The other end of a connection.
  struct Peer: Equatable {
    let address: [UInt8]
    let port: Int
  }

  /// Guards a fetch; one that a public page has led to may reach no private address from the start,
  /// and one that is typed may reach them whoever has named the pages.
  init(policy: AddressPolicy, isLedByPublic: Bool = false, isTyped: Bool = false) {
    self.policy = policy
    self.isTyped = isTyped
    hasBeenPublic = isLedByPublic
  }

  /// Begins a request to a host; returns why it may not be sent, or `nil`.
  ///
  /// Behind a proxy the connection says nothing of the site: there a host that is written as an
  /// address is judged by that, and every other counts as public.
  mutating func begin(_ host: String, throughProxy: Bool) -> String? {
    hasProxy = throughProxy
    guard throughProxy else { return nil }
    let addressClass = policy.addressClass(ofHost: host) ?? .public
    if let objection = objection(to: addressClass) { return objection }
    if addressClass == .public { hasBeenPublic = true }
    return nil
  }

  /// Returns why the peer may not be reached, or `nil`; a proxy counts as typed.
  func objection(to peer: Peer) -> String? {
    let addressClass = policy.addressClass(of: peer.address)
    if hasProxy, addressClass == .private, !policy.blocksPrivate { return nil }
    return objection(to: addressClass)
  }

  /// Notes where a request is really sent: from a public site no way leads to a private one, not
  /// even that of a second attempt for which the name means another address.
  mutating func note(_ peer: Peer) {
    if !hasProxy, policy.addressClass(of: peer.address) == .public { hasBeenPublic = true }
  }

  private func objection(to addressClass: AddressClass) -> String? {
    switch addressClass {
    case .public: return nil
    case .linkLocal: return "it is link-local, where cloud machines keep their secrets"
    case .private:
      if policy.blocksPrivate { return "it is private (--block-private)" }
      if policy.allowsPrivate { return nil }
      if hasBeenPublic {
        return "a public page leads to this private address (--allow-private lets it)"
      }
      guard policy.reach == .publicOnly, !isTyped else { return nil }
      return "it is private, and only public pages may be named here (--allow-private lets it)"
    }
  }
}
