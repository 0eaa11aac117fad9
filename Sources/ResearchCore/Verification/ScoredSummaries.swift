/// Finds the scores that the sentences of a page have in a report: those of its record, or those
/// that the program gives.
struct ScoredSummaries {
  private let makers: [PageSummary]

  /// Prepares for the pages of a report; its length is a guess, and tried first.
  init(_ options: ReportOptions) {
    let others = ReportOptions.Length.allCases.filter { $0 != options.length }
    makers = ([options.length] + others).map { length in
      var options = options
      options.length = length
      return PageSummary(options: options, trustsStored: false)
    }
  }

  /// The sentences that a report claims of a page, with the scores that they should have.
  ///
  /// What neither the record nor the program chose, as with other bounds or another version, is
  /// taken at its word.
  func scored(_ claimed: [Record.Sentence], of record: Record) -> [Record.Sentence] {
    var found: [Record.Sentence]?
    if let stored = record.summary?.map(\.quoted), Self.areSame(claimed, stored) {
      if stored == claimed { return stored }
      found = stored
    }
    for maker in makers {
      let made = maker.quoted(from: record)
      guard Self.areSame(claimed, made) else { continue }
      if made == claimed { return made }
      found = found ?? made
    }
    return found ?? claimed
  }

  private static func areSame(_ one: [Record.Sentence], _ other: [Record.Sentence]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { one, other in
        one.text == other.text && one.start == other.start && one.end == other.end
      }
  }
}
