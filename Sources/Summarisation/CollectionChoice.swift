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
  private let lists = DifferenceWords()
  private var agreement: Agreement
  private var boilerplate: Boilerplate
  private let greatestGain: Double

  /// A document's relevance is the mean gain of so many of its best sentences.
  private static let bestSentences = 3
  /// As relevant to a question as this must be key points, and what documents differ in.
  private static let bearing = 0.25

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
    agreement = Agreement(index, corroboration, lists.claims)
    boilerplate = Boilerplate(index, corroboration)
    greatestGain = rank.gains.max() ?? 0
  }

  /// The summary, the key points and the relevance of the documents.
  mutating func summary() -> CollectionSummary {
    var result = CollectionSummary()
    result.relevance = documentRelevance()
    if let focus = index.focus {
      let isMet = focus.isMet(within: index.concepts.documents)
      result.answered = isMet
      guard isMet else { return result }
    }
    let greedy = GreedyChoice(index.concepts, rank)
    if expectsOther {
      var alone = BoundedChoice(index, greedy)
      result.pointsAlone = points(&alone, after: [])
    }
    var choice = BoundedChoice(index, greedy)
    var chosen = choice.choose(from: quotable, sentences: length.sentences, words: length.words)
    if chosen.isEmpty {
      let all = Array(index.concepts.entries.indices)
      chosen = choice.choose(from: all, sentences: length.sentences, words: length.words)
    }
    result.summary = readingOrder(chosen).map { quote($0) }
    result.keyPoints = points(&choice, after: chosen)
    result.differences = differences()
    return result
  }

  /// Sentences that are neither too short nor too long to be quoted.
  private var usual: [Int] {
    index.concepts.entries.indices.filter {
      parameters.sentenceLengths.contains(index.concepts.entries[$0].words)
    }
  }

  /// With a question complete sentences only, while there are any.
  private var quotable: [Int] {
    guard relevance != nil else { return usual }
    let complete = usual.filter { index.concepts.entries[$0].isComplete }
    return complete.isEmpty ? usual : complete
  }

  /// Complete statements; with a question what bears on it.
  private var statements: [Int] {
    usual.filter { sentence in
      let entry = index.concepts.entries[sentence]
      let isRelevant = relevance.map { $0.values[sentence] >= Self.bearing } ?? true
      return entry.isComplete && !entry.isQuestion && isRelevant
    }
  }

  /// By theme; with a question what answers it comes first, if there are several documents.
  private func readingOrder(_ chosen: [Int]) -> [Int] {
    let order = ThemeOrder(index.concepts, gains: rank.gains)
    guard let relevance, index.concepts.documents.count > 1 else { return order.ordered(chosen) }
    let themes = order.themes(of: chosen)
    return AnswerOrder(themes: themes, relevance: relevance.values)
      .ordered(order.ordered(chosen, by: themes))
  }

  /// In the order of their sources' number, then by theme, source and place.
  private mutating func points(
    _ choice: inout BoundedChoice,
    after summary: [Int]
  ) -> [ChosenSentence] {
    let order = ThemeOrder(index.concepts, gains: rank.gains)
    let points = order.ordered(furtherPoints(&choice, after: summary)).map { quote($0) }
    return points.enumerated().sorted {
      ($1.element.sources, $0.offset) < ($0.element.sources, $1.offset)
    }.map(\.element)
  }

  /// The most corroborated first; among equals, what adds most to all that was said.
  private mutating func furtherPoints(
    _ choice: inout BoundedChoice,
    after summary: [Int]
  ) -> [Int] {
    let said = Set(summary.map { corroboration.leader(of: $0) })
    var tiers: [Int: [Int]] = [:]
    var reach: [Int: Int] = [:]
    for sentence in statements where !said.contains(corroboration.leader(of: sentence)) {
      let leader = corroboration.leader(of: sentence)
      guard !boilerplate.holds(leader) else { continue }
      let sources = reach[leader] ?? sources(saying: leader)
      reach[leader] = sources
      tiers[sources, default: []].append(sentence)
    }
    var points: [Int] = []
    for count in tiers.keys.sorted(by: >) where points.count < keyPoints {
      points += choice.choose(
        from: tiers[count] ?? [],
        sentences: keyPoints - points.count,
        words: nil
      )
    }
    return points
  }

  /// What independent documents give different values for; with a question what bears on it.
  private mutating func differences() -> [CollectionDifference] {
    var finder = DifferenceFinder(index, lists)
    return finder.differences(among: statements, atMost: keyPoints).map { statements in
      CollectionDifference(
        subject: index.subject(of: statements),
        statements: statements.map { statement(of: $0, finder) }
      )
    }
  }

  private mutating func statement(
    of statement: ValueStatement,
    _ finder: DifferenceFinder
  ) -> CollectionDifference.Statement {
    let others = finder.confirming(statement).map(\.sentence)
    return CollectionDifference.Statement(
      value: index.string(in: statement.quantity.bytes),
      sentence: quote(statement.sentence, agreement.support(of: statement.sentence, others))
    )
  }

  /// How many sources say what the sentence that leads a group says.
  private mutating func sources(saying leader: Int) -> Int {
    corroboration.documentCount(of: leader) > 1 ? agreement.support(of: leader).sources : 1
  }

  private mutating func quote(_ sentence: Int) -> ChosenSentence {
    quote(sentence, agreement.support(of: sentence))
  }

  private func quote(_ sentence: Int, _ support: Agreement.Support) -> ChosenSentence {
    index.quote(
      sentence,
      score: greatestGain > 0 ? min(1, rank.gains[sentence] / greatestGain) : 0,
      support
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
