import Testing

@testable import Fetching

struct AddressGuardTests {
  private let publicPeer = AddressGuard.Peer(address: [93, 184, 216, 34], port: 80)
  private let privatePeer = AddressGuard.Peer(address: [10, 0, 0, 1], port: 80)
  private let linkLocalPeer = AddressGuard.Peer(address: [169, 254, 169, 254], port: 80)
  private let proxy = AddressGuard.Peer(address: [127, 0, 0, 1], port: 3128)

  private func guardian(
    isLedByPublic: Bool = false,
    isTyped: Bool = false,
    _ change: (inout AddressPolicy) -> Void = { _ in }
  ) -> AddressGuard {
    var policy = AddressPolicy()
    change(&policy)
    return AddressGuard(policy: policy, isLedByPublic: isLedByPublic, isTyped: isTyped)
  }

  /// Whether all these peers may be connected to, one after the other.
  private func allows(
    _ peers: [AddressGuard.Peer],
    isLedByPublic: Bool = false,
    isTyped: Bool = false,
    _ change: (inout AddressPolicy) -> Void = { _ in }
  ) -> Bool {
    var guardian = guardian(isLedByPublic: isLedByPublic, isTyped: isTyped, change)
    for peer in peers {
      if guardian.begin("name.example", throughProxy: false) != nil { return false }
      if guardian.objection(to: peer) != nil { return false }
      guardian.note(peer)
    }
    return true
  }

  /// Whether these hosts may be asked for, one after the other, through a proxy.
  private func allows(
    hosts: [String],
    isLedByPublic: Bool = false,
    by proxy: AddressGuard.Peer? = nil,
    _ change: (inout AddressPolicy) -> Void = { _ in }
  ) -> Bool {
    var guardian = guardian(isLedByPublic: isLedByPublic, change)
    for host in hosts {
      if guardian.begin(host, throughProxy: true) != nil { return false }
      if guardian.objection(to: proxy ?? self.proxy) != nil { return false }
      guardian.note(proxy ?? self.proxy)
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
    #expect(!allows([privatePeer, publicPeer, privatePeer]))
    #expect(allows([publicPeer, privatePeer]) { $0.allowsPrivate = true })
  }

  @Test func `lets no fetch that a public page has led to begin at a private address`() {
    #expect(!allows([privatePeer], isLedByPublic: true))
    #expect(!allows([privatePeer], isLedByPublic: true, isTyped: true))
    #expect(allows([publicPeer], isLedByPublic: true))
    #expect(!allows([publicPeer, privatePeer], isLedByPublic: true))
    #expect(allows([privatePeer], isLedByPublic: true) { $0.allowsPrivate = true })
  }

  @Test func `lets a name that was public be private in no later attempt`() {
    var guardian = guardian()
    #expect(guardian.begin("rebinding.example", throughProxy: false) == nil)
    #expect(guardian.objection(to: publicPeer) == nil)
    guardian.note(publicPeer)
    // The connection breaks, and libcurl makes another for the same request.
    #expect(guardian.objection(to: privatePeer) != nil)
    #expect(guardian.hasBeenPublic)
  }

  @Test func `always refuses link-local addresses`() {
    #expect(!allows([linkLocalPeer]))
    #expect(!allows([linkLocalPeer], isTyped: true) { $0.allowsPrivate = true })
    #expect(!allows([publicPeer, linkLocalPeer]) { $0.allowsPrivate = true })
    #expect(!allows(hosts: ["a.example"], by: linkLocalPeer) { $0.allowsPrivate = true })
  }

  @Test func `lets a list from the network name public addresses only`() {
    #expect(!allows([privatePeer]) { $0.reach = .publicOnly })
    #expect(allows([publicPeer]) { $0.reach = .publicOnly })
    #expect(allows([privatePeer], isTyped: true) { $0.reach = .publicOnly })
    #expect(allows([privatePeer]) { ($0.reach, $0.allowsPrivate) = (.publicOnly, true) })
    #expect(!allows([linkLocalPeer]) { ($0.reach, $0.allowsPrivate) = (.publicOnly, true) })
    #expect(!allows(hosts: ["10.0.0.1"]) { $0.reach = .publicOnly })
    #expect(allows(hosts: ["a.example"]) { $0.reach = .publicOnly })
  }

  @Test func `counts a proxy as typed and the named sites behind it as public`() {
    #expect(allows(hosts: ["a.example", "b.example"]))
    #expect(allows(hosts: ["a.example"], isLedByPublic: true))
    #expect(!allows(hosts: ["a.example"]) { $0.blocksPrivate = true })
    var guardian = guardian()
    #expect(guardian.begin("a.example", throughProxy: true) == nil)
    #expect(guardian.hasBeenPublic)
    // Without the proxy, thanks to no_proxy, the next one would be reached itself.
    #expect(guardian.begin("b.example", throughProxy: false) == nil)
    #expect(guardian.objection(to: privatePeer) != nil)
    #expect(guardian.objection(to: proxy) != nil)
  }

  @Test(arguments: ["10.0.0.1", "[::1]", "localhost", "127.1", "0x7f000001", "[::ffff:10.0.0.1]"])
  func `judges what is written as an address behind a proxy, too`(host: String) {
    #expect(allows(hosts: [host]))
    #expect(allows(hosts: [host, host, "a.example"]))
    #expect(!allows(hosts: ["a.example", host]))
    #expect(!allows(hosts: ["93.184.216.34", host]))
    #expect(!allows(hosts: [host], isLedByPublic: true))
    #expect(allows(hosts: ["a.example", host]) { $0.allowsPrivate = true })
    #expect(!allows(hosts: [host], by: publicPeer) { $0.blocksPrivate = true })
  }

  @Test(arguments: ["169.254.169.254", "0xa9fea9fe", "[fe80::1]", "[::ffff:169.254.169.254]"])
  func `refuses what is written as a link-local address behind a proxy`(host: String) {
    #expect(!allows(hosts: [host]) { $0.allowsPrivate = true })
    #expect(!allows(hosts: ["a.example", host]) { $0.allowsPrivate = true })
  }
}
