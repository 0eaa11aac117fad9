import Mustache

/// What stands in a template for something that is not there: no text, and no section.
struct Nothing: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

extension Optional where Wrapped == String {
  /// The text for a template; a section over it is skipped where there is none.
  var orNothing: Any { self ?? Nothing() }
}

/// The values of a template that stand for the whole report, all escaped for Markdown.
struct MarkdownValues {
  let report: Report
  let numbers: CitationNumbers
  let survey: ReportSurvey

  /// The values by their names.
  var all: [String: Any] {
    var values: [String: Any] = [
      "title": title,
      "question": question.orNothing, "asked": (question == title ? nil : question).orNothing,
      "yaml": [
        "title": YAMLString.quoted(report.title),
        "question": report.question.map(YAMLString.quoted).orNothing,
        "summariser": summariser.map(YAMLString.quoted) ?? Self.builtIn,
      ] as [String: Any],
      "generator": Report.generator,
      "summariser": summariser.map { MarkdownEscape.label($0, limit: 500) } ?? Self.builtIn,
      "authorship": report.authorship.markdown.orNothing, "day": report.lastDay.orNothing,
      "overview": overview, "incomplete": report.isIncomplete,
      "hasDetails": !survey.usable.isEmpty, "hasSources": !survey.included.isEmpty,
      "hasNotIncluded": !survey.excluded.isEmpty, "hasReferences": !numbers.cited.isEmpty,
      "note": note.orNothing,
      "hasSummary": !report.summary.isEmpty, "hasKeyPoints": !report.keyPoints.isEmpty,
      "summary": report.summary.enumerated().map { entry($1, isFirst: $0 == 0) },
      "keyPoints": report.keyPoints.enumerated().map { entry($1, isFirst: $0 == 0) },
      "hasDifferences": !report.differences.isEmpty,
      "differences": report.differences.map(difference),
    ]
    values.merge(counts) { $1 }
    let timings = survey.timings.rows.map(row)
    values.merge(["timings": timings, "hasTimings": !timings.isEmpty]) { $1 }
    return values
  }

  private static let builtIn = "built-in"

  private var title: String { MarkdownEscape.label(report.title, limit: 500) }

  private var question: String? {
    report.question.map { MarkdownEscape.label($0, limit: 500) }?.unlessEmpty
  }

  /// Who summarised; nil where that was the built-in summariser alone.
  private var summariser: String? {
    report.authorship.isEmpty ? nil : report.authorship.summariser
  }

  private var counts: [String: Any] {
    let counts = report.counts
    return [
      "total": counts.total.grouped, "pages": counts.pages.grouped, "used": counts.used.grouped,
      "duplicate": counts.duplicate.grouped, "skipped": counts.skipped.grouped,
      "failed": counts.failed.grouped, "unfinished": counts.unfinished.grouped,
      "words": report.words.grouped,
      // Front matter has numbers for programs, without separators.
      "usedCount": counts.used, "failedCount": counts.failed,
      "findings": (report.summary.count + report.keyPoints.count).grouped,
    ]
  }

  private func entry(_ finding: Finding, isFirst: Bool) -> [String: Any] {
    [
      "gap": isFirst ? "" : " ",
      "text": MarkdownEscape.passage(finding.text),
      "link": finding.link.orNothing,
      "mark": finding.mark?.markdown ?? "",
      "citations": numbers.marks(of: finding).unlessEmpty.orNothing,
      "agreement": finding.sources.counting("source"),
      "agreeing": agreeing(finding),
    ]
  }

  /// " also [site](link) [site](link)"; empty where no source says the same in other words.
  private func agreeing(_ finding: Finding) -> String {
    let links = finding.agreeing.prefix(PassageLinks.mostShown).map { passage in
      let site = MarkdownEscape.label(passage.site)
      // What is no link stands out, so that its end can be told.
      return passage.link.map { "[\(site)](\($0))" } ?? "*\(site)*"
    }
    return links.isEmpty ? "" : " also " + links.joined(separator: " ")
  }

  private func difference(_ difference: Difference) -> [String: Any] {
    [
      "subject": MarkdownEscape.label(difference.subject),
      "statements": difference.statements.map { statement in
        entry(statement.finding, isFirst: false).merging([
          "value": MarkdownEscape.label(statement.value)
        ]) { $1 }
      },
    ]
  }

  private func row(_ timing: StepTimings.Row) -> [String: Any] {
    [
      "step": timing.step, "pages": timing.pages.grouped,
      "median": StepTimings.text(timing.median),
      "percentile95": StepTimings.text(timing.percentile95),
      "slowest": StepTimings.text(timing.slowest),
    ]
  }

  /// "45 of 48 pages read on 21 November 2026. 2 failed, 1 skipped: see …"
  private var overview: String {
    let counts = report.counts
    let read = "\(counts.used.grouped) of \(counts.pages.counting("page")) read\(days)."
    let others = [
      (counts.failed, "failed"), (counts.skipped, "skipped"), (counts.unfinished, "not finished"),
      (counts.duplicate, counts.duplicate == 1 ? "duplicate" : "duplicates"),
    ]
    let parts = others.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    guard !parts.isEmpty else { return read }
    return read + " " + parts.joined(separator: ", ") + ": see [Not included](#not-included)."
  }

  private var days: String {
    guard let first = Day(report.firstDay), let last = Day(report.lastDay) else { return "" }
    return first == last ? " on \(last.long)" : " from \(first.long) to \(last.long)"
  }

  /// Why there is no summary; nil where there is one.
  private var note: String? {
    if survey.usable.isEmpty { return "No source could be used, so there are no findings." }
    if report.answered == false { return "The sources do not answer the question." }
    return report.summary.isEmpty ? "No sentence fits the length that was asked for." : nil
  }
}
