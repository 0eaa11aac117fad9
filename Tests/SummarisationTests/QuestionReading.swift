@testable import Summarisation

/// Reads a question and documents, given as lists of sentences, as the summarisers do.
struct QuestionReading {
  private(set) var focus = QuestionFocus()
  private(set) var documents: [Range<Int>] = []

  init(_ question: String, _ texts: [[String]], language: String = "en") {
    var vocabulary = Vocabulary(LanguageData())
    if let question = QuestionText(question, LanguageData()) {
      focus.use(language: language, for: question, &vocabulary)
    }
    var count = 0
    for text in texts {
      for sentence in text { focus.add(sentence: Self.tokens(sentence, &vocabulary)) }
      documents.append(count..<count + text.count)
      count += text.count
    }
  }

  var isMet: Bool { focus.isMet(within: documents) }
  var relevance: Relevance { focus.relevance(within: documents) }

  private static func tokens(_ text: String, _ vocabulary: inout Vocabulary) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
    return tokens
  }
}
