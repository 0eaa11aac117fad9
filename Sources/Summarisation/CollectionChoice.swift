/// Chooses from a collection: first the summary, then the key points from the rest.
struct CollectionChoice {
  private let index: CollectionIndex
  private let length: SummaryLength
  private let keyPoints: Int
  private let expectsOther: Bool
  private let parameters: RankParameters
  private let relevance: Relevance?
  private let rank: SentenceRank
  private let corroboration: Corroboration

  /// A document's relevance is the mean gain of so many of its best sentences.
  private static let bestSentences = 3

  init(_ index: CollectionIndex, length: SummaryLength, keyPoints: Int, expectsOther: Bool) {
    self.index = index
    self.expectsOther = expectsOther
    self.length = length
    self.keyPoints = keyPoints
    parameters =
      index.focus != nil ? .question : index.concepts.documents.count == 1 ? .single : .several
    relevance = index.focus?.relevance(within: index.concepts.documents)
    rank = SentenceRank(index.concepts, parameters, relevance: relevance)
    corroboration = Corroboration(index.concepts)
  }

  /// The summary, the key points and the relevance of the documents.
  func summary() -> CollectionSummary {
    var result = CollectionSummary()
    result.relevance = documentRelevance()
    if let focus = index.focus {
      let isMet = focus.isMet(within: index.concepts.documents)
      result.answered = isMet
      guard isMet else { return result }
    }
    var greedy = GreedyChoice(index.concepts, rank)
    if expectsOther {
      var fresh = greedy
      result.pointsAlone = points(&fresh, after: [])
    }
    var chosen = choose(&greedy, usual)
    if chosen.isEmpty { chosen = choose(&greedy, Array(index.concepts.entries.indices)) }
    result.summary = chosen.sorted().map(quote)
    result.keyPoints = points(&greedy, after: chosen)
    return result
  }

  private func points(_ greedy: inout GreedyChoice, after summary: [Int]) -> [ChosenSentence] {
    Self.mostCorroborated(furtherPoints(&greedy, after: summary).map(quote))
  }

  private func choose(_ greedy: inout GreedyChoice, _ candidates: [Int]) -> [Int] {
    greedy.choose(from: candidates, sentences: length.sentences, words: length.words) {}
  }

  /// Sentences that are neither too short nor too long to be quoted.
  private var usual: [Int] {
    index.concepts.entries.indices.filter {
      parameters.sentenceLengths.contains(index.concepts.entries[$0].words)
    }
  }

  /// The most corroborated first; among equals, what adds most to all that was said.
  private func furtherPoints(_ greedy: inout GreedyChoice, after summary: [Int]) -> [Int] {
    let said = Set(summary.map { corroboration.leader(of: $0) })
    var tiers: [Int: [Int]] = [:]
    for sentence in usual where !said.contains(corroboration.leader(of: sentence)) {
      let entry = index.concepts.entries[sentence]
      guard entry.isComplete, !entry.isQuestion, relevance.map({ $0.values[sentence] > 0 }) ?? true
      else { continue }
      tiers[corroboration.documentCount(of: sentence), default: []].append(sentence)
    }
    var points: [Int] = []
    for count in tiers.keys.sorted(by: >) where points.count < keyPoints {
      points += greedy.choose(
        from: tiers[count] ?? [],
        sentences: keyPoints - points.count,
        words: nil
      ) {}
    }
    return points
  }

  /// In the order of their places' number; a group's reach may be more than what one quote has.
  private static func mostCorroborated(_ points: [ChosenSentence]) -> [ChosenSentence] {
    points.enumerated().sorted {
      ($1.element.places.count, $0.offset) < ($0.element.places.count, $1.offset)
    }.map(\.element)
  }

  private func quote(_ sentence: Int) -> ChosenSentence {
    let greatest = rank.gains.max() ?? 0
    return index.quote(
      sentence,
      score: greatest > 0 ? min(1, rank.gains[sentence] / greatest) : 0,
      agreeing: corroboration.agreeing(with: sentence).filter { index.saysTheSame(sentence, $0) }
    )
  }

  private func documentRelevance() -> [Int: Double] {
    var values: [Double] = []
    for document in index.concepts.documents {
      let best = document.map { rank.gains[$0] }.sorted(by: >).prefix(Self.bestSentences)
      values.append(best.reduce(0, +) / Double(max(1, best.count)))
    }
    let greatest = values.max() ?? 0
    var relevance: [Int: Double] = [:]
    for (id, value) in zip(index.ids, values) {
      relevance[id] = greatest > 0 ? value / greatest : 0
    }
    return relevance
  }
}
