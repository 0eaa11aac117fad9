import Testing

@testable import Summarisation

struct CitedSentenceTests {
  private func first(_ length: SummaryLength, _ texts: String...) -> [String] {
    length.first(of: texts.map { CitedSentence(text: $0, numbers: []) }).map(\.text)
  }

  @Test func `counts words as the length options do`() {
    let texts = { self.first(SummaryLength(sentences: 9, words: $0), "我们的海豹。", "One two three.") }
    #expect(texts(5) == ["我们的海豹。"])
    #expect(texts(2) == [])
    #expect(texts(nil).count == 2)
  }

  @Test func `passes over a sentence that is too long`() {
    let texts = {
      self.first(
        SummaryLength(sentences: 2, words: $0),
        "This one is far too long.",
        "Short it is.",
        "So too here.",
        "Yes."
      )
    }
    #expect(texts(5) == ["Short it is.", "Yes."])
    #expect(texts(1) == ["Yes."])
    #expect(texts(0) == [])
  }

  @Test func `gives what is said again once, with all that it cites`() {
    let said = [("It is so.", [4, 5]), ("No.", []), ("It is so.", [2, 5]), ("It is so.", [])]
    let first = SummaryLength(sentences: 2).first(
      of: said.map { CitedSentence(text: $0, numbers: $1) }
    )
    #expect(
      first == [
        CitedSentence(text: "It is so.", numbers: [2, 4, 5]),
        CitedSentence(text: "No.", numbers: []),
      ]
    )
  }

  @Test func `reads sentences with what they cite`() throws {
    let client = try StubModel("").client
    let sentences = try client.sentences(in: "**One** is [2]. Two [9, 1].", language: "en") {
      $0 < 5
    }
    #expect(
      sentences == [
        CitedSentence(text: "One is.", numbers: [2]), CitedSentence(text: "Two.", numbers: [1]),
      ]
    )
  }
}
