import Testing

@testable import Extraction

@Suite struct ByWordsTests {
  private static func words(_ text: String) -> [UInt64] { WordFolder.words(Array(text.utf8)[...]) }

  @Test(arguments: [
    ("by jane doe", 1), ("Written by Jane", 2), ("Words and photos by Jane", 4),
    ("Ein Gastbeitrag von Anna", 3), ("A cura di Anna", 3), ("Geschreven door Anna", 2),
    ("Propos recueillis par Anna", 3), ("Jane Doe", 0), ("the river by night", 0), ("", 0),
  ])
  func `counts the words before a name`(text: String, expected: Int) {
    #expect(ByWords.length(Self.words(text)) == expected)
  }

  @Test(arguments: [
    ("by", ByWords.Kind.plain), ("di", .weak), ("a cura di", .plain), ("posted by", .posted),
    ("photos by", .other), ("medically reviewed by", .other),
  ])
  func `tells what the words say`(text: String, expected: ByWords.Kind) {
    #expect(ByWords.kind(Self.words(text)[...]) == expected)
  }

  @Test(arguments: [
    "By x", " “von x", "著者 x", "Escrito por x", "отправил x", "Text: x", "Ein x von",
  ])
  func `lets lines pass that may be bylines`(line: String) {
    #expect(ByWords.mayBegin(Array(line.utf8)[...]))
  }

  @Test(arguments: ["Hx by x", "Qatar", "123", ""])
  func `holds other lines back`(line: String) {
    #expect(!ByWords.mayBegin(Array(line.utf8)[...]))
  }
}
