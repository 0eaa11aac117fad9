import Testing

@testable import Extraction

@Suite struct NamePartsTests {
  @Test(arguments: [
    ("A, B; C | D / E & F + G", ["A", "B", "C", "D", "E", "F", "G"]),
    ("A • B · C – D — E、F，G", ["A", "B", "C", "D", "E", "F", "G"]),
    ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe with John Roe", ["Jane Doe", "John Roe"]), ("Jane with joy", ["Jane with joy"]),
    ("Jane (one, two) Doe", ["Jane Doe"]), ("[Jane Doe]", ["Jane Doe"]),
    ("Jane - Doe", ["Jane", "Doe"]),
    ("Anne-Marie", ["Anne-Marie"]), ("Jane ((((", ["Jane"]), ("))) Jane", ["Jane"]), ("", []),
  ])
  func `splits a text where names end`(text: String, expected: [String]) {
    let parts = NameParts.split(Array(text.utf8), isShown: false).map { words in
      words.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ")
    }
    #expect(parts.filter { !$0.isEmpty } == expected)
  }

  @Test(arguments: [
    ("Jane DoeremanValley", 2), ("Jane MacDonald", 1), ("JaneDoeman", 1), ("Jane Übermann", 1),
  ])
  func `parts glued words only in shown text`(text: String, count: Int) {
    #expect(NameParts.split(Array(text.utf8), isShown: true).count == count)
    #expect(NameParts.split(Array(text.utf8), isShown: false).count == 1)
  }

  @Test func `marks the end of a label`() {
    let words = NameParts.split(Array("Text: Jane".utf8), isShown: false).flatMap(\.self)
    #expect(words.map(\.endsLabel) == [true, false])
  }
}
