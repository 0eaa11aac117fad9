import Testing

@testable import Summarisation

struct DialogueTests {
  @Test(arguments: [
    ("en", "Can you hear me?", true), ("en", "They heard the bell.", false),
    ("en", "We measured the flow.", false), ("en", "“I am glad,” she said.", false),
    ("en", "World War I ended.", false), ("de", "Hörst du mich?", true),
    ("fr", "Vous m'entendez ?", true), ("zh", "我觉得可以。", true), ("zh", "会议已经结束。", false),
    ("ja", "私はそう思う。", true), ("xx", "Can you hear me?", false), ("en", "", false),
  ])
  func `finds the words of those who talk to each other`(
    language: String,
    text: String,
    isTalk: Bool
  ) {
    let bytes = Array(text.utf8)
    let dialogue = Dialogue(language: language, data: LanguageData())
    let speaks = dialogue.speaks(in: bytes.span, 0..<bytes.count)
    #expect(speaks == isTalk)
  }

  @Test func `has small letters only in its lists`() {
    for list in Dialogue.lists { #expect(list.words == list.words.lowercased()) }
  }

  /// What the first of some sentences counts for, against the last: how far its place is trusted.
  private static func trust(talk: Int, questions: Int) -> Double {
    var index = ConceptIndex()
    index.beginDocument(length: 20)
    for place in 0..<20 {
      var entry = ConceptIndex.Entry(
        place: place,
        words: 8,
        isComplete: true,
        isQuestion: (1...questions).contains(place)
      )
      entry.isTalk = place < talk
      let stems = place < 3 ? 0..<8 : 5..<8
      index.add(entry, stems.map { Token(stem: $0, isContent: true) })
    }
    let rank = SentenceRank(index, .single, relevance: nil)
    return rank.factors[0] / rank.factors[19]
  }

  @Test func `an opening is not trusted where half of the sentences are talk`() {
    #expect(Self.trust(talk: 0, questions: 2) > 1.2)
    #expect(Self.trust(talk: 10, questions: 2) == 1)
    let between = Self.trust(talk: 8, questions: 2)
    #expect(between > 1 && between < Self.trust(talk: 7, questions: 2))
  }
}
