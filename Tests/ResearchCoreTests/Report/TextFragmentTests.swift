import Testing

@testable import ResearchCore

struct TextFragmentTests {
  @Test func `writes what the draft asks for`() {
    #expect(TextFragment(start: "One two.").text == ":~:text=One%20two.")
    #expect(TextFragment(start: "a b", end: "y z").text == ":~:text=a%20b,y%20z")
    let all = TextFragment(start: "b", end: "c", prefix: "a", suffix: "d")
    #expect(all.text == ":~:text=a-,b,c,-d")
  }

  @Test(arguments: [
    ("well-known, R&D", "well%2Dknown%2C%20R%26D"),
    ("a\n\n b\u{A0}c", "a%20b%20c"),
    ("50% (#1) [x]", "50%25%20%28%231%29%20%5Bx%5D"),
    ("naïve 日本", "na%C3%AFve%20%E6%97%A5%E6%9C%AC"),
  ])
  func `encodes what is syntax`(passage: String, expected: String) {
    #expect(TextFragment(start: passage).text == ":~:text=" + expected)
  }
}
