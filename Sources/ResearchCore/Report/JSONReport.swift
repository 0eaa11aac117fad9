import FoundationEssentials

/// Writes a report as JSON, source by source.
struct JSONReport {
  private let report: Report
  private let survey: ReportSurvey
  private let options: ReportOptions
  private let summary: (Record) -> [Record.Sentence]
  private let records: RecordStore
  private let scratch: BriefStore
  private let copies: [Int: Int]
  private let coder = RecordCoder()

  /// Puts together what is known of a report; `summary` gives each source's own.
  init(
    _ report: Report,
    survey: ReportSurvey,
    options: ReportOptions,
    summary: @escaping (Record) -> [Record.Sentence],
    records: RecordStore,
    scratch: BriefStore,
    copies: [Int: Int]
  ) {
    self.copies = copies
    self.report = report
    self.survey = survey
    self.options = options
    self.summary = summary
    self.records = records
    self.scratch = scratch
  }

  /// Writes the report; throws `CancellationError` soon after the task is cancelled.
  func write(to output: inout ReportOutput) async throws {
    try await output.write("{\"version\":1,\n\"title\":")
    try await output.write(json(report.title))
    try await output.write(",\n\"question\":")
    try await output.write(report.question.map(json) ?? "null")
    try await output.write(",\n\"answered\":\(report.answered.map(String.init) ?? "null")")
    try await output.write(",\n\"incomplete\":\(report.isIncomplete),\n\"summary\":")
    try await output.write(json(report.summary.map(SummaryEntry.init)))
    if !report.authorship.isEmpty {
      try await output.write(",\n\"authorship\":")
      try await output.write(json(AuthorshipEntry(report.authorship)))
    }
    try await output.write(",\n\"key_points\":")
    try await output.write(json(report.keyPoints.map(KeyPointEntry.init)))
    try await output.write(",\n\"differences\":")
    try await output.write(json(report.differences.map(DifferenceEntry.init)))
    try await output.write(",\n\"copies\":")
    try await output.write(json(copies.sorted { $0.key < $1.key }.map(CopyEntry.init)))
    try await output.write(",\n\"sources\":[")
    try await writeRecords(survey.included, to: &output)
    try await output.write("],\n\"not_included\":[")
    try await writeRecords(survey.excluded, to: &output)
    try await output.write("],\n\"statistics\":")
    try await output.write(json(ReportStatistics(report, survey)))
    try await output.write("}\n")
  }

  private func writeRecords(_ indices: [Int], to output: inout ReportOutput) async throws {
    var separator = "\n"
    for index in indices {
      try Task.checkCancellation()
      guard let line = try await records.line(index) else { continue }
      var record = try coder.record(from: line)
      let brief = try await scratch.brief(index)
      record.prepare(for: options, brief: brief, summary: self.summary(record))
      try await output.write(separator)
      try await output.write(coder.line(for: record).dropLast())
      separator = ",\n"
    }
    if separator != "\n" { try await output.write("\n") }
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: JSONText.safe([UInt8](try encoder.encode(value))), as: UTF8.self)
  }
}

extension Record {
  /// Leaves out what would make two reports of the same pages differ, and texts not asked for.
  fileprivate mutating func prepare(
    for options: ReportOptions,
    brief: SourceBrief?,
    summary: [Sentence]
  ) {
    retrieved = brief?.day
    if let brief, outcome != brief.outcome {
      (outcome, duplicateOf) = (brief.outcome, brief.duplicateOf)
    }
    if self.summary != nil || !summary.isEmpty { self.summary = summary }
    if !options.hasStatistics { (timings, attempts) = (nil, nil) }
    // How far a body came before it broke is chance.
    if sha256 == nil { bytes = nil }
    if !options.hasText { (text, links, parts) = (nil, nil, nil) }
  }
}

private struct SummaryEntry: Encodable {
  var text: String
  var citations: [Citation]
  /// Absent for a model's sentences, for which none are looked for.
  var agreeing: [Citation]?
  /// True of what is quoted; of a model's sentence whether its citations support it.
  var supported: Bool

  init(_ finding: Finding) {
    (text, citations) = (finding.text, finding.citations)
    agreeing = finding.isWritten ? nil : finding.agreeing.map(\.citation)
    supported = !finding.isWritten || finding.mark == nil
  }
}

private struct AuthorshipEntry: Encodable {
  var page_models: [String]
  var pages, sentences, uncited, unsupported: Int
  var summary_model: String?
  var error: Failure?
  /// Pages that the built-in summariser did in a model's place.
  var fallbacks: Int
  var fallback_reasons: [Reason]?

  struct Reason: Encodable {
    var message: String
    var kind: Failure.Kind
    var pages: Int
  }

  init(_ authorship: Authorship) {
    (page_models, pages) = (authorship.pageModels, authorship.pages)
    (sentences, uncited) = (authorship.sentences, authorship.uncited)
    (unsupported, summary_model) = (authorship.unsupported, authorship.summaryModel)
    error = authorship.failure?.error
    fallbacks = authorship.fallbacks
    guard fallbacks > 0 else { return }
    fallback_reasons = authorship.reasons.map {
      Reason(message: $0.message, kind: $0.kind, pages: $0.pages)
    }
  }
}

private struct KeyPointEntry: Encodable {
  var text: String
  var citations: [Citation]
  var agreeing: [Citation]
  var sources: Int

  init(_ finding: Finding) {
    (text, citations, sources) = (finding.text, finding.citations, finding.sources)
    agreeing = finding.agreeing.map(\.citation)
  }
}

private struct DifferenceEntry: Encodable {
  var subject: String
  var statements: [Statement]

  struct Statement: Encodable {
    var text, value: String
    var citations, agreeing: [Citation]
  }

  init(_ difference: Difference) {
    subject = difference.subject
    statements = difference.statements.map { statement in
      Statement(
        text: statement.finding.text,
        value: statement.value,
        citations: statement.finding.citations,
        agreeing: statement.finding.agreeing.map(\.citation)
      )
    }
  }
}

private struct CopyEntry: Encodable {
  var source, of: Int

  init(_ copy: (key: Int, value: Int)) { (source, of) = (copy.key, copy.value) }
}

private struct ReportStatistics: Encodable {
  var sources, used, duplicate, skipped, failed, unfinished, words, findings: Int
  var timings: [String: Timing]?

  struct Timing: Encodable {
    var pages: Int
    var median, p95, slowest: Double
  }

  init(_ report: Report, _ survey: ReportSurvey) {
    let counts = report.counts
    (sources, used, duplicate) = (counts.total, counts.used, counts.duplicate)
    (skipped, failed, unfinished) = (counts.skipped, counts.failed, counts.unfinished)
    (words, findings) = (report.words, report.summary.count + report.keyPoints.count)
    let rows = survey.timings.rows
    guard !rows.isEmpty else { return }
    timings = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let timing = Timing(
          pages: row.pages,
          median: row.median,
          p95: row.percentile95,
          slowest: row.slowest
        )
        return (row.step, timing)
      }
    )
  }
}
