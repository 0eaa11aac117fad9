import Testing

@testable import Summarisation

struct CandidateStoreTests {
  private func store(cap: Int, documents: Int) -> CandidateStore {
    var store = CandidateStore(cap: cap)
    let splitter = SentenceSplitter(language: "en", data: LanguageData())
    for id in 0..<documents {
      let text = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"]
        .map { "\($0) of \(id)." }.joined(separator: " ")
      let bytes = Array(text.utf8)
      let sentences = splitter.sentences(of: bytes.span)
      let share = sentences.enumerated().map { place, sentence in
        SummarySentence(
          text: String(decoding: bytes[sentence.bytes], as: UTF8.self),
          start: sentence.scalars.lowerBound,
          end: sentence.scalars.upperBound,
          score: place == 1 ? 1 : 0.5
        )
      }
      store.add(
        CandidateStore.Document(id: id, language: "en", length: sentences.count),
        bytes.span,
        sentences,
        share: share
      )
    }
    return store
  }

  @Test(arguments: [
    (24, 4, 24, 4), (23, 4, 8, 4), (16, 4, 8, 4), (15, 4, 4, 4), (8, 4, 4, 4), (7, 4, 2, 2),
    (3, 4, 1, 1), (10, 50, 4, 4),
  ])
  func `keeps all sentences up to the cap, then equal shares of half of it`(
    cap: Int,
    documents: Int,
    sentences: Int,
    heard: Int
  ) {
    let list = store(cap: cap, documents: documents).candidates()
    #expect(list.items.count == sentences)
    #expect(Set(list.items.map(\.document)).count == heard)
  }

  @Test func `hears every second or fourth document where there are too many for all`() {
    let list = store(cap: 10, documents: 17).candidates()
    #expect(list.items.map(\.document) == [0, 4, 8, 12, 16])
  }

  @Test func `gives the best of a share with their places`() {
    let list = store(cap: 4, documents: 2).candidates()
    #expect(list.items.map(\.place) == [1, 1])
    #expect(String(decoding: list.bytes, as: UTF8.self) == "Second of 0.Second of 1.")
  }
}
