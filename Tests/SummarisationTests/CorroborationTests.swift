import Testing

@testable import Summarisation

struct CorroborationTests {
  /// An index of documents given as lists of sentences.
  private func index(_ documents: [[String]]) -> ConceptIndex {
    var vocabulary = Vocabulary(LanguageData())
    vocabulary.use(language: "en")
    var index = ConceptIndex()
    for sentences in documents {
      index.beginDocument(length: sentences.count)
      for (place, sentence) in sentences.enumerated() {
        var tokens: [Token] = []
        let bytes = Array(sentence.utf8)
        vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
        index.add(
          ConceptIndex.Entry(place: place, words: 5, isComplete: true, isQuestion: false),
          tokens
        )
      }
    }
    return index
  }

  @Test func `names the sentences of other documents that are alike`() {
    let said = "The council approved the harbour plan on Monday"
    let corroboration = Corroboration(
      index([
        [said, "Rain fell on hills"], ["Snow fell on mountains", "\(said) evening", said],
        ["On Monday the council approved that harbour plan"], ["The council rejected everything"],
      ])
    )
    #expect(corroboration.alike(0) == [3, 4, 5])
    #expect(corroboration.documentCount(of: 0) == 3)
    #expect(corroboration.leader(of: 5) == 0)
    #expect(corroboration.alike(1).isEmpty)
    #expect(corroboration.documentCount(of: 6) == 1)
  }

  @Test func `asks for the same numbers`() {
    let corroboration = Corroboration(
      index([
        ["Sales of boats rose by 5 percent in spring"],
        ["Sales of boats rose by 7 percent in spring"],
        ["Sales of boats rose by 5 percent in early spring"],
      ])
    )
    #expect(corroboration.alike(0) == [2])
    #expect(corroboration.alike(1).isEmpty)
  }

  @Test func `groups boilerplate of thousands of documents`() {
    let corroboration = Corroboration(
      index(
        (0..<3_000).map { ["Subscribe to our weekly newsletter of harbour news", "n\($0) z\($0)"] }
      )
    )
    #expect(corroboration.documentCount(of: 0) == 3_000)
    #expect(corroboration.alike(0).count == 2_999)
  }
}
