import Testing

@testable import Summarisation

struct GreedyChoiceTests {
  private static let documents = [
    ["Ferries cross the harbour daily.", "Seals rest on the sandbank."],
    ["Ferries use the harbour often.", "Biologists counted grey whales."],
  ]

  private func choice(_ index: ConceptIndex) -> GreedyChoice {
    GreedyChoice(index, SentenceRank(index, .question, relevance: nil))
  }

  @Test func `lowers the worth of what shares words with a chosen sentence`() {
    var choice = choice(indexed(Self.documents))
    let before = choice.gain(of: 2)
    let chosen = choice.choose(from: [0], sentences: 1, words: nil) {}
    #expect(chosen == [0] && choice.gain(of: 2) < before)
  }

  @Test func `takes what is refused for not said`() {
    var choice = choice(indexed(Self.documents))
    let before = (0..<4).map { choice.gain(of: $0) }
    var asked: [Int] = []
    let chosen = choice.choose(
      from: 0..<4,
      sentences: 4,
      words: nil,
      isAllowed: { sentence in
        asked.append(sentence)
        return false
      },
      checkpoint: {}
    )
    #expect(chosen.isEmpty && asked.sorted() == [0, 1, 2, 3])
    #expect((0..<4).map { choice.gain(of: $0) } == before)
  }

  @Test func `makes up for what is refused`() {
    var choice = choice(indexed(Self.documents))
    let chosen = choice.choose(
      from: 0..<4,
      sentences: 2,
      words: nil,
      isAllowed: { $0 != 0 && $0 != 2 },
      checkpoint: {}
    )
    #expect(chosen.sorted() == [1, 3])
  }
}
