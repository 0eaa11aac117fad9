import Testing

@testable import Extraction

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("abcabd", "abd", 0..<6, true), ("abcabd", "abd", 0..<5, false),
    ("aaaa", "aaaaa", 0..<4, false),
    ("abc", "", 0..<3, false), ("xabc", "abc", 1..<4, true), ("", "a", 0..<0, false),
  ])
  func `finds a text in a range`(source: String, part: String, range: Range<Int>, isHeld: Bool) {
    #expect(Array(source.utf8).holds(Array(part.utf8)[...], in: range) == isHeld)
  }
}
