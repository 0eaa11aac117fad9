import Testing

@testable import Fetching

struct AddressPolicyTests {
  @Test(arguments: [
    ("93.184.216.34", AddressClass.public), ("172.15.0.1", .public), ("172.32.0.1", .public),
    ("2606:2800::1", .public), ("192.167.255.255", .public), ("100.63.0.1", .public),
    ("127.0.0.1", .private), ("127.255.0.1", .private), ("10.1.2.3", .private),
    ("0.0.0.0", .private),
    ("172.16.0.1", .private), ("172.31.255.255", .private), ("192.168.0.1", .private),
    ("100.64.0.1", .private), ("224.0.0.1", .private), ("255.255.255.255", .private),
    ("::1", .private), ("::", .private), ("fc00::1", .private), ("fd12::1", .private),
    ("ff02::1", .private), ("::ffff:127.0.0.1", .private), ("::ffff:10.0.0.1", .private),
    ("::127.0.0.1", .private), ("64:ff9b::10.0.0.1", .private), ("2002:7f00:1::", .private),
    ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
    ("::ffff:169.254.0.1", .linkLocal), ("64:ff9b::169.254.169.254", .linkLocal),
    ("::ffff:93.184.216.34", .public), ("fe80::1%eth0", .linkLocal),
  ])
  func `classifies addresses`(text: String, expected: AddressClass) throws {
    let address = try #require(binaryAddress(text))
    #expect(AddressPolicy().addressClass(of: address) == expected)
  }

  @Test func `lets a test call an address public`() throws {
    var policy = AddressPolicy()
    policy.blocks.insert(try #require(AddressBlock("127.0.0.2/32", .public)), at: 0)
    #expect(policy.addressClass(of: [127, 0, 0, 2]) == .public)
    #expect(policy.addressClass(of: [127, 0, 0, 3]) == .private)
  }

  @Test(arguments: ["", "/", "10.0.0.0", "10.0.0.0/33", "x/8", "10.0.0.0/-1", "::/129", "1/2/3"])
  func `reads no block from rubbish`(text: String) {
    #expect(AddressBlock(text, .private) == nil)
  }
}
