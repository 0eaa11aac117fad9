import TestSupport
import Testing

@testable import Summarisation

struct CollectionSummariserTests {
  private func summary(
    _ texts: [String],
    sentences: Int = 3,
    words: Int? = nil,
    keyPoints: Int = 7,
    question: String? = nil,
    ids: [Int]? = nil,
    expectsOther: Bool = false
  ) -> CollectionSummary {
    var summariser = CollectionSummariser(
      question: question,
      language: "en",
      length: SummaryLength(sentences: sentences, words: words),
      keyPoints: keyPoints,
      expectsOther: expectsOther
    )
    for (number, text) in texts.enumerated() {
      let share = ExtractiveSummariser(length: SummaryLength(sentences: 3)).summary(
        of: SourceText(text: text, language: "en")
      )
      summariser.add(
        CollectionDocument(
          id: ids?[number] ?? number + 1,
          text: text,
          language: "en",
          share: share.sentences
        )
      )
    }
    return summariser.finish()
  }

  private static let others = [
    """
    Ferries crossed the bay in record numbers last year. The City Council approved the new harbour \
    on Monday, after a long debate. Tourism grew by a tenth, the chamber of commerce reported.
    """,
    """
    Seals are protected by law on the whole coast. Critics say that the harbour threatens the seals \
    resting on the sandbank nearby. Biologists counted three hundred animals there in spring.
    """,
  ]

  @Test func `cites a document only for what it says word for word`() throws {
    let summary = summary([Corpus.harbour] + Self.others, ids: [3, 5, 9])
    let all = summary.summary + summary.keyPoints
    let approved = try #require(all.first { $0.text.contains("approved the new harbour") })
    #expect(approved.places.map(\.document) == [3] && approved.sources == 2)
    #expect(approved.agreeing.map(\.place.document) == [5])
    #expect(all.count { $0.text.contains("approved") } == 1)
    let seals = try #require(all.first { $0.text.contains("Critics say") })
    #expect(seals.places.count == 1)
    #expect(all.count { $0.text.contains("Critics say") } == 1)
    #expect(summary.answered == nil)
    #expect(Set(summary.relevance.keys) == [3, 5, 9])
    #expect(summary.relevance.values.max() == 1)
  }

  @Test func `chooses key points for another summary from all that is said`() throws {
    let texts = [Corpus.harbour] + Self.others
    let usual = summary(texts)
    var both = summary(texts, expectsOther: true)
    let alone = try #require(both.pointsAlone)
    let quoted = try #require(usual.summary.first { $0.sources == 2 })
    #expect(alone.first == quoted && !usual.keyPoints.contains(quoted))
    #expect(alone == summary(texts, sentences: 0, expectsOther: true).pointsAlone)
    both.pointsAlone = nil
    #expect(both == usual && usual.pointsAlone == nil)
  }

  @Test func `quotes every place exactly`() {
    let texts = [Corpus.harbour] + Self.others
    let summary = summary(texts)
    for sentence in summary.summary + summary.keyPoints {
      for (number, place) in sentence.places.enumerated() {
        let quoted = texts[place.document - 1].scalars(place.start, place.end)
        #expect(number > 0 || quoted == sentence.text)
        #expect(quoted.hasSuffix("."))
      }
    }
  }

  @Test func `does not take different numbers for agreement`() {
    let summary = summary([
      "The new harbour will cost the city 40 million euros in total.",
      "The new harbour will cost the city 90 million euros in total.",
    ])
    #expect((summary.summary + summary.keyPoints).allSatisfy { $0.places.count == 1 })
  }

  /// Sentences that texts on one matter are made of.
  private func matter(_ random: inout SeededGenerator, sentences: Int) -> String {
    let parts = ["bor", "dam", "fen", "gul", "lom", "nar", "pel", "rik"]
    let words = parts.flatMap { first in parts.map { first + $0 } }
    return (0..<sentences).map { _ in
      "The " + words.shuffled(using: &random).prefix(12).joined(separator: " ") + "."
    }.joined(separator: " ")
  }

