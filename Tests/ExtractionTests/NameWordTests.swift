import Testing

@testable import Extraction

@Suite struct NameWordTests {
  @Test(arguments: [
    ("Jane", true), ("Élodie", true), ("d'Arc", true), ("al-Masri", true), ("\"Jane", true),
    ("von", false), ("jane", false), ("e-mail", false), ("王", false), ("7up", false),
  ])
  func `knows capitals`(word: String, expected: Bool) {
    #expect(NameWord(Array(word.utf8)[...]).isCapital == expected)
  }

  @Test(arguments: [("王小明", true), ("محمد", true), ("Jane", false), ("Иван", false), ("é", false)])
  func `knows scripts without capitals`(word: String, expected: Bool) {
    #expect(NameWord(Array(word.utf8)[...]).isUncased == expected)
  }

  @Test(arguments: [("CNN", true), ("BBC", true), ("JR", false), ("ANNA", false), ("Cnn", false)])
  func `knows abbreviations`(word: String, expected: Bool) {
    #expect(NameWord(Array(word.utf8)[...]).isAbbreviation == expected)
  }

  @Test func `hashes a word with signs as one`() {
    #expect(NameWord.set("ph.d").contains(NameWord.hash(Array("Ph.D.".utf8)[...])))
    #expect(NameWord.hash(Array("—".utf8)[...]) == 0)
  }
}
