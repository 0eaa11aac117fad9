import Testing

@testable import Summarisation

struct QuestionFocusTests {
  private static let port = [
    "The town lies by the sea.", "Seals rest on the sandbank.", "They sleep there all day.",
    "Ferries come on Sundays.",
  ]

  @Test func `finds the sentence that holds the most of the question`() {
    let values = QuestionReading("Where do seals rest?", [Self.port]).relevance.values
    #expect(values[1] == 1)
    #expect(values[3] == 0)
  }

  @Test func `counts neighbours a little, within their document only`() {
    let values = QuestionReading("seals", [["Seals rest here."], Self.port]).relevance.values
    #expect(values[0] == 1)
    #expect(values[1] > 0 && values[1] == values[3])
    #expect(values[1] < 0.2)
    #expect(values[4] == 0)
  }

  @Test func `prefers rare words of the question to common ones`() {
    let texts = [["The port is old.", "The port is new.", "The ferry is late.", "The port waits."]]
    let values = QuestionReading("port ferry", texts).relevance.values
    #expect(values[2] == 1)
    #expect(values[0] < 1)
  }

  @Test(arguments: [("seals", 0.01), ("seals chess", 0.01), ("chess tournament", 0.31)])
  func `lets other sentences count as far as the texts lack the question`(
    question: String,
    least: Double
  ) {
    let floor = QuestionReading(question, [Self.port]).relevance.floor
    #expect(floor >= least && floor <= 0.31 + 1e-9)
    #expect((floor == 0.01) == (question == "seals"))
  }

  @Test func `takes pairs of characters where words have no spaces`() {
    let texts = [["我们去港口。", "口港不是词。", "天气很好。"]]
    let reading = QuestionReading("港口", texts, language: "zh")
    #expect(reading.relevance.values[0] == 1)
    #expect(reading.relevance.values[2] == 0)
    #expect(reading.focus.asked.contains { $0.second != nil })
  }

  @Test func `finds nothing without documents`() {
    let reading = QuestionReading("seals", [])
    #expect(reading.relevance.values.isEmpty)
    #expect(!reading.focus.hasHits)
    #expect(!reading.isMet)
  }

  @Test func `reads the question for the sentences of each language alone`() throws {
    let data = LanguageData()
    var vocabulary = Vocabulary(data)
    var focus = QuestionFocus()
    let question = try #require(QuestionText("How is the economy?", data))
    var tokens: [Token] = []
    for (language, text) in [("it", "Il porto è vecchio."), ("en", "How is the weather?")] {
      focus.use(language: language, for: question, &vocabulary)
      tokens = []
      let bytes = Array(text.utf8)
      vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
      focus.add(sentence: tokens)
    }
    #expect(!focus.hasHits)
  }

  @Test func `takes no function word of the question for a subject of another language`() throws {
    let data = LanguageData()
    var vocabulary = Vocabulary(data)
    let question = try #require(QuestionText("How is the economy?", data))
    let content = question.tokens(in: "it", &vocabulary).map(\.isContent)
    #expect(content == [false, false, false, true])
    // A word or two of another language, by chance, are no such question.
    let crimes = try #require(QuestionText("war crimes", data))
    #expect(crimes.tokens(in: "en", &vocabulary).map(\.isContent) == [true, true])
  }
}
