import Glibc

/// How well sentences meet a question: BM25 over its content stems.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 1.2, b 0.75. In
/// scripts without spaces a term is a pair of characters, since one alone says little.
struct QuestionFocus {
  /// By stem, or by pair of stems: the place of the word in the question.
  private var terms: [UInt64: Int] = [:]
  private var hits: [Hit] = []
  private var lengths: [Int] = []
  private var counts: [Int] = []

  private struct Hit {
    var sentence: Int
    var term: Int
    var count: Int
  }

  /// The part of the question's words that one document must hold to answer it.
  ///
  /// On four sets of questions with their documents all pass; with documents of other questions
  /// a third fails that a single word would let pass.
  private static let answeredPart = 0.2

  /// Adds the question as it reads in one language; its words keep their places in the next.
  mutating func add(question tokens: [Token]) {
    let hasContent = tokens.contains(where: \.isContent)
    counts = [Int](repeating: 0, count: max(counts.count, tokens.count))
    for (place, token) in tokens.enumerated() where token.isContent || !hasContent {
      let next = place + 1 < tokens.count ? tokens[place + 1] : nil
      let previous = place > 0 ? tokens[place - 1] : nil
      if let key = next.flatMap({ Self.pair(token, $0) }) {
        note(key, place)
      } else if previous.flatMap({ Self.pair($0, token) }) == nil {
        note(UInt64(token.stem), place)
      }
    }
  }

  /// Notes the next sentence.
  mutating func add(sentence tokens: [Token]) {
    let sentence = lengths.count
    lengths.append(tokens.count)
    var seen: [Int] = []
    var previous: Token?
    for token in tokens {
      count(UInt64(token.stem), &seen)
      if let key = previous.flatMap({ Self.pair($0, token) }) { count(key, &seen) }
      previous = token
    }
    for term in seen {
      hits.append(Hit(sentence: sentence, term: term, count: counts[term]))
      counts[term] = 0
    }
  }

  /// Whether any sentence holds a word of the question.
  var hasHits: Bool { !hits.isEmpty }

  /// Whether one of the documents holds enough of the question's words to answer it.
  func isMet(within documents: [Range<Int>]) -> Bool {
    let needed = max(1, Self.answeredPart * Double(Set(terms.values).count))
    var next = 0
    for document in documents {
      var found: Set<Int> = []
      while next < hits.count, hits[next].sentence < document.upperBound {
        found.insert(hits[next].term)
        next += 1
      }
      if Double(found.count) >= needed { return true }
    }
    return false
  }

  private mutating func note(_ key: UInt64, _ place: Int) {
    if terms[key] == nil { terms[key] = place }
  }

  @inline(__always)
  private mutating func count(_ key: UInt64, _ seen: inout [Int]) {
    guard let term = terms[key] else { return }
    if counts[term] == 0 { seen.append(term) }
    counts[term] += 1
  }

  /// The key of two neighbouring characters; those of single stems are below all of them.
  private static func pair(_ first: Token, _ second: Token) -> UInt64? {
    guard first.isUnspaced, second.isUnspaced, first.isContent || second.isContent else {
      return nil
    }
    return (UInt64(first.stem) + 1) << 32 | UInt64(second.stem)
  }

  /// The score of each sentence, not yet smoothed.
  func scores() -> [Double] {
    var frequencies = [Double](repeating: 0, count: counts.count)
    for hit in hits { frequencies[hit.term] += 1 }
    let total = Double(lengths.count)
    let mean = max(1, Double(lengths.reduce(0, +)) / max(1, total))
    var scores = [Double](repeating: 0, count: lengths.count)
    for hit in hits {
      let frequency = frequencies[hit.term]
      let rarity = log(1 + (total - frequency + 0.5) / (frequency + 0.5))
      let count = Double(hit.count)
      let norm = 1.2 * (0.25 + 0.75 * Double(lengths[hit.sentence]) / mean)
      scores[hit.sentence] += rarity * count * 2.2 / (count + norm)
    }
    return scores
  }

  /// Relevance from 0 to 1: a sentence's score and a part of its neighbours', as answers go on.
  func relevance(within documents: [Range<Int>]) -> [Double] {
    let scores = scores()
    var relevance = scores
    for document in documents {
      for sentence in document {
        for (distance, part) in [(1, 0.2), (2, 0.04)] {
          if sentence - distance >= document.lowerBound {
            relevance[sentence] += part * scores[sentence - distance]
          }
          if sentence + distance < document.upperBound {
            relevance[sentence] += part * scores[sentence + distance]
          }
        }
      }
    }
    let greatest = relevance.max() ?? 0
    return greatest > 0 ? relevance.map { $0 / greatest } : relevance
  }
}
