import Glibc

/// How well sentences meet a question: BM25 over its content stems.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 1.2, b 0.75. In
/// scripts without spaces a term is a pair of characters, since one alone says little.
struct QuestionFocus {
  /// By stem, or by pair of stems: the place of the word in the question.
  private var terms: [UInt64: Int] = [:]
  private var hits: [QuestionHit] = []
  private var lengths: [Int] = []
  private var counts: [Int] = []

  /// A neighbour's part in a sentence's relevance, as answers go on.
  private static let neighbourPart = 0.1
  /// What a sentence without a word of the question is worth, and what is added to that when the
  /// texts hold none of its words.
  private static let floor = (least: 0.01, doubt: 0.3)

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
      hits.append(QuestionHit(sentence: sentence, term: term, count: counts[term]))
      counts[term] = 0
    }
  }

  /// Whether any sentence holds a word of the question.
  var hasHits: Bool { !hits.isEmpty }

  /// The stems that the question asks for, or the pairs of them.
  var asked: [QuestionTerm] { terms.keys.map(QuestionTerm.init) }

  /// Whether the documents hold enough of the question's words to answer it.
  func isMet(within documents: [Range<Int>]) -> Bool {
    AnswerTest(hits, words: Set(terms.values).count, sentences: lengths.count)
      .isMet(within: documents)
  }

  /// Relevance of each sentence: its score and a part of its neighbours', the greatest being 1.
  func relevance(within documents: [Range<Int>]) -> Relevance {
    let rarities = rarities
    let scores = scores(rarities)
    var relevance = scores
    for document in documents {
      for sentence in document {
        if sentence > document.lowerBound {
          relevance[sentence] += Self.neighbourPart * scores[sentence - 1]
        }
        if sentence + 1 < document.upperBound {
          relevance[sentence] += Self.neighbourPart * scores[sentence + 1]
        }
      }
    }
    let greatest = relevance.max() ?? 0
    return Relevance(
      values: greatest > 0 ? relevance.map { $0 / greatest } : relevance,
      floor: Self.floor.least + Self.floor.doubt * missingPart(rarities)
    )
  }

  // MARK: - Terms

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

  // MARK: - Scores

  /// How rare each word of the question is among the sentences; the rarest is the one in none.
  private var rarities: [Double] {
    var frequencies = [Double](repeating: 0, count: counts.count)
    for hit in hits { frequencies[hit.term] += 1 }
    return frequencies.map { log(1 + (Double(lengths.count) - $0 + 0.5) / ($0 + 0.5)) }
  }

  /// The part of the question that no sentence holds, by the rarity of its words.
  private func missingPart(_ rarities: [Double]) -> Double {
    let found = Set(hits.map(\.term))
    var total = 0.0
    var missing = 0.0
    for term in Set(terms.values).sorted() {
      total += rarities[term]
      if !found.contains(term) { missing += rarities[term] }
    }
    return total > 0 ? missing / total : 0
  }

  /// The score of each sentence, not yet smoothed.
  private func scores(_ rarities: [Double]) -> [Double] {
    let total = Double(lengths.count)
    let mean = max(1, Double(lengths.reduce(0, +)) / max(1, total))
    var scores = [Double](repeating: 0, count: lengths.count)
    for hit in hits {
      let count = Double(hit.count)
      let norm = 1.2 * (0.25 + 0.75 * Double(lengths[hit.sentence]) / mean)
      scores[hit.sentence] += rarities[hit.term] * count * 2.2 / (count + norm)
    }
    return scores
  }
}
