import Testing

@testable import Extraction

@Suite struct PageAddressTests {
  private static func address(_ page: String, _ given: String? = nil) throws -> PageAddress {
    let (document, scripts) = try HTMLParser.document(
      from: Array(page.utf8),
      maxNodes: 1000,
      maxDepth: 100
    )
    let head = PageHead(document)
    let data = LinkedData(scripts, titleWords: [], canonical: head.canonical)
    return PageAddress(head, data, address: given)
  }

  @Test(arguments: [
    "<link rel=canonical href='https://a.example/x'>",
    "<meta property=og:url content='https://a.example/x'>",
    "<base href='https://a.example/'><link rel=canonical href=/x>",
    "<link rel=alternate href='https://a.example/feed'><link rel=canonical href=/x>",
    "<link rel=canonical href='https://archive.example/web/2020/https://a.example/x'>",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"mainEntityOfPage\":{\"@id\":\"https://a.example/x\"}}</script>",
  ])
  func `finds the page's own address`(page: String) throws {
    let address = try Self.address(page)
    #expect(address.host == "a.example")
    #expect(address.all.first?.elementsEqual("https://a.example/x".utf8) == true)
  }

  @Test(arguments: [
    "<link rel=stylesheet href='https://cdn.example/x'>", "<link rel=canonical href='#'>", "",
  ])
  func `knows no address where the page has none`(page: String) throws {
    let address = try Self.address(page)
    #expect(address.host.isEmpty)
    #expect(address.all.isEmpty)
  }

  @Test func `puts the address of the request first`() throws {
    let page = "<link rel=canonical href='https://a.example/x'>"
    let address = try Self.address(page, "https://b.example/y?u=/https://c.example/")
    #expect(address.host == "b.example")
    #expect(address.all.count == 2)
  }
}
