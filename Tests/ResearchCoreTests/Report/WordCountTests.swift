import Testing

@testable import ResearchCore

struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("  \n\n ", 0), ("one", 1), ("one two\n\nthree", 3), ("it's well-known — yes", 4),
    ("naïve été", 2), ("你好世界", 2), ("你好世界吗", 3), ("Swift 语言", 2), ("Swift语言", 2),
    ("สวัสดี", 3), ("a\u{A0}b\u{3000}c", 3), ("😀 😀", 2), ("- - -", 3),
  ])
  func `counts words as the length options do`(text: String, words: Int) {
    #expect(WordCount.words(in: text) == words)
  }
}
