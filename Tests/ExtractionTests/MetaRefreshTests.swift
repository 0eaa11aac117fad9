import Testing

@testable import Extraction

@Suite struct MetaRefreshTests {
  @Test(arguments: [
    ("0;url=/next", "/next"), ("5; URL = 'a b'", "a b"), ("3 , url=\"x\"y", "x"),
    ("2;next.html", "next.html"),
    ("0.5;url=/x", "/x"), (".5;url=/x", "/x"), ("30;url=/x", nil), ("0", nil), ("url=/x", nil),
    ("", nil),
  ])
  func `reads delay and address`(content: String, expected: String?) {
    #expect(MetaRefresh.target(of: Array(content.utf8)[...]) == expected)
  }

  private static let page =
    "<meta http-equiv=Refresh content='0;url=/next?a=1&amp;b=2'><p>\(Fixtures.paragraphs[0])</p>"

  @Test func `sends on to another address, resolved`() {
    #expect(throws: ExtractionError.refresh(to: "https://a.example/next?a=1&b=2")) {
      try extract(Self.page, address: "https://a.example/x/y", followsRefresh: true)
    }
  }

  @Test func `follows none that is for readers without scripts`() throws {
    let page = "<noscript><meta http-equiv=refresh content='0;url=/x'></noscript>"
    let text = "<p>\(Fixtures.paragraphs[0])</p>"
    let article = try extract(page + text, address: "https://a.example/", followsRefresh: true)
    #expect(article.text.contains(Fixtures.paragraphs[0]))
  }

  @Test func `reads the page where it is not to follow, or is sent to itself`() throws {
    #expect(try extract(Self.page).words > 0)
    let same = "https://a.example/next?a=1&b=2"
    #expect(try extract(Self.page, address: same, followsRefresh: true).words > 0)
  }
}
