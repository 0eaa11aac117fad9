import Testing

@testable import Summarisation

struct QuestionTextTests {
  private static let named: [(String, Set<Int>, Set<Int>)] = [
    ("What did Norway do in 1998?", [2], [5]), ("Norway. Ships and 12 ports: Where?", [], []),
    ("What Did Is the Norway?", [], []), ("Wie alt ist die Brücke von Köln?", [], []),
  ]

  @Test(arguments: named)
  func `finds names and numbers`(text: String, names: Set<Int>, numbers: Set<Int>) throws {
    let question = try #require(QuestionText(text, LanguageData()))
    #expect(question.names == names)
    #expect(question.numbers == numbers)
  }

  @Test(arguments: [String?.none, "", " \n"])
  func `is none without a character`(text: String?) {
    #expect(QuestionText(text, LanguageData()) == nil)
  }
}
