import Testing

@testable import ResearchCore

struct TextFragmentTests {
  @Test(arguments: [
    ("One two.", "One%20two."),
    (
      "one two three four five six seven eight nine ten",
      "one%20two%20three%20four%20five%20six%20seven%20eight%20nine%20ten"
    ),
    (
      "one two three four five six seven eight nine ten eleven",
      "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    ),
    ("well-known, R&D", "well%2Dknown%2C%20R%26D"),
    ("a\n\n b\u{A0}c", "a%20b%20c"),
    ("50% (#1) [x]", "50%25%20%28%231%29%20%5Bx%5D"),
    ("naïve 日本", "na%C3%AFve%20%E6%97%A5%E6%9C%AC"),
  ])
  func `names a passage`(passage: String, expected: String) {
    #expect(TextFragment(passage)?.text == ":~:text=" + expected)
  }

  @Test(arguments: ["", " \n", String(repeating: "語", count: 200)])
  func `is absent where no words can name it`(passage: String) {
    #expect(TextFragment(passage) == nil)
  }
}
