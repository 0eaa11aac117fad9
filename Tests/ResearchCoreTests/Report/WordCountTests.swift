import TestSupport
import Testing

@testable import Extraction
@testable import Summarisation

/// A word is the same in all figures that a report shows, whichever target counted it.
struct WordCountTests {
  @Test(arguments: [
    ("", 0), ("  \n\n ", 0), ("one", 1), ("one two\n\nthree", 3), ("it's well-known — yes", 4),
    ("naïve été", 2), ("你好世界", 2), ("你好世界吗", 3), ("Swift 语言", 2), ("Swift语言", 2),
    ("สวัสดี", 3), ("a\u{A0}b\u{3000}c", 3), ("😀 😀", 2), ("- - -", 3), ("中文，中文。", 3),
    ("한국어 글", 2), ("これは。ペンです", 4), ("کتاب‌ها خوب", 2), ("「はい」", 2), ("iOSの5月", 4),
  ])
  func `counts words as the length options do`(text: String, words: Int) {
    #expect(Summarisation.WordCount.words(in: text) == words)
    #expect(Extraction.WordCount.words(in: text) == words)
  }

  @Test func `counts each character alike in both targets`() {
    for value: UInt32 in 0..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["a\(scalar)b", "語\(scalar)a\(scalar)語"] {
        let count = Summarisation.WordCount.words(in: text)
        #expect(Extraction.WordCount.words(in: text) == count, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func `counts random texts alike in both targets`() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "word", "語", "語文", " ", "\n\n", "，", "。", "ไทย", "a1", "-", "…", "\u{3000}", "😀", "한글",
      "\u{301}", "«", "۔", "።",
    ]
    for _ in 0..<2_000 {
      let text = (0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      #expect(Extraction.WordCount.words(in: text) == Summarisation.WordCount.words(in: text))
    }
  }
}
