import Glibc

/// How well sentences meet a question: BM25 over its content stems.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with k1 1.2, b 0.75. In
/// scripts without spaces a term is a pair of characters, since one alone says little.
struct QuestionFocus {
  /// By language, and by stem or by pair of stems: the place of the word in the question.
  private var readings: [String: [UInt64: Int]] = [:]
  /// The reading in the language of the sentences that come.
  private var terms: [UInt64: Int] = [:]
  /// The places of the question's words in any reading, and those of its names and numbers.
  private var places: Set<Int> = []
  private var names: Set<Int> = []
  private var numbers: Set<Int> = []
  private var hits: [QuestionHit] = []
  private var lengths: [Int] = []
  private var counts: [Int] = []

  /// Names that are more than this part of the question's words must be there.
  private static let namedPart = 0.25
  /// A neighbour's part in a sentence's relevance, as answers go on.
  private static let neighbourPart = 0.1
  /// What a sentence without a word of the question is worth, and what is added to that when the
  /// texts hold none of its words.
  private static let floor = (least: 0.01, doubt: 0.3)

  /// Reads the sentences that come as ones of a language, and the question with them.
  ///
  /// `vocabulary` uses that language from here on.
  mutating func use(
    language: String,
    for question: QuestionText,
    _ vocabulary: inout Vocabulary
  ) {
    if readings[language] == nil {
      terms = [:]
      read(question.tokens(in: language, &vocabulary), of: question)
      readings[language] = terms
    }
    terms = readings[language] ?? [:]
    vocabulary.use(language: language)
  }

  /// Words keep their places in all readings.
  private mutating func read(_ tokens: [Token], of question: QuestionText) {
    counts = [Int](repeating: 0, count: max(counts.count, tokens.count))
    for (place, token) in tokens.enumerated() where token.isContent {
      let next = place + 1 < tokens.count ? tokens[place + 1] : nil
      let previous = place > 0 ? tokens[place - 1] : nil
      if let key = next.flatMap({ Self.pair(token, $0) }) {
        note(key, place)
      } else if previous.flatMap({ Self.pair($0, token) }) == nil {
        note(UInt64(token.stem), place)
        guard let first = terms[UInt64(token.stem)] else { continue }
        if question.names.contains(place) { names.insert(first) }
        if question.numbers.contains(place) { numbers.insert(first) }
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
  var asked: [QuestionTerm] { readings.values.flatMap { $0.keys.map(QuestionTerm.init) } }

  /// Whether the documents hold enough of the question's words to answer it.
  func isMet(within documents: [Range<Int>]) -> Bool {
    AnswerTest(hits, words: places.count, named: decisive, sentences: lengths.count)
      .isMet(within: documents)
  }

  /// Names and numbers without any of which there is no answer; a name among many words may fail.
  private var decisive: Set<Int> {
    let named = names.union(numbers)
    return !numbers.isEmpty || Self.namedPart * Double(places.count) < Double(named.count)
      ? named : []
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
    guard terms[key] == nil else { return }
    terms[key] = place
    places.insert(place)
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
    for term in places.sorted() {
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
