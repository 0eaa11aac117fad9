import Testing

@testable import Fetching

struct AddressBlockTests {
  @Test(arguments: [
    "", "/", "10.0.0.0", "10.0.0.0/33", "x/8", "10.0.0.0/-1", "::/129", "1/2/3", "10.0.0.0/8/",
    "/8",
  ])
  func `reads no block from rubbish`(text: String) {
    #expect(AddressBlock(text, .private) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.255.255", "11.0.0.0"), ("172.16.0.0/12", "172.31.0.1", "172.32.0.1"),
    ("192.0.0.9/32", "192.0.0.9", "192.0.0.8"), ("2001::/23", "2001:1ff::1", "2001:200::1"),
    ("fe80::/10", "febf::1", "fec0::1"), ("::1/128", "::1", "::"),
  ])
  func `ends where it ends`(text: String, inside: String, outside: String) throws {
    let block = try #require(AddressBlock(text, .private))
    #expect(block.contains(try #require(binaryAddress(inside))))
    #expect(!block.contains(try #require(binaryAddress(outside))))
  }

  @Test func `holds all addresses of its own family, and none of the other`() throws {
    let all = try #require(AddressBlock("0.0.0.0/0", .private))
    #expect(all.contains([1, 2, 3, 4]) && !all.contains([UInt8](repeating: 0, count: 16)))
  }

  @Test func `has no block that cannot be read`() {
    // Link-local, reachable within unreachable, unreachable, and the rest of IPv6.
    #expect(AddressBlock.standard.count == 2 + 10 + 17 + 2)
  }
}
