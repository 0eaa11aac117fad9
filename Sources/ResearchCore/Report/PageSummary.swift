package import Summarisation

/// A page's own summary as a report shows it.
///
/// How long it is depends on the report's length alone. So records from elsewhere, which may have
/// been made with other lengths, are summarised anew; a summary that a model wrote stays.
package struct PageSummary: Sendable {
  private let options: ReportOptions
  private let isStoredTrusted: Bool
  private let summariser: ExtractiveSummariser
  private let support = SupportCheck()

  /// Prepares for records; those of a run with equal options may trust what is stored.
  package init(options: ReportOptions, trustsStored: Bool) {
    self.options = options
    isStoredTrusted = trustsStored
    summariser = ExtractiveSummariser(length: options.pageLength)
  }

  /// The sentences for a record, in the order of its text; a model's as it wrote them, judged anew
  /// by what they cite.
  package func sentences(of record: Record) -> [Record.Sentence] {
    if let stored = record.summary {
      if record.model != nil { return support.checked(stored, of: record) }
      if isStoredTrusted { return stored.map(\.quoted) }
    }
    return quoted(from: record)
  }

  /// Sentences that stand in the record's text, whoever wrote its summary.
  func quoted(from record: Record) -> [Record.Sentence] {
    guard let text = SourceText(record, options: options) else { return [] }
    return summariser.summary(of: text).sentences.map(Record.Sentence.init)
  }
}

extension SourceText {
  /// What a summariser gets of a record, the same in a run and in a report; nil without a text.
  package init?(_ record: Record, options: ReportOptions) {
    guard let text = record.text, !text.isEmpty else { return nil }
    self.init(
      text: text,
      language: record.language ?? options.language,
      question: options.question,
      title: record.title
    )
    passedOver = record.passedOver
  }
}

extension ReportOptions {
  /// The bounds of a page's own summary.
  package var pageLength: SummaryLength { SummaryLength(sentences: length.sentencesPerPage) }
}
