import TestSupport
import Testing

@testable import Summarisation

struct ExtractiveSummariserTests {
  private func summary(
    _ text: String,
    sentences: Int = 3,
    words: Int? = nil,
    language: String? = "en",
    question: String? = nil
  ) -> Summary {
    ExtractiveSummariser(length: SummaryLength(sentences: sentences, words: words)).summary(
      of: SourceText(text: text, language: language, question: question)
    )
  }

  private func words(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return WordCount.words(in: bytes.span, 0..<bytes.count)
  }

  @Test func `quotes central sentences in the order of the text`() {
    let summary = summary(Corpus.harbour)
    #expect(
      summary.sentences.map(\.text) == [
        "The city council approved the new harbour on Monday after a long debate.",
        "The harbour will cost 40 million euros and open in 2027.",
        "Critics say the harbour threatens the seals that rest on the sandbank nearby.",
      ]
    )
    #expect(summary.sentences.allSatisfy { (0...1).contains($0.score) })
    #expect(summary.language == "en")
  }

  @Test func `turns to the sentences that a question is about`() {
    let summary = summary(
      Corpus.harbour,
      sentences: 1,
      question: "Where do the seals rest?"
    )
    #expect(
      summary.sentences.map(\.text) == [
        "Critics say the harbour threatens the seals that rest on the sandbank nearby."
      ]
    )
  }

  @Test func `summarises as usual what says nothing of the question`() {
    let asked = summary(Corpus.harbour, question: "quantum chromodynamics")
    #expect(asked == summary(Corpus.harbour))
  }

  @Test func `never exceeds its bounds and quotes exactly`() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<80 {
      let text = Corpus.noise(&random, length: 40 + round * 4)
      let limit = Int.random(in: 0...60, using: &random)
      let count = Int.random(in: 0...6, using: &random)
      let question = Bool.random(using: &random) ? "harbour 我们" : nil
      let summary = summary(
        text,
        sentences: count,
        words: limit,
        language: nil,
        question: question
      )
      #expect(summary.sentences.count <= count)
      #expect(summary.sentences.reduce(0) { $0 + words($1.text) } <= limit)
      var last = 0
      for sentence in summary.sentences {
        #expect(
          Array(text.scalars(sentence.start, sentence.end).unicodeScalars)
            == Array(sentence.text.unicodeScalars)
        )
        #expect(sentence.start >= last)
        #expect((0...1).contains(sentence.score))
        last = sentence.end
      }
    }
  }

  @Test func `fills a budget of words with shorter sentences that fit`() {
    var random = SeededGenerator(seed: 5)
    let text = Corpus.prose(&random, sentences: 200)
    for limit in [60, 100, 250, 1_000] {
      let total = summary(text, sentences: .max, words: limit).sentences.reduce(0) {
        $0 + words($1.text)
      }
      #expect(total <= limit && total > limit - 7)
    }
  }

  @Test func `gives none where no sentence fits`() {
    let text = "This sentence is far too long for the bound. So is this one, as one sees."
    #expect(summary(text, words: 4).sentences.isEmpty)
    #expect(summary(text, sentences: 0).sentences.isEmpty)
    #expect(summary(text, words: 0).sentences.isEmpty)
  }

  @Test(arguments: ["", " \n\n ", "\u{FEFF}"])
  func `gives none for empty text`(text: String) {
    #expect(summary(text, language: nil).sentences.allSatisfy { !$0.text.isEmpty })
    #expect(summary(text, language: nil).sentences.count <= 1)
  }

  @Test(arguments: ["Yes", "Yes.", "好", "A short one.", "🙂"])
  func `quotes a tiny text whole`(text: String) {
    #expect(summary(text, language: nil).sentences.map(\.text) == [text])
  }

  @Test func `says nothing twice`() {
    let line = "The council approved the new harbour after a very long debate. "
    let other = "Seals rest on the sandbank near the town in every single summer."
    let summary = summary(String(repeating: line, count: 20) + other, sentences: 5)
    #expect(summary.sentences.count == 2)
    #expect(summary.sentences.last?.text == other)
  }

  @Test func `puts headings and fragments behind sentences`() {
    let heading = "New harbour of the city council approved after debate"
    let text = "\(heading)\n\n" + Corpus.harbour
    #expect(!summary(text).sentences.contains { $0.text == heading })
  }

  @Test func `gives the same summary again`() {
    var random = SeededGenerator(seed: 9)
    let text = Corpus.prose(&random, sentences: 300)
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 12))
    let first = summariser.summary(of: SourceText(text: text))
    for _ in 0..<3 {
      #expect(summariser.summary(of: SourceText(text: text)) == first)
      #expect(summary(text, sentences: 12, language: nil) == first)
    }
  }

  @Test(arguments: [
    ("de", "Der Stadtrat hat den neuen Hafen am Montag nach langer Debatte genehmigt."),
    ("zh", "市议会在星期一经过长时间的辩论之后批准了新的港口计划。"),
    ("ru", "Городской совет одобрил новый порт в понедельник после долгих споров."),
    ("th", "สภาเทศบาลเมืองอนุมัติท่าเรือแห่งใหม่ในวันจันทร์หลังจากการอภิปรายที่ยาวนาน"),
  ])
  func `guesses a language that is not given`(language: String, text: String) {
    let summary = summary(text, language: nil)
    #expect(summary.language == language)
    #expect(summary.sentences.map(\.text) == [text])
  }

  @Test func `takes a huge text and a huge bound`() {
    var random = SeededGenerator(seed: 2)
    let text = Corpus.prose(&random, sentences: 10_000)
    let summary = summary(text, sentences: .max, words: 40_000)
    let total = summary.sentences.reduce(0) { $0 + words($1.text) }
    #expect(total <= 40_000 && total > 39_900)
  }

  @Test func `takes a sentence without an end`() {
    let text = String(repeating: "word ", count: 200_000)
    #expect(summary(text, words: 100).sentences.isEmpty)
  }

  @Test func `looks often whether it is cancelled`() {
    struct Stop: Error {}
    var random = SeededGenerator(seed: 4)
    let text = SourceText(text: Corpus.prose(&random, sentences: 5_000))
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 3))
    for limit in [1, 5, 20] {
      var looks = 0
      #expect(throws: Stop.self) {
        _ = try summariser.summary(of: text) {
          looks += 1
          if looks == limit { throw Stop() }
        }
      }
      #expect(looks == limit)
    }
  }

  @Test func `throws when its task is cancelled`() async {
    var random = SeededGenerator(seed: 4)
    let text = Corpus.prose(&random, sentences: 2_000)
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 3))
    await withTaskGroup(of: Bool.self) { group in
      group.cancelAll()
      group.addTask {
        do {
          _ = try await summariser.summarise(SourceText(text: text))
          return false
        } catch {
          return error is CancellationError
        }
      }
      for await isCancelled in group { #expect(isCancelled) }
    }
  }

  @Test func `summarises alike, awaited or not`() async throws {
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 2))
    let text = SourceText(text: Corpus.harbour)
    #expect(try await summariser.summarise(text) == summariser.summary(of: text))
  }

  @Test(arguments: ["A word is said here. ", "水は高い。", "no end "])
  func `reads a text longer than any book as far as its beginning`(sentence: String) {
    let text = String(repeating: sentence, count: (3 << 20) / sentence.utf8.count)
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 2))
    let scalars = Array(text.unicodeScalars)
    let quotes = summariser.summary(of: SourceText(text: text, language: nil)).sentences
    #expect(!quotes.isEmpty)
    for quote in quotes {
      #expect(quote.text.unicodeScalars.elementsEqual(scalars[quote.start..<quote.end]))
      #expect(quote.end <= 2 << 20)
    }
  }
}
