import Testing

@testable import Extraction

@Suite struct HTMLParserTests {
  private func parse(_ html: String, maxNodes: Int = 1000) throws(ExtractionError) -> HTMLDocument {
    try HTMLParser.document(from: Array(html.utf8), maxNodes: maxNodes, maxDepth: 256).0
  }

  @Test func `makes a tree in the order of the page`() throws {
    let document = try parse("<body><div id=date>x<b>y</b>z</div><p>w</p></body>")
    #expect(document.nodes.map(\.tag) == [.html, .body, .div, .text, .b, .text, .text, .p, .text])
    #expect(document.nodes.map(\.parent) == [-1, 0, 1, 2, 2, 4, 2, 1, 7])
    #expect(document.nodes.map(\.end) == [9, 9, 7, 4, 6, 6, 7, 9, 9])
    #expect(document.value(.id, of: 2).map(Array.init) == Array("date".utf8))
    #expect(document.value(.class, of: 2) == nil)
    #expect(String(decoding: document.line(of: 2), as: UTF8.self) == "xyz")
    #expect(document.nodes[1].holdsBlock)
    #expect(!document.nodes[2].holdsBlock)
  }

  @Test func `joins the pieces in which the parser gives a text`() throws {
    let text = String(repeating: "word &amp; ", count: 2000)
    let document = try parse("<p>\(text)</p>")
    #expect(document.nodes.count { $0.tag == .text } == 1)
  }

  @Test(arguments: [
    String(repeating: "<p>x", count: 600), "<p " + String(repeating: "a=b ", count: 1001) + ">",
    String(repeating: "<b></b>", count: 1001),
  ])
  func `ends at the budget of nodes and attributes`(html: String) {
    #expect(throws: ExtractionError.tooLarge(budget: "nodes", limit: 1000)) { try parse(html) }
  }

  @Test func `keeps a page that just fits`() throws {
    #expect(try parse(String(repeating: "<p>x</p>", count: 498)).nodes.count == 998)
  }
}
