import Testing

@testable import ResearchCore

struct PassageSearchTests {
  @Test(arguments: [
    ("a b", [0..<3, 4..<8]), ("ab", [0..<3, 4..<8]), ("a  b a", [0..<5]), ("b", [2..<3, 7..<8]),
    ("c", []), ("", []), ("a b a b a", []),
  ])
  func `finds all places, white space aside`(sentence: String, places: [Range<Int>]) {
    #expect(PassageSearch("a b a\n\nb").places(of: sentence) == places)
  }

  @Test func `is quick on texts that repeat themselves`() {
    let text = String(repeating: "ab", count: 200_000)
    #expect(PassageSearch(text).places(of: String(repeating: "ab", count: 2_000) + "c").isEmpty)
  }
}
