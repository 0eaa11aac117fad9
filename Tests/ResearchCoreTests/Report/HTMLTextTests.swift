import Testing

@testable import ResearchCore

struct HTMLTextTests {
  @Test(
    arguments: [
      ("a <em>b</em>", "a b"), ("&lt;x&gt; &amp;amp; &quot;", "<x> &amp; \""),
      ("&copy; &", "&copy; &"),
      ("<a href=\"x\">é</a>", "é"), ("<open", ""), ("", ""),
    ]
  )
  func `reads the text`(html: String, text: String) {
    #expect(HTMLText.plain(Array(html.utf8)[...]) == text)
  }
}
