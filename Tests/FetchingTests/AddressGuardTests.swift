import Testing

@testable import Fetching

struct AddressGuardTests {
  private let publicPeer = AddressGuard.Peer(address: [93, 184, 216, 34], port: 80)
  private let privatePeer = AddressGuard.Peer(address: [10, 0, 0, 1], port: 80)
  private let linkLocalPeer = AddressGuard.Peer(address: [169, 254, 169, 254], port: 80)

  private func allows(
    _ peers: [AddressGuard.Peer],
    mayUseProxy: Bool = false,
    isLedByPublic: Bool = false,
    _ change: (inout AddressPolicy) -> Void = { _ in }
  ) -> Bool {
    var policy = AddressPolicy()
    change(&policy)
    var guardian = AddressGuard(
      policy: policy,
      mayUseProxy: mayUseProxy,
      isLedByPublic: isLedByPublic
    )
    for (index, peer) in peers.enumerated() {
      if guardian.objection(to: peer, isRedirected: index > 0) != nil { return false }
      guardian.note(peer)
    }
    return true
  }

  @Test func `lets typed addresses be private`() {
    #expect(allows([privatePeer]))
    #expect(allows([privatePeer, privatePeer]))
    #expect(allows([privatePeer, publicPeer]))
    #expect(!allows([privatePeer]) { $0.blocksPrivate = true })
    #expect(allows([publicPeer]) { $0.blocksPrivate = true })
  }

  @Test func `lets no public page lead to a private address`() {
    #expect(!allows([publicPeer, privatePeer]))
    #expect(!allows([publicPeer, publicPeer, privatePeer]))
    #expect(allows([publicPeer, privatePeer]) { $0.allowsPrivate = true })
    let other = AddressGuard.Peer(address: [10, 0, 0, 2], port: 80)
    #expect(!allows([privatePeer, publicPeer, other]))
  }

  @Test func `lets no fetch that a public page has led to begin at a private address`() {
    #expect(!allows([privatePeer], isLedByPublic: true))
    #expect(allows([publicPeer], isLedByPublic: true))
    #expect(!allows([publicPeer, privatePeer], isLedByPublic: true))
    #expect(allows([privatePeer], isLedByPublic: true) { $0.allowsPrivate = true })
  }

  @Test func `always refuses link-local addresses`() {
    #expect(!allows([linkLocalPeer]))
    #expect(!allows([publicPeer, linkLocalPeer]) { $0.allowsPrivate = true })
  }

  @Test func `counts a proxy as typed and the sites behind it as public`() {
    let proxy = AddressGuard.Peer(address: [127, 0, 0, 1], port: 3128)
    #expect(allows([proxy, proxy], mayUseProxy: true))
    #expect(!allows([proxy, privatePeer], mayUseProxy: true))
  }
}
