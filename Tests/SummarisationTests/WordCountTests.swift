import Testing

@testable import Summarisation

struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("  ", 0), ("one", 1), ("one two\nthree", 3), ("well-known, isn't it?", 3), ("- –", 2),
    ("我们", 1), ("我们去", 2), ("我们，去吧", 3), ("用 Swift 写", 3), ("用Swift写", 3), ("これはペンです", 4),
    ("ภาษาไทย", 4), ("Größe Öl", 2), ("한국어 문장", 2),
  ])
  func `counts as the length options do`(text: String, words: Int) {
    let bytes = Array(text.utf8)
    #expect(WordCount.words(in: bytes.span, 0..<bytes.count) == words)
  }
}
