import Testing

@testable import Summarisation

struct AnswerSentencesTests {
  private let sentences = AnswerSentences()

  @Test(arguments: [
    ("One is here. Two is", "One is here."), ("One is here.", "One is here."), ("No end", ""),
    ("", ""), ("Is it? Yes! And", "Is it? Yes!"), ("これは一つ。これは", "これは一つ。"),
  ])
  func `drops an end that was cut`(text: String, whole: String) {
    #expect(sentences.withoutCutEnd(text) == whole)
  }

  @Test func `takes the tag's language before a guess`() {
    let text = Array("Der Hund und die Katze sind nicht da.".utf8)
    #expect(sentences.language(of: text.span, tag: nil) == "de")
    #expect(sentences.language(of: text.span, tag: "fr-CH") == "fr")
  }

  @Test func `counts words as the length options do`() {
    let text = Array("我们的海豹。 One two three.".utf8)
    let length = { SummaryLength(sentences: 9, words: $0) }
    #expect(sentences.first(length(5), of: text, language: "zh") == ["我们的海豹。"])
    #expect(sentences.first(length(2), of: text, language: "zh") == [])
    #expect(sentences.first(length(nil), of: text, language: "zh")?.count == 2)
  }

  @Test func `passes over a sentence that is too long`() {
    let text = Array("This one is far too long. Short it is. So too here. Yes.".utf8)
    let length = { SummaryLength(sentences: 2, words: $0) }
    #expect(sentences.first(length(5), of: text, language: "en") == ["Short it is.", "Yes."])
    #expect(sentences.first(length(1), of: text, language: "en") == ["Yes."])
    #expect(sentences.first(length(0), of: text, language: "en") == [])
  }

  @Test(arguments: ["", "\n \n"])
  func `tells no sentence from none that fits`(text: String) {
    let length = SummaryLength(sentences: 2, words: nil)
    #expect(sentences.first(length, of: Array(text.utf8), language: "en") == nil)
  }
}
