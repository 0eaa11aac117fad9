import Testing

@testable import Fetching

struct AddressPolicyTests {
  private func addressClass(_ text: String) throws -> AddressClass {
    AddressPolicy().addressClass(of: try #require(binaryAddress(text)))
  }

  @Test(arguments: [
    "93.184.216.34", "172.15.0.1", "172.32.0.1", "192.167.255.255", "100.63.0.1", "100.128.0.0",
    "192.0.0.9", "192.0.0.10", "192.0.1.0", "192.0.3.0", "192.31.196.1", "192.52.193.1",
    "192.175.48.1", "198.17.255.255", "198.20.0.0", "192.88.98.255", "192.88.100.0", "11.0.0.0",
    "223.255.255.255", "2606:2800::1", "2001:200::1", "2001:1::1", "2001:1::2", "2001:1::3",
    "2001:3::1", "2001:4:112::1", "2001:20::1", "2001:2f:ffff::1", "2001:30::1", "2001:3f::1",
    "2620:4f:8000::1", "64:ff9b::93.184.216.34", "::ffff:93.184.216.34", "2002:5db8:d822::1",
    "2001:db7::1", "2001:db9::1", "3ffe::1", "2606::5efe:93.184.216.34", "2000::", "3fef::1",
  ])
  func `calls what the registries call globally reachable public`(text: String) throws {
    #expect(try addressClass(text) == .public)
  }

  @Test(arguments: [
    "0.0.0.0", "0.255.255.255", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1",
    "127.255.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.8", "192.0.0.11",
    "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255",
    "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fc00::1", "fd12::1", "fec0::1", "feff::1", "ff02::1", "ff0e::1", "100::1",
    "100:0:0:1::1", "64:ff9b:1::5db8:d822", "2001::1", "2001:0:5db8:d822:0:0:a247:27dd",
    "2001:1::4", "2001:2::1", "2001:4:113::1", "2001:10::1", "2001:1f::1", "2001:40::1",
    "2001:1ff::1", "2001:db8::1", "3fff::1", "3fff:fff::1", "5f00::1", "4000::1", "1000::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::93.184.216.34", "::2",
    "::ffff:0:93.184.216.34", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:a00:1::1",
    "2606::5efe:10.0.0.1", "2606::200:5efe:10.0.0.1",
  ])
  func `calls what they do not call so private`(text: String) throws {
    #expect(try addressClass(text) == .private)
  }

  @Test(arguments: [
    "169.254.0.0", "169.254.169.254", "169.254.255.255", "fe80::1", "febf::1", "fe80::1%eth0",
    "::ffff:169.254.0.1", "::169.254.169.254", "::ffff:0:169.254.169.254",
    "64:ff9b::169.254.169.254",
    // The lengths of prefixes of RFC 6052: 48, 56, 64 and 96 bits.
    "64:ff9b:1:a9fe:a9:fe00::", "64:ff9b:1:ffa9:fe:a9fe::", "64:ff9b:1:ffff:a9:fea9:fe00::",
    "64:ff9b:1:ffff:ffff:ffff:169.254.169.254",
    // 6to4, Teredo's client and server, ISATAP with either bit, and one within the other.
    "2002:a9fe:a9fe::1", "2001:0:5db8:d822:0:0:5601:5601", "2001:0:a9fe:a9fe:0:0:a247:27dd",
    "2606::5efe:169.254.169.254", "2606::200:5efe:a9fe:a9fe", "fd00::5efe:169.254.169.254",
    "2002:5db8:d822::5efe:169.254.169.254",
  ])
  func `finds a link-local address in every form that may carry it`(text: String) throws {
    #expect(try addressClass(text) == .linkLocal)
  }

  @Test(arguments: [
    ("localhost", AddressClass.private), ("www.localhost", .private), ("localhost.", .private),
    ("127.0.0.1", .private), ("127.0.0.1.", .private), ("127.1", .private), ("0x7f.1", .private),
    ("017700000001", .private), ("2130706433", .private), ("0", .private), ("[::1]", .private),
    ("::1", .private), ("[fe80::1%25eth0]", .linkLocal), ("0xa9fea9fe", .linkLocal),
    ("0251.0376.0251.0376", .linkLocal), ("93.184.216.34", .public), ("[2606:2800::1]", .public),
  ])
  func `judges hosts by what they say alone`(host: String, expected: AddressClass) {
    #expect(AddressPolicy().addressClass(ofHost: host) == expected)
    #expect(AddressPolicy().isPrivate(host: host) == (expected == .private))
  }

  @Test(arguments: ["example.org", "localhost.example.org", "mylocalhost", "", "1.example", "0x7g"])
  func `has nothing to say of other names`(host: String) {
    #expect(AddressPolicy().addressClass(ofHost: host) == nil)
    #expect(!AddressPolicy().isPrivate(host: host))
  }

  @Test func `lets a test call an address public`() throws {
    var policy = AddressPolicy()
    policy.blocks.insert(try #require(AddressBlock("127.0.0.2/32", .public)), at: 0)
    #expect(policy.addressClass(of: [127, 0, 0, 2]) == .public)
    #expect(policy.addressClass(of: [127, 0, 0, 3]) == .private)
    #expect(policy.addressClass(ofHost: "[::ffff:127.0.0.2]") == .public)
    #expect(policy.addressClass(ofHost: "2130706434") == .public)
  }
}
