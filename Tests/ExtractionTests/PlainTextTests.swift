import Testing

@testable import Extraction

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("One\ntwo.\n\nThree &amp; <b>four</b>.\n", "One two.\n\nThree &amp; <b>four</b>."),
    ("One.\r\nTwo.\rThree.", "One.\n\nTwo.\n\nThree."),
    ("  a \t b  \n \n\n c\u{1B}d ", "a b\n\ncd"),
    ("no end", "no end"),
  ])
  func `splits at blank lines, or at lines where none is blank`(text: String, expected: String)
    throws
  {
    let article = try extract(text, kind: .plainText)
    #expect(article.text == expected)
    #expect(article.title == nil)
  }

  @Test func `is empty without a word`() {
    #expect(throws: ExtractionError.empty(Article())) { try extract(" \n\n ", kind: .plainText) }
  }
}
