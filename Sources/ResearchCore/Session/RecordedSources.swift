/// What an earlier run has recorded of its sources, by their numbers.
///
/// Some sixty bytes a source: enough to tell whether a list is the same, and how a source ended.
struct RecordedSources: Sendable {
  /// What is recorded of one source.
  struct Entry: Sendable {
    /// How it ended.
    let outcome: Outcome
    /// How often it was asked for.
    let attempts: Int
    /// The seconds that its steps took.
    let seconds: Double
    private let name: Fingerprint

    /// Takes what is of use from a record.
    init(_ record: Record) {
      outcome = record.outcome
      attempts = record.attempts ?? 0
      seconds = record.timings?.total ?? 0
      name = Fingerprint(record.source)
    }

    /// Whether nothing is to be done about the source any more.
    var hasEnded: Bool { outcome != .unfinished }

    /// Whether the list still says the same.
    func isOf(_ source: Source) -> Bool { name == Fingerprint(source.name) }
  }

  private var entries: [Int: Entry] = [:]

  /// Takes in what lines hold; the last one of a source counts.
  mutating func take(_ lines: [RecordsScan.Line]) {
    for line in lines {
      if case .record(let index, let entry) = line.content { entries[index] = entry }
    }
  }

  /// What is recorded of a source; nil where nothing is.
  subscript(index: Int) -> Entry? { entries[index] }

  /// How many sources have ended.
  var ended: Int { entries.values.count { $0.hasEnded } }

  /// The numbers above `last` that have a record, rising.
  func indices(beyond last: Int) -> [Int] {
    entries.keys.filter { $0 > last }.sorted()
  }
}