  @Test func `puts corroborated key points first and repeats nothing`() {
    var random = SeededGenerator(seed: 21)
    let common = "The council of the old town approved the great bridge over the river yesterday."
    let texts = (0..<12).map { number in
      Corpus.prose(&random, sentences: 3) + (number % 2 == 0 ? " " + common : "") + " "
        + matter(&random, sentences: 6)
    }
    let summary = summary(texts, sentences: 4, keyPoints: 8)
    let all = summary.summary + summary.keyPoints
    #expect(Set(all.map(\.text)).count == all.count)
    #expect(summary.keyPoints.count == 8)
    #expect(all.first { $0.text == common }?.places.map(\.document) == [1, 3, 5, 7, 9, 11])
    if !summary.summary.contains(where: { $0.text == common }) {
      #expect(summary.keyPoints.first?.text == common)
    }
    let counts = summary.keyPoints.map(\.sources)
    #expect(counts == counts.sorted(by: >))
  }

  @Test func `counts a copy of a document for nothing`() {
    var random = SeededGenerator(seed: 31)
    let first = Corpus.prose(&random, sentences: 40)
    let other = Corpus.prose(&random, sentences: 40)
    let copy = first + " It was read once more."
    let summary = summary([first, other, copy, first], ids: [2, 4, 6, 8])
    #expect(summary.copies == [6: 2, 8: 2])
    #expect((summary.summary + summary.keyPoints).allSatisfy { $0.places.count == 1 })
    #expect(Set(summary.relevance.keys) == [2, 4, 6, 8])
    #expect((summary.relevance[6] ?? 1) < (summary.relevance[2] ?? 0))
  }

  @Test func `begins with the answer, and points at nothing beside the question`() {
    let texts = [
      "The town council met on Monday about the new bridge. Rain fell on the hills all week long. "
        + "Farmers of the valley sold their apples early this year.",
      "The mayor spoke of the new bridge at the council of the town. The bridge will cost 14 "
        + "million euros in the end. Nobody swam in the river during the winter.",
    ]
    let summary = summary(texts, sentences: 3, question: "How much does the bridge cost?")
    #expect(summary.summary.first?.text == "The bridge will cost 14 million euros in the end.")
    let said = summary.keyPoints.map(\.text).joined()
    #expect(!said.contains("apples") && !said.contains("swam") && !said.contains("Rain"))
  }

  @Test func `answers a question from the sources`() {
    let texts = [Corpus.harbour] + Self.others
    let summary = summary(texts, sentences: 1, question: "How many animals did biologists count?")
    #expect(summary.answered == true)
    #expect(summary.summary.first?.text.hasPrefix("Biologists counted three hundred") == true)
    #expect(summary.relevance[3] == 1)
  }

  @Test(arguments: ["Who won the chess tournament?", "quantum chromodynamics", "量子力学"])
  func `says so when the sources do not answer`(question: String) {
    let summary = summary([Corpus.harbour] + Self.others, question: question)
    #expect(summary.answered == false)
    #expect(summary.summary.isEmpty)
    #expect(summary.keyPoints.isEmpty)
  }

  @Test func `never exceeds its bounds`() {
    var random = SeededGenerator(seed: 41)
    for round in 0..<30 {
      let texts = (0...round % 5).map { _ in Corpus.noise(&random, length: 60) }
      let limit = Int.random(in: 0...50, using: &random)
      let count = Int.random(in: 0...5, using: &random)
      let summary = summary(
        texts,
        sentences: count,
        words: limit,
        keyPoints: 5,
        question: round % 3 == 0 ? "harbour" : nil
      )
      let total = summary.summary.reduce(0) { sum, sentence in
        let bytes = Array(sentence.text.utf8)
        return sum + WordCount.words(in: bytes.span, 0..<bytes.count)
      }
      #expect(total <= limit)
      #expect(summary.summary.count <= count)
      #expect(summary.keyPoints.count <= 5)
    }
  }

