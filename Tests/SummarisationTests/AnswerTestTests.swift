import Testing

@testable import Summarisation

struct AnswerTestTests {
  private static let filler = (0..<40).map { "Word\($0)a stands with word\($0)b." }

  @Test func `passes a passage of three sentences with a quarter of the words`() {
    let question = "red green blue white black pink brown grey"
    let near = ["A red one.", "Nothing here.", "A blue one."]
    #expect(QuestionReading(question, [Self.filler + near]).isMet)
    let far = ["A red one.", "Nothing here.", "Nor here.", "A blue one."]
    #expect(!QuestionReading(question, [Self.filler + far]).isMet)
  }

  @Test func `does not join the end of a document with the beginning of the next`() {
    let question = "red green blue white black pink brown grey"
    #expect(!QuestionReading(question, [Self.filler + ["A red one."], ["A blue one."]]).isMet)
  }

  @Test func `passes what the documents are about`() {
    let question = "red green blue white black pink brown grey"
    let about = (0..<5).map { "A red word\($0)." }
    #expect(QuestionReading(question, [Self.filler + about]).isMet)
    #expect(!QuestionReading(question, [Self.filler + about.prefix(2)]).isMet)
  }

  @Test(arguments: [("red", true), ("chess", false)])
  func `passes one word of a short question`(question: String, isMet: Bool) {
    #expect(QuestionReading(question, [Self.filler + ["A red one."]]).isMet == isMet)
  }

  @Test(arguments: [
    ("Who won the 1998 football world cup?", false), ("What is the capital of Australia?", false),
    ("What is the capital of Norway?", true), ("WHAT IS THE CAPITAL OF AUSTRALIA?", true),
    ("Who won the world in 2015?", true), ("the of and", false), ("What is the", false),
    ("How do many good old small ships, ports and capitals of Australia look?", true),
  ])
  func `demands a name or a number of the question`(question: String, isMet: Bool) {
    let texts = ["Who won the world with capital?", "Norway has small old good ports since 2015."]
    #expect(QuestionReading(question, [Self.filler + texts]).isMet == isMet)
  }
}
