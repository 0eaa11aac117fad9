/// Holds the connections of one fetch, hop by hop, against the address policy.
struct AddressGuard {
  let policy: AddressPolicy
  /// A proxy may stand between: then an address says nothing about the site behind it.
  let mayUseProxy: Bool
  private var firstPeer: Peer?
  /// Whether a public page has led here, within this fetch or before it.
  private(set) var hasBeenPublic: Bool
  private let wasLed: Bool

  /// The other end of a connection.
  struct Peer: Equatable {
    let address: [UInt8]
    let port: Int
  }

  /// Guards a fetch; one that a public page has led to counts as redirected from the start.
  init(policy: AddressPolicy, mayUseProxy: Bool, isLedByPublic: Bool = false) {
    self.policy = policy
    self.mayUseProxy = mayUseProxy
    hasBeenPublic = isLedByPublic
    wasLed = isLedByPublic
  }

  /// Returns why the peer may not be reached, or `nil`.
  func objection(to peer: Peer, isRedirected: Bool) -> String? {
    switch policy.addressClass(of: peer.address) {
    case .public: return nil
    case .linkLocal: return "it is link-local, where cloud machines keep their secrets"
    case .private:
      if policy.blocksPrivate { return "it is private (--block-private)" }
      guard isRedirected || wasLed, hasBeenPublic, !policy.allowsPrivate, peer != firstPeer else {
        return nil
      }
      return "a public page redirects to this private address (--allow-private lets it)"
    }
  }

  /// Notes where a request is really sent.
  ///
  /// Behind a proxy every site counts as public, and the proxy itself as typed: a redirect back to
  /// the peer of the first request leads through the same proxy or to the same server.
  mutating func note(_ peer: Peer) {
    firstPeer = firstPeer ?? peer
    if mayUseProxy || policy.addressClass(of: peer.address) == .public { hasBeenPublic = true }
  }
}
