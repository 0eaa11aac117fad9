import Testing

@testable import Summarisation

struct CandidateStoreTests {
  private func store(cap: Int, documents: Int) -> CandidateStore {
    var store = CandidateStore(cap: cap)
    let splitter = SentenceSplitter(language: "en", data: LanguageData())
    for id in 0..<documents {
      let text = "First of \(id). Second of \(id). Third of \(id)."
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

  @Test(arguments: [(12, 4, 12), (11, 4, 8), (8, 4, 8), (7, 4, 4), (3, 4, 4), (1, 50, 50)])
  func `keeps all sentences up to the cap, then equal shares`(
    cap: Int,
    documents: Int,
    expected: Int
  ) {
    let list = store(cap: cap, documents: documents).candidates()
    #expect(list.items.count == expected)
    #expect(Set(list.items.map(\.document)).count == documents)
  }

  @Test func `gives the best of a share with their places`() {
    let list = store(cap: 3, documents: 2).candidates()
    #expect(list.items.map(\.place) == [1, 1])
    #expect(String(decoding: list.bytes, as: UTF8.self) == "Second of 0.Second of 1.")
  }
}
