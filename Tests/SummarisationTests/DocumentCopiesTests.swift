import TestSupport
import Testing

@testable import Summarisation

struct DocumentCopiesTests {
  private func groups(_ texts: [String]) -> [Int: Int] {
    var copies = DocumentCopies()
    for text in texts { copies.add(Array(text.utf8).span) }
    return copies.groups()
  }

  @Test func `groups near copies under the first`() {
    var random = SeededGenerator(seed: 1)
    let first = Corpus.prose(&random, sentences: 60)
    let second = Corpus.prose(&random, sentences: 60)
    let edited = "Read this. " + first.uppercased() + " More of this tomorrow."
    #expect(groups([first, second, edited, second, first]) == [2: 0, 3: 1, 4: 0])
  }

  @Test func `tells texts apart that share a part`() {
    var random = SeededGenerator(seed: 2)
    let shared = Corpus.prose(&random, sentences: 20)
    let texts = (0..<10).map { _ in shared + " " + Corpus.prose(&random, sentences: 30) }
    #expect(groups(texts).isEmpty)
  }

  @Test func `compares no short texts`() {
    #expect(groups(["Page not found.", "Page not found.", "", ""]).isEmpty)
  }

  @Test func `finds copies in scripts without spaces`() {
    let text = (0x4E00..<0x4F00).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    #expect(groups([text, String(text.dropFirst(3))]) == [1: 0])
  }

  @Test func `groups many copies at once`() {
    var random = SeededGenerator(seed: 3)
    let text = Corpus.prose(&random, sentences: 30)
    let groups = groups([String](repeating: text, count: 2_000))
    #expect(groups.count == 1_999)
    #expect(groups.values.allSatisfy { $0 == 0 })
  }
}
