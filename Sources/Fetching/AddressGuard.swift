/// Holds the connections of one fetch, hop by hop, against the address policy.
struct AddressGuard {
  let policy: AddressPolicy
  /// A proxy may stand between: then an address says nothing about the site behind it.
  let mayUseProxy: Bool
  private var firstPeer: Peer?
  private var hasBeenPublic = false

  /// The other end of a connection.
  struct Peer: Equatable {
    let address: [UInt8]
    let port: Int
  }

  init(policy: AddressPolicy, mayUseProxy: Bool) {
    self.policy = policy
    self.mayUseProxy = mayUseProxy
  }

  /// Returns why the peer may not be reached, or `nil`.
  func objection(to peer: Peer, isRedirected: Bool) -> String? {
    switch policy.addressClass(of: peer.address) {
    case .public: return nil
    case .linkLocal: return "it is link-local, where cloud machines keep their secrets"
    case .private:
      if policy.blocksPrivate { return "it is private (--block-private)" }
      guard isRedirected, hasBeenPublic, !policy.allowsPrivate, peer != firstPeer else {
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
