import ResearchCore

/// The table of `--compare` in characters, after UX.md.
struct ComparisonText {
  private let table: ComparisonTable

  /// The text of a table.
  init(_ table: ComparisonTable) {
    self.table = table
  }

  /// The lines, without their ends; cells hold no text from outside, the last ones do.
  var lines: [String] {
    guard !table.rows.isEmpty else { return [] }
    return [""] + times.lines + [""] + latencies.lines + [""] + conclusion + [""]
  }

  private var times: MarkdownTable {
    let columns = ["wall", "work", "overlap", "speed-up", "pages/s"]
    return MarkdownTable(
      [.init("schedule", isNumeric: false)] + columns.map { .init($0) },
      table.rows.map { row in
        [
          Self.name(of: row), Quantity.fineTime(row.wall), Quantity.fineTime(row.work),
          Self.ratio(row.overlap), row.speedUp.map(Self.ratio) ?? "–",
          Self.ratio(row.pagesPerSecond),
        ]
      }
    )
  }

  private var latencies: MarkdownTable {
    let steps = Step.allCases.map(\.rawValue).filter { step in
      table.rows.contains { $0.latency[step] != nil }
    }
    return MarkdownTable(
      [.init("p50 / p95 / p99", isNumeric: false)] + steps.map { .init($0) },
      table.rows.map { row in [Self.name(of: row)] + steps.map { Self.text(row.latency[$0]) } }
    )
  }

  private var conclusion: [String] {
    var lines: [String] = []
    if let streaming = table.rows.last(where: { $0.schedule == .streaming }),
      let speedUp = streaming.speedUp
    {
      // Without overlap a difference is the machine's, not the schedule's.
      lines.append(
        streaming.overlap > 1.1
          ? "Streaming was \(Self.ratio(speedUp)) times as fast as one by one."
          : "The steps hardly overlapped: there was nothing to be won by streaming."
      )
    }
    switch table.haveEqualReports {
    case true?: lines.append("All three gave the same report.")
    case false? where table.changes == 0:
      lines.append("No page changed; the reports differ in what a model wrote, or in their day.")
    case false?:
      let named = table.changed.prefix(10).map { "\($0.index) \($0.source)" }
      let more = table.changes > named.count ? ["and \(table.changes - named.count) more"] : []
      lines.append("Not the same in all runs: " + (named + more).joined(separator: ", "))
    case nil: lines.append("Not all runs came to their end, so their reports are not compared.")
    }
    return lines
  }

  private static func name(of row: ComparisonTable.Row) -> String {
    row.isFinished ? row.schedule.rawValue : "\(row.schedule.rawValue) (cut short)"
  }

  private static func text(_ percentiles: Percentiles?) -> String {
    guard let percentiles else { return "–" }
    return [percentiles.p50, percentiles.p95, percentiles.p99].map(Quantity.fineTime)
      .joined(separator: " / ")
  }

  /// With two places below ten, and one below a hundred.
  private static func ratio(_ number: Double) -> String {
    let places = number < 9.995 ? 2 : number < 99.95 ? 1 : 0
    return number.fixed(places)
  }
}
