import TestSupport
import Testing

@testable import Summarisation

struct CitationMarkTests {
  private func numbers(_ text: String) -> [Int]? {
    let bytes = Array(text.utf8)
    guard let mark = CitationMark(in: bytes, at: 0) else { return nil }
    return mark.end == bytes.count ? mark.numbers : [-1]
  }

  @Test(
    arguments: [
      ("[1]", [1]), ("[12]", [12]), ("[1,2]", [1, 2]), ("[1, 2; 3]", [1, 2, 3]),
      ("[1-3]", [1, 2, 3]), ("[1–3, 7]", [1, 2, 3, 7]), ("[1 — 2]", [1, 2]), ("[^4]", [4]),
      ("[passage 3]", [3]), ("[Passages 3 and 5]", [3, 5]), ("[source: 2]", [2]), ("[p. 9]", [9]),
      ("[#3, #4]", [3, 4]), ("【1】", [1]), ("【3†source】", [3]), ("【12†L3-L7】", [12]), ("［5］", [5]),
      ("[007]", [7]), ("[1 2]", [1, 2]),
    ] as [(String, [Int])]
  )
  func `reads what models write`(text: String, numbers: [Int]) {
    #expect(self.numbers(text) == numbers)
  }

  @Test(arguments: [
    "[", "[]", "[ ]", "[a]", "[sic]", "[1a]", "[1.5]", "[1-]", "[-1]", "[3-1]", "[1", "[1)", "(1)",
    "{1}", "[1-9999]", "[99999999999999999999]", "[1†a]", "【1", "[[1]]", "[and]", "[chapter 3]",
    "1",
  ])
  func `leaves what is none`(text: String) {
    #expect(numbers(text) == nil)
  }

  @Test func `survives any bytes`() {
    var random = SeededGenerator(seed: 9)
    let parts = [
      "[", "]", "【", "】", "†", "1", "22", "-", "–", ",", " ", "^", "passage", "\u{FF3B}",
    ]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        let end = CitationMark(in: bytes, at: index)?.end
        #expect(end.map { $0 > index && $0 <= bytes.count } != false)
      }
    }
  }
}
