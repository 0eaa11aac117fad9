import Glibc

/// How well sentences meet a question: BM25 over its content stems.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 1.2, b 0.75.
struct QuestionFocus {
  private var termOfStem: [UInt32: Int] = [:]
  private var hits: [Hit] = []
  private var lengths: [Int] = []
  private var counts: [Int]

  private struct Hit {
    var sentence: Int
    var term: Int
    var count: Int
  }

  /// How many distinct content words the question has.
  private(set) var terms = 0

  init() { counts = [] }

  /// Adds the question as it reads in one more language; words keep their places.
  mutating func add(question tokens: [Token]) {
    var content = tokens.filter(\.isContent)
    if content.isEmpty { content = tokens }
    for token in content where termOfStem[token.stem] == nil {
      termOfStem[token.stem] = terms
      terms += 1
      counts.append(0)
    }
  }

  /// Notes the next sentence.
  mutating func add(sentence tokens: [Token]) {
    let sentence = lengths.count
    lengths.append(tokens.count)
    var seen: [Int] = []
    for token in tokens {
      guard token.isContent || terms < 3, let term = termOfStem[token.stem] else { continue }
      if counts[term] == 0 { seen.append(term) }
      counts[term] += 1
    }
    for term in seen {
      hits.append(Hit(sentence: sentence, term: term, count: counts[term]))
      counts[term] = 0
    }
  }

  /// Whether any sentence holds a content word of the question.
  var isMet: Bool { !hits.isEmpty }

  /// The score of each sentence, not yet smoothed.
  func scores() -> [Double] {
    var frequencies = [Double](repeating: 0, count: terms)
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
