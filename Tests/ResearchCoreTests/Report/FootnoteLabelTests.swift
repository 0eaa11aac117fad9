import Testing

@testable import ResearchCore

struct FootnoteLabelTests {
  @Test(
    arguments: [
      ("x[^1] [^2][^12].", [1, 2, 12]), ("[^a] [^] [^1 [^ 1] [^01] ^1]", []), ("[[^3]]", [3]),
      ("[^1", []), ("[^123456789] [^1234567890]", [123_456_789]), ("", []), ("[^-1]", []),
    ] as [(String, [Int])]
  )
  func `finds marks`(text: String, labels: [Int]) {
    #expect(FootnoteLabel.marks(in: Array(text.utf8)) == labels)
  }

  @Test(
    arguments: [
      ("[^1]: text\n", 1, 6), ("[^20]:text", 20, 6), ("[^1]:", 1, 5), ("[^3]: \t x", 3, 8),
    ]
  )
  func `reads definitions`(line: String, label: Int, start: Int) throws {
    let found = try #require(FootnoteLabel.definition(Array(line.utf8)))
    #expect(found.label == label && found.start == start)
  }

  @Test(arguments: ["[^1] : x", " [^1]: x", "[^x]: x", "[1]: x", "[^1]", ""])
  func `takes no other line for one`(line: String) {
    #expect(FootnoteLabel.definition(Array(line.utf8)) == nil)
  }
}
