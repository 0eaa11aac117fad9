import Testing

@testable import Summarisation

struct AnswerSentencesTests {
  private let sentences = AnswerSentences()

  @Test(arguments: [
    ("One is here. Two is", "One is here."), ("One is here.", "One is here."), ("No end", ""),
    ("", ""), ("Is it? Yes! And", "Is it? Yes!"), ("これは一つ。これは", "これは一つ。"),
    ("One is here. [2]", "One is here. [2]"), ("One. [2] [3, 4] Two is", "One. [2] [3, 4]"),
    ("One is here. [2", "One is here."), ("[2]", ""), ("One. [] Two", "One."),
  ])
  func `drops an end that was cut`(text: String, whole: String) {
    #expect(sentences.withoutCutEnd(text) == whole)
  }

  @Test func `takes the tag's language before a guess`() {
    let text = Array("Der Hund und die Katze sind nicht da.".utf8)
    #expect(sentences.language(of: text.span, tag: nil) == "de")
    #expect(sentences.language(of: text.span, tag: "fr-CH") == "fr")
  }
}
