import Mustache

/// Writes a report as Markdown, by a template.
struct MarkdownReport {
  private let values: [String: Any]
  private let rows: MarkdownRows
  private let lists: [LongSection: [Int]]
  private let template: ReportTemplate
  private let batch: Int

  /// The most sources that get a section of their own.
  static let mostDetails = 500

  /// Puts together what the template may show; `batch` sources are in memory at a time.
  init(
    _ report: Report,
    survey: ReportSurvey,
    findings: Findings.Result,
    scratch: BriefStore,
    template: ReportTemplate,
    batch: Int
  ) {
    let numbers = CitationNumbers(
      findings: report.summary + report.keyPoints
        + report.differences.flatMap { $0.statements.map(\.finding) },
      others: survey.included
    )
    self.template = template
    self.batch = max(1, batch)
    let detailed = findings.mostRelevant(Self.mostDetails, of: survey.usable)
    lists = [
      .details: numbers.ordered(detailed),
      .sources: numbers.ordered(survey.included),
      .notIncluded: survey.excluded,
      .references: numbers.cited,
    ]
    values = MarkdownValues(report: report, numbers: numbers, survey: survey).all
    rows = MarkdownRows(scratch: scratch, numbers: numbers, copies: findings.copies)
  }

  /// The numbers of the footnotes that the report has: 1 to this one.
  var footnotes: Int {
    let hasReferences = template.parts.contains {
      $0.section == .references || $0.mentions.contains(.references)
    }
    return hasReferences ? lists[.references, default: []].count : 0
  }

  /// Writes the report; throws `CancellationError` soon after the task is cancelled.
  func write(to output: inout ReportOutput) async throws {
    try await write { try await output.write($0) }
  }

  /// Hands the report on piece by piece; throws what `take` throws, and `CancellationError` soon
  /// after the task is cancelled.
  func write(_ take: (String) async throws -> Void) async throws {
    for part in template.parts {
      var values = values
      for section in part.mentions {
        values[section.rawValue] = try await rows.rows(
          of: section,
          lists[section, default: []][...]
        )
      }
      guard let section = part.section else {
        try await take(part.mustache.render(values))
        continue
      }
      let sources = lists[section, default: []]
      for start in stride(from: 0, to: sources.count, by: batch) {
        try Task.checkCancellation()
        let end = min(start + batch, sources.count)
        values[section.rawValue] = try await rows.rows(of: section, sources[start..<end])
        try await take(part.mustache.render(values))
      }
    }
  }
}
