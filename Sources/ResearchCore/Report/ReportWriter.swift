/// What a report came to, for the last line and the exit code.
public struct ReportSummary: Sendable, Hashable {
  /// How the sources ended, repeats counted as duplicates.
  public var counts: OutcomeCounts
  /// The sentences of the summary and the key points.
  public var findings: Int
  /// The sources that are part of the report.
  public var sources: Int
  /// Whether any source had a text; if none had, the report only lists the failures.
  public var hasUsableSource: Bool
  /// Whether sources were left unfinished.
  public var isIncomplete: Bool
  /// The lines of the report.
  public var lines: Int
}

/// Turns records into a report: a function of the records and the options, and of nothing else.
package struct ReportWriter: Sendable {
  private let options: ReportOptions
  private let template: ReportTemplate
  private let summaries: PageSummary
  private let directory: String
  private let batch: Int

  /// Prepares a report, and finds out whether the template is one.
  ///
  /// - Parameters:
  ///   - options: All that the report depends on beside the records.
  ///   - directory: Where a scratch file without a name may be kept while writing.
  ///   - trustsSummaries: Whether the records' summaries were made by this program with the same
  ///     options; if not they are made anew, which gives the same report.
  ///   - batch: How many sources of a table are in memory at a time.
  /// - Throws: ``ReportTemplateError`` when the options' template cannot be used.
  package init(
    options: ReportOptions,
    temporaryDirectory directory: String,
    trustsSummaries: Bool = false,
    batch: Int = 256
  ) throws(ReportTemplateError) {
    self.options = options
    self.directory = directory
    self.batch = batch
    template = try ReportTemplate(for: options)
    summaries = PageSummary(options: options, trustsStored: trustsSummaries)
  }

  /// Writes the report of `records`; `sink` gets its bytes in order, in pieces of about 64 KB.
  ///
  /// Memory does not grow with the texts: each record is read once for what the sources say, and
  /// once more in brief. Throws `CancellationError` soon after the task is cancelled; what `sink`
  /// has got by then is not a whole report.
  package func write(
    _ records: RecordStore,
    to sink: @escaping ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    let scratch = try BriefStore(inDirectory: directory)
    let (survey, findings) = try await survey(records, scratch)
    let report = try await report(survey, findings, scratch)
    var output = ReportOutput(to: sink)
    switch options.format {
    case .markdown:
      let markdown = MarkdownReport(
        report,
        survey: survey,
        findings: findings,
        scratch: scratch,
        template: template,
        batch: batch
      )
      try await markdown.write(to: &output)
    case .json:
      let json = JSONReport(
        report,
        survey: survey,
        options: options,
        summaries: summaries,
        records: records,
        scratch: scratch
      )
      try await json.write(to: &output)
    }
    try await output.flush()
    return ReportSummary(
      counts: report.counts,
      findings: report.summary.count + report.keyPoints.count,
      sources: survey.included.count,
      hasUsableSource: !survey.usable.isEmpty,
      isIncomplete: report.isIncomplete,
      lines: output.lines
    )
  }

  private func survey(_ records: RecordStore, _ scratch: BriefStore) async throws
    -> (ReportSurvey, Findings.Result)
  {
    let coder = RecordCoder()
    var surveyor = RecordSurveyor(options: options, summaries: summaries, scratch: scratch)
    for index in await records.indices {
      try Task.checkCancellation()
      guard let line = try await records.line(index) else { continue }
      try await surveyor.add(coder.record(from: line))
    }
    return surveyor.finish()
  }

  private func report(
    _ survey: ReportSurvey,
    _ findings: Findings.Result,
    _ scratch: BriefStore
  ) async throws -> Report {
    let best = findings.mostRelevant(1, of: survey.usable).first
    var bestTitle: String?
    if let best { bestTitle = try await scratch.brief(best)?.title }
    let day = Day(options.day)
    let answered = survey.usable.isEmpty && options.question != nil ? false : findings.answered
    return Report(
      title: ReportTitle.title(options, survey.counts, bestTitle: bestTitle),
      question: options.question,
      answered: answered,
      summary: answered == false ? [] : findings.summary,
      keyPoints: answered == false ? [] : findings.keyPoints,
      counts: survey.counts,
      firstDay: (day ?? survey.firstDay)?.text,
      lastDay: (day ?? survey.lastDay)?.text,
      words: survey.words
    )
  }
}