  @Test(arguments: [[], [""], ["", " "], ["One."]])
  func `takes next to nothing`(texts: [String]) {
    let summary = summary(texts)
    #expect(summary.summary.map(\.text) == texts.filter { $0 == "One." })
    #expect(summary.keyPoints.isEmpty)
    #expect(summary.relevance.count == texts.count)
  }

  @Test func `gives the same summary again`() {
    var random = SeededGenerator(seed: 51)
    let texts = (0..<30).map { _ in Corpus.prose(&random, sentences: 25) }
    let first = summary(texts, sentences: 6)
    for _ in 0..<3 { #expect(summary(texts, sentences: 6) == first) }
  }

  @Test func `reads the summary of one document by place`() {
    var random = SeededGenerator(seed: 61)
    let places = summary([Corpus.prose(&random, sentences: 25)], sentences: 8).summary.map(
      \.places[0]
    )
    #expect(places.count == 8 && places.map(\.start) == places.map(\.start).sorted())
  }

  @Test func `names sources that say the same in other words`() throws {
    let texts = [
      "The mayor of Norwich opened the rebuilt harbour bridge on Friday before 300 guests.",
      "On Friday the mayor of Norwich opened the rebuilt harbour bridge before 300 guests.",
      "The mayor of Norwich opened the rebuilt harbour bridge on Friday before 300 guests!",
      "The mayor of Norwich never opened the rebuilt harbour bridge on Friday before 300 guests.",
      "The mayor of Ipswich opened the rebuilt harbour bridge on Friday before 300 guests.",
    ]
    let summary = summary(texts, sentences: 1)
    let said = try #require(summary.summary.first)
    #expect(said.places.map(\.document) == [1])
    #expect(said.agreeing.map(\.place.document) == [2, 3])
    #expect(said.agreeing.map(\.text) == [texts[1], texts[2]])
    #expect(said.sources == 3)
  }

  @Test func `counts sources that were copied in part once`() throws {
    var random = SeededGenerator(seed: 63)
    let said = "The council of Norwich approved the new harbour bridge after a long debate."
    let shared = said + " " + Corpus.prose(&random, sentences: 15)
    let texts = (0..<3).map { number in
      (number < 2 ? shared : said) + " " + Corpus.prose(&random, sentences: 25)
    }
    let summary = summary(texts, sentences: 40, keyPoints: 40)
    let found = try #require((summary.summary + summary.keyPoints).first { $0.text == said })
    #expect(found.places.map(\.document) == [1, 2, 3])
    #expect(found.sources == 2 && summary.copies.isEmpty)
  }

  @Test(arguments: [nil, "What did the council approve?"])
  func `says nothing nearly twice`(question: String?) {
    var random = SeededGenerator(seed: 65)
    for round in 0..<20 {
      let base = Corpus.prose(&random, sentences: 8) + " The council approved the plan."
      let texts = (0..<5).map { _ in Corpus.changed(base, part: Double(round) / 40, &random) }
      let summary = summary(texts, sentences: 12, keyPoints: 10, question: question)
      let sets = (summary.summary + summary.keyPoints).map {
        Set($0.text.lowercased().split { !$0.isLetter }.map { $0.prefix(6) })
      }
      for (place, one) in sets.enumerated() {
        for other in sets[..<place] {
          let common = Double(one.intersection(other).count)
          #expect(common <= 0.6 * Double(one.union(other).count))
        }
      }
    }
  }

  @Test func `represents documents by their shares above the cap`() {
    var random = SeededGenerator(seed: 71)
    let long = Corpus.prose(&random, sentences: 19_995)
    let texts = Self.others + [long, Corpus.harbour]
    let summary = summary(texts, sentences: 12)
    let shares = texts.map {
      Set(
        ExtractiveSummariser(length: SummaryLength(sentences: 3)).summary(
          of: SourceText(text: $0, language: "en")
        ).sentences.map(\.text)
      )
    }
    for sentence in summary.summary + summary.keyPoints {
      #expect(shares[sentence.places[0].document - 1].contains(sentence.text))
    }
    #expect(!summary.summary.isEmpty)
  }
}
