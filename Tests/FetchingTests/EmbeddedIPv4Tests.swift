import Testing

@testable import Fetching

struct EmbeddedIPv4Tests {
  @Test(arguments: [
    ("2002:102:304::1", ["1.2.3.4"]), ("2001:0:102:304::fafb:f9f8", ["1.2.3.4", "5.4.6.7"]),
    ("64:ff9b::1.2.3.4", ["1.2.3.4"]), ("::1.2.3.4", ["1.2.3.4"]),
    ("::ffff:0:1.2.3.4", ["1.2.3.4"]), ("2606::5efe:102:304", ["1.2.3.4"]),
    ("2606::200:5efe:102:304", ["1.2.3.4"]), ("::", []), ("::1", []), ("2606::1", []),
    ("2606::100:5efe:102:304", []), ("64:ff9b:2::1.2.3.4", []), ("2003:102:304::1", []),
    ("2001:1:102:304::1", []),
  ])
  func `finds what an address carries`(text: String, expected: [String]) throws {
    let address = try #require(binaryAddress(text))
    #expect(EmbeddedIPv4.all(in: address).map(addressText) == expected)
    #expect(EmbeddedIPv4.mapped(in: address) == nil)
  }

  @Test func `tells a mapped address from others`() throws {
    let address = try #require(binaryAddress("::ffff:1.2.3.4"))
    #expect(EmbeddedIPv4.mapped(in: address) == [1, 2, 3, 4])
    #expect(EmbeddedIPv4.all(in: address) == [])
    #expect(EmbeddedIPv4.mapped(in: [1, 2, 3, 4]) == nil)
    #expect(EmbeddedIPv4.all(in: [1, 2, 3, 4]) == [])
  }

  @Test func `looks at every length that a local prefix may have`() throws {
    let address = try #require(binaryAddress("64:ff9b:1:102:3:400::"))
    #expect(EmbeddedIPv4.all(in: address).map(addressText).contains("1.2.3.4"))
    #expect(EmbeddedIPv4.all(in: address).count == 4)
  }
}
