import TestSupport
import Testing

@testable import Summarisation

struct DocumentCopiesTests {
  private func groups(_ texts: [String]) -> [Int: Int] {
    var copies = DocumentCopies()
    for text in texts { copies.add(Array(text.utf8).span) }
    return copies.groups().copies
  }

  private func kin(_ texts: [String]) -> [Int: [Int]] {
    var copies = DocumentCopies()
    for text in texts { copies.add(Array(text.utf8).span) }
    return copies.groups().kin
  }

  /// A text of 40 sentences, made into a copy of it.
  enum Change: CaseIterable {
    case cut, reordered, framed, reworded, short

    func copy(of text: String, _ random: inout SeededGenerator) -> String {
      let sentences = text.split(separator: ". ")
      switch self {
      case .cut: return sentences.prefix(sentences.count / 2).joined(separator: ". ")
      case .reordered: return sentences.shuffled(using: &random).joined(separator: ". ")
      case .framed:
        return Corpus.prose(&random, sentences: 8) + " " + text + " "
          + Corpus.prose(&random, sentences: 8)
      case .reworded: return Corpus.changed(text, part: 0.1, &random)
      case .short: return sentences.dropFirst(10).prefix(8).joined(separator: ". ")
      }
    }
  }

  @Test(arguments: Change.allCases)
  func `finds copies that were changed`(change: Change) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      let text = Corpus.prose(&random, sentences: 40)
      let other = Corpus.prose(&random, sentences: 40)
      #expect(groups([text, other, change.copy(of: text, &random)]) == [2: 0])
    }
  }

  @Test func `takes a long text with a copied part for kin of each`() {
    var random = SeededGenerator(seed: 7)
    let parts = (0..<3).map { _ in Corpus.prose(&random, sentences: 40) }
    let digest = parts.joined(separator: " ")
    #expect(groups(parts + [digest]).isEmpty)
    #expect(kin(parts + [digest]) == [3: [0, 1, 2]])
    #expect(groups([digest] + parts) == [1: 0, 2: 0, 3: 0])
  }

  @Test func `compares less of each text where there are many`() {
    var copies = DocumentCopies()
    var random = SeededGenerator(seed: 9)
    let text = Corpus.prose(&random, sentences: 30)
    copies.add(Array(text.utf8).span)
    for number in 0..<9_000 { copies.add(Array("short \(number)".utf8).span) }
    copies.add(Array((text + " More.").utf8).span)
    #expect(copies.groups().copies == [9_001: 0])
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
    let shared = Corpus.prose(&random, sentences: 10)
    let texts = (0..<10).map { _ in shared + " " + Corpus.prose(&random, sentences: 40) }
    #expect(groups(texts).isEmpty)
  }

  @Test func `names only an original that the copy has a part of`() {
    var random = SeededGenerator(seed: 4)
    let one = Corpus.prose(&random, sentences: 40)
    let other = Corpus.prose(&random, sentences: 30)
    #expect(groups([one, one + " " + other, other]) == [1: 0, 2: 1])
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
