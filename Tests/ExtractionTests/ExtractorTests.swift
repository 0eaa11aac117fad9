import Testing

@testable import Extraction

@Suite struct ExtractorTests {
  @Test func `keeps a paragraph and drops the menu`() throws {
    let html =
      "<nav><a href=/>Home</a></nav><p>A paragraph that is long enough to be a text, and ends.</p>"
    let article = try Extractor().article(
      from: Array(html.utf8),
      kind: .html,
      charset: nil,
      address: nil,
      followsRefresh: false
    )
    #expect(article.text == "A paragraph that is long enough to be a text, and ends.")
  }
}
