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
    return [""] + Self.aligned(times) + [""] + Self.aligned(latencies) + [""] + conclusion + [""]
  }

  private var times: [[String]] {
    [["", "wall", "work", "overlap", "speed-up", "pages/s"]]
      + table.rows.map { row in
        [
          Self.name(of: row), Quantity.fineTime(row.wall), Quantity.fineTime(row.work),
          Self.ratio(row.overlap), row.speedUp.map(Self.ratio) ?? "–",
          Self.ratio(row.pagesPerSecond),
        ]
      }
  }

  private var latencies: [[String]] {
    let steps = ["fetch", "extract", "summarise"].filter { step in
      table.rows.contains { $0.latency[step] != nil }
    }
    return [["p50 / p95 / p99"] + steps]
      + table.rows.map { row in
        [Self.name(of: row)] + steps.map { Self.text(row.latency[$0]) }
      }
  }

  private var conclusion: [String] {
    var lines: [String] = []
    if let streaming = table.rows.last(where: { $0.schedule == .streaming }),
      let speedUp = streaming.speedUp
    {
      lines.append("Streaming was \(Self.ratio(speedUp)) times as fast as one by one.")
    }
    switch table.haveEqualReports {
    case true?: lines.append("All three gave the same report.")
    case false? where table.changes == 0:
      lines.append("The reports differ, though no page does.")
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
    return Quantity.decimal(number, places: places)
  }

  /// The first column flush left, the others flush right.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let blank = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blank : blank + cell
      }.joined(separator: "   ")
    }
  }
}
