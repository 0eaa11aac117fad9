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
  /// Whether sources were left unfinished, or the list was not read to its end.
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

  /// Asks a model for the report's summary, and notes what it wrote or why it wrote nothing.
  package typealias Author = @Sendable (ReportRequest) async throws -> ReportNote

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
  /// `author` is asked for the summary where the records hold none that was made for this report;
  /// what it gives is kept among them, so that the report stays a function of the records.
  ///
  /// Memory does not grow with the texts: each record is read once for what the sources say, and
  /// once more in brief. Throws `CancellationError` soon after the task is cancelled; what `sink`
  /// has got by then is not a whole report.
  package func write(
    _ records: RecordStore,
    author: Author? = nil,
    to sink: @escaping ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    let scratch = try BriefStore(inDirectory: directory)
    let hasNote = try await records.note() != nil
    let (survey, findings) = try await survey(records, scratch, author != nil || hasNote)
    let note = try await note(survey, findings, scratch, records, author)
    var report = try await report(survey, findings, note, scratch, records)
    report.isCutShort = await records.isIncomplete
    var output = ReportOutput(to: sink)
    switch options.format {
    case .markdown:
      try await markdown(report, survey, findings, scratch).write(to: &output)
    case .html:
      let markdown = markdown(report, survey, findings, scratch)
      try await HTMLReport(markdown, title: report.title).write(to: &output)
    case .json:
      let json = JSONReport(
        report,
        survey: survey,
        options: options,
        summary: summaries.sentences,
        records: records,
        scratch: scratch,
        copies: findings.copies
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

  private func markdown(
    _ report: Report,
    _ survey: ReportSurvey,
    _ findings: Findings.Result,
    _ scratch: BriefStore
  ) -> MarkdownReport {
    MarkdownReport(
      report,
      survey: survey,
      findings: findings,
      scratch: scratch,
      template: template,
      batch: batch
    )
  }

  private func survey(
    _ records: RecordStore,
    _ scratch: BriefStore,
    _ mayBeWritten: Bool
  ) async throws -> (ReportSurvey, Findings.Result) {
    var surveyor = RecordSurveyor(
      options: options,
      summaries: summaries,
      mayBeWritten: mayBeWritten
    )
    var rest = await records.indices[...]
    while !rest.isEmpty {
      try Task.checkCancellation()
      let batch = try await records.lines(rest)
      rest = rest.dropFirst(batch.count)
      let lines = batch.compactMap(\.line)
      // Reading JSON is half of the work, and the other half must be done in order.
      async let later = Self.records(in: lines[(lines.count / 2)...])
      var briefs = try await Self.records(in: lines[..<(lines.count / 2)]).map { surveyor.add($0) }
      briefs += try await later.map { surveyor.add($0) }
      try await scratch.add(briefs)
    }
    return surveyor.finish()
  }

  private static func records(in lines: ArraySlice<[UInt8]>) async throws -> [Record] {
    try lines.map(RecordCoder().record)
  }

  /// What a model wrote for this very report, now or before; nil where none was asked.
  private func note(
    _ survey: ReportSurvey,
    _ findings: Findings.Result,
    _ scratch: BriefStore,
    _ records: RecordStore,
    _ author: Author?
  ) async throws -> ReportNote? {
    let stored = try await records.note().flatMap(ReportNote.init(line:))
    guard !survey.usable.isEmpty, stored != nil || author != nil else { return nil }
    let request = try await request(survey, findings, scratch, records)
    if let stored, stored.requestSHA256 == request.sha256, stored.error == nil || author == nil {
      return stored
    }
    guard let note = try await author?(request) else { return nil }
    if note != stored { try await records.append(note: note.line()) }
    return note
  }

  /// What a model is asked for this very report.
  private func request(
    _ survey: ReportSurvey,
    _ findings: Findings.Result,
    _ scratch: BriefStore,
    _ records: RecordStore
  ) async throws -> ReportRequest {
    var request = ReportRequest(options)
    let asked = findings.mostRelevant(ReportRequest.mostSources, of: survey.usable)
    let choice = PassageChoice(sources: asked.count, options: options)
    for brief in try await scratch.briefs(asked[...]) {
      try Task.checkCancellation()
      guard let line = try await records.line(brief.index) else { continue }
      let record = try RecordCoder().record(from: line)
      let places = choice.places(of: record, summary: summaries.sentences(of: record))
      request.add(brief, quoting: places, of: record.text ?? "")
    }
    return request
  }

  /// What a model wrote, judged by what it cites; nil where it wrote nothing.
  private func written(
    _ note: ReportNote?,
    _ survey: ReportSurvey,
    _ records: RecordStore
  ) async throws -> [Finding]? {
    let length = options.summaryLength
    guard let written = note?.findings(within: length, citing: Set(survey.usable)) else {
      return nil
    }
    var support = FindingSupport(records: records)
    return try await support.checked(written)
  }

  private func report(
    _ survey: ReportSurvey,
    _ findings: Findings.Result,
    _ note: ReportNote?,
    _ scratch: BriefStore,
    _ records: RecordStore
  ) async throws -> Report {
    let best = findings.mostRelevant(1, of: survey.usable).first
    var bestTitle: String?
    if let best { bestTitle = try await scratch.brief(best)?.title }
    let day = Day(options.day)
    let written = try await written(note, survey, records)
    let answered = findings.answered(options.question, survey, by: written)
    let summary = answered == false ? [] : written ?? findings.summary
    let points = written.flatMap { _ in findings.pointsAlone } ?? findings.keyPoints
    var links = PassageLinks(scratch: scratch, records: records)
    return Report(
      title: ReportTitle.title(options, survey.counts, bestTitle: bestTitle),
      question: options.question,
      answered: answered,
      summary: try await links.linked(summary),
      keyPoints: answered == false ? [] : try await links.linked(points),
      differences: answered == false ? [] : try await links.linked(findings.differences),
      counts: survey.counts,
      firstDay: (day ?? survey.firstDay)?.text,
      lastDay: (day ?? survey.lastDay)?.text,
      words: survey.words,
      authorship: survey.authorship.with(note, summary)
    )
  }
}
