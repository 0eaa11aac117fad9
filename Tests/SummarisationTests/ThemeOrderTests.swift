import Testing

@testable import Summarisation

struct ThemeOrderTests {
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

  private static let documents = [
    ["The harbour needs ferries.", "Seals rest on the sandbank."],
    ["Biologists counted seals near the sandbank.", "Ferries left the old harbour."],
  ]

  @Test func `puts themes by worth, and their sentences by source`() {
    let order = ThemeOrder(index(Self.documents), gains: [1, 2, 4, 3])
    #expect(order.ordered([3, 0, 2, 1]) == [1, 2, 0, 3])
    let other = ThemeOrder(index(Self.documents), gains: [4, 2, 1, 3])
    #expect(other.ordered([0, 1, 2, 3]) == [0, 3, 1, 2])
  }

  @Test func `keeps one document as it stands`() {
    let order = ThemeOrder(index([Self.documents.flatMap(\.self)]), gains: [1, 2, 4, 3])
    #expect(order.ordered([3, 0, 2, 1]) == [0, 1, 2, 3])
  }

  @Test func `takes equal worth by source`() {
    let order = ThemeOrder(index(Self.documents), gains: [1, 1, 1, 1])
    #expect(order.ordered([3, 2, 1, 0]) == [0, 3, 1, 2])
    #expect(order.ordered([]).isEmpty)
  }
}
