import Testing

@testable import Fetching

struct IPv4NotationTests {
  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"), ("127.0.1", "127.0.0.1"),
    ("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("0X7F.0x0.0.0x1", "127.0.0.1"),
    ("017700000001", "127.0.0.1"), ("0177.0.0.01", "127.0.0.1"), ("127.0.0.1.", "127.0.0.1"),
    ("0", "0.0.0.0"), ("0x", "0.0.0.0"), ("00", "0.0.0.0"), ("4294967295", "255.255.255.255"),
    ("1.16777215", "1.255.255.255"), ("1.2.65535", "1.2.255.255"),
    ("0xA9FEA9FE", "169.254.169.254"),
  ])
  func `reads every notation`(text: String, expected: String) {
    #expect(IPv4Notation.address(text).map(addressText) == expected)
    #expect(IPv4Notation.isUsed(in: text))
  }

  @Test(arguments: [
    "1.2.3.256", "256.0.0.1", "4294967296", "1.16777216", "1.2.3.4.5", "09", "1.2.3.08", "0x1g.1",
    "1..2", ".1", "99999999999999999999999999999999", "0xfffffffffffffffffff", "foo.1", "a.0x1",
  ])
  func `refuses numbers that are no address`(text: String) {
    #expect(IPv4Notation.address(text) == nil)
    #expect(IPv4Notation.isUsed(in: text))
  }

  @Test(arguments: ["", ".", "a", "1a", "0xg", "example.org", "1.2.3.x", "1.2.3.4..", "-1", "+1"])
  func `leaves names alone`(text: String) {
    #expect(!IPv4Notation.isUsed(in: text))
    #expect(IPv4Notation.address(text) == nil)
  }
}
