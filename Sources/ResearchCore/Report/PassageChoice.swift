import Summarisation

/// Chooses what of each source a model may cite when it writes a report's summary.
///
/// First what the source's own summary quotes or cites, then further sentences that matter most,
/// within an equal share of all that a model is given.
struct PassageChoice {
  private let share: Int
  private let options: ReportOptions
  private let summariser = ExtractiveSummariser(length: SummaryLength(sentences: mostSentences))

  /// The scalars that a model is given of all sources, and of one at most.
  private static let mostScalars = 60_000
  private static let mostOfSource = 4_000
  /// A longer passage is cut: nobody finds in it what a sentence rests on.
  private static let longestPassage = 1_000
  private static let mostSentences = 24
  private static let mostPassages = 64

  /// A choice for a report of so many sources.
  init(sources: Int, options: ReportOptions) {
    share = min(Self.mostOfSource, Self.mostScalars / max(1, sources))
    self.options = options
  }

  /// The places of a record's text, apart from one another and rising; `summary` is its own.
  ///
  /// There is at least one where there is anything to choose.
  func places(of record: Record, summary: [Record.Sentence]) -> [Range<Int>] {
    guard let source = SourceText(record, options: options) else { return [] }
    let length = source.text.unicodeScalars.count
    let own = summary.lazy.flatMap(\.cited).filter { $0.start >= 0 && $0.start < $0.end }
      .prefix(Self.mostPassages).map { $0.start..<$0.end }
    let further = summariser.summary(of: source).sentences
      .sorted { ($1.score, $0.start) < ($0.score, $1.start) }.map { $0.start..<$0.end }
    var (chosen, rest): ([Range<Int>], Int) = ([], share)
    for place in Array(own) + further where place.upperBound <= length && !place.isEmpty {
      let place = place.prefix(Self.longestPassage)
      let range = place.startIndex..<place.endIndex
      guard chosen.isEmpty || range.count <= rest,
        !chosen.contains(where: { $0.overlaps(range) })
      else { continue }
      chosen.append(range)
      rest -= range.count
    }
    return chosen.sorted { $0.lowerBound < $1.lowerBound }
  }
}
