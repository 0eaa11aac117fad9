import Testing

@testable import Summarisation

struct ThaiBreaksTests {
  private func isEnd(characters: Int, before next: String, ending: String = "") -> Bool {
    let count = characters - ending.unicodeScalars.count
    let first = Array((String(repeating: "ก", count: count) + ending).utf8)
    let bytes = first + Array((" " + next).utf8)
    return ThaiBreaks().isEnd(bytes.span, at: first.count, start: 0)
  }

  @Test(arguments: [
    (19, "อย่างไรก็ตาม", false), (20, "อย่างไรก็ตาม", true), (20, "คน", false), (79, "คน", false),
    (80, "คน", true), (80, "และคน", false), (199, "และคน", false), (200, "และคน", true),
    (200, "man", false),
  ])
  func `parts long texts, and before words that begin sentences`(
    characters: Int,
    next: String,
    isEnd: Bool
  ) {
    #expect(self.isEnd(characters: characters, before: next) == isEnd)
  }

  @Test func `parts behind a polite particle`() {
    #expect(isEnd(characters: 20, before: "คน", ending: "ครับ"))
    #expect(!isEnd(characters: 20, before: "ที่คน", ending: "ครับ"))
  }
}
