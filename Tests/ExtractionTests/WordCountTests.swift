import Testing

@testable import Extraction

@Suite struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("one two\n\nthree", 3), ("中文字", 2), ("中文，中文。", 3), ("Swift语言 ok", 3), ("ภาษาไทย", 4),
    ("한국어 글", 2),
  ])
  func `counts runs between spaces, and pairs of characters in scripts without them`(
    text: String,
    words: Int
  ) {
    #expect(WordCount.words(in: text) == words)
  }
}
