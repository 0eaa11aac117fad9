/// Whether documents say enough of a question to answer it.
///
/// They do when a passage of three sentences holds a quarter of the question's words, or when one of
/// its words is what they are about: in a tenth of all sentences. Where the question is of names or
/// numbers, one of them must be there.
struct AnswerTest {
  private let hits: [QuestionHit]
  /// How many different words the question asks for.
  private let words: Int
  /// Those of them without one of which there is no answer: its names and numbers.
  private let named: Set<Int>
  private let sentences: Int

  private static let passage = 3
  private static let passagePart = 0.25
  private static let subjectPart = 0.1

  /// Takes the places of the question's words, by rising sentence.
  init(_ hits: [QuestionHit], words: Int, named: Set<Int>, sentences: Int) {
    self.hits = hits
    self.words = words
    self.named = named
    self.sentences = sentences
  }

  /// Whether a passage within one of the documents, or their subject, meets the question.
  func isMet(within documents: [Range<Int>]) -> Bool {
    guard !hits.isEmpty else { return false }
    guard named.isEmpty || hits.contains(where: { named.contains($0.term) }) else { return false }
    return hasSubject || hasPassage(within: documents)
  }

  private var hasSubject: Bool {
    var frequencies: [Int: Int] = [:]
    for hit in hits { frequencies[hit.term, default: 0] += 1 }
    return Double(frequencies.values.max() ?? 0) >= Self.subjectPart * Double(sentences)
  }

  private func hasPassage(within documents: [Range<Int>]) -> Bool {
    let needed = max(1, Self.passagePart * Double(words))
    var first = 0
    for document in documents {
      while first < hits.count, hits[first].sentence < document.upperBound {
        let end = min(hits[first].sentence + Self.passage, document.upperBound)
        var found: Set<Int> = []
        var next = first
        while next < hits.count, hits[next].sentence < end {
          found.insert(hits[next].term)
          next += 1
        }
        if Double(found.count) >= needed { return true }
        first += 1
      }
    }
    return false
  }
}
