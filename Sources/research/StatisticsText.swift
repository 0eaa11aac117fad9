import ResearchCore

/// The statistics of a run in words.
struct StatisticsText {
  private let statistics: Statistics

  /// The text of what a run came to.
  init(_ statistics: Statistics) {
    self.statistics = statistics
  }

  /// One line; nil where nothing was asked for.
  var sentence: String? {
    let parts = [requests, robots, connections, bytes, fetches, model].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The table of the stages that were measured, without line ends.
  var stages: [String] {
    let rows = Statistics.Stage.allCases.compactMap { stage in
      statistics.latency(stage).map { latency in
        [stage.title, latency.count.grouped]
          + [latency.mean, latency.p50, latency.p95, latency.p99, latency.slowest]
          .map(Quantity.fineTime)
      }
    }
    guard !rows.isEmpty else { return [] }
    let columns = ["measured", "mean", "p50", "p95", "p99", "slowest"]
    let table = MarkdownTable(
      [.init("stage", isNumeric: false)] + columns.map { .init($0) },
      rows
    )
    return table.lines
  }

  private var requests: String? {
    let counts = statistics.counts
    guard counts.requests > 0 else { return nil }
    let isSaved = statistics.hosts.allSatisfy { $0.host == HostStatistics.documents }
    let ends = [
      (counts.successful, "successful"), (counts.failed, "failed"),
      (counts.cancelled, "cancelled"), (counts.retries, "retried"),
    ]
    let told = ends.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
    return counts.requests.counting(isSaved ? "saved document" : "request") + ": "
      + told.joined(separator: ", ")
  }

  private var robots: String? {
    statistics.robotsFiles > 0 ? "\(statistics.robotsFiles.grouped) robots.txt" : nil
  }

  private var connections: String? {
    let counts = statistics.counts
    guard counts.newConnections + counts.reusedConnections > 0 else { return nil }
    let made = counts.newConnections.counting("connection")
    guard counts.reusedConnections > 0 else { return made }
    // Those of robots.txt are counted nowhere.
    if counts.newConnections == 0 { return "\(counts.reusedConnections) over open connections" }
    return made + ", reused " + counts.reusedConnections.counting("time")
  }

  private var bytes: String? {
    statistics.bytes > 0 ? Quantity.size(statistics.bytes) : nil
  }

  private var fetches: String? {
    statistics.latency(.fetch).map { fetch in
      let times = [("p50", fetch.p50), ("p95", fetch.p95), ("p99", fetch.p99)]
      return "fetch " + times.map { "\($0.0) \(Quantity.fineTime($0.1))" }.joined(separator: ", ")
    }
  }

  private var model: String? {
    let model = statistics.model
    guard model.calls > 0 || model.fallbacks > 0 else { return nil }
    var text = model.calls.counting("model call")
    if model.failed > 0 { text += ", \(model.failed.grouped) failed" }
    if model.fallbacks > 0 { text += ", \(model.fallbacks.counting("page")) built-in instead" }
    guard model.promptTokens > 0 || model.completionTokens > 0 else { return text }
    let mark = model.isEstimated ? "~" : ""
    let tokens = [model.promptTokens, model.completionTokens].map { mark + $0.grouped }
    text += ", \(tokens[0]) + \(tokens[1]) tokens"
    guard let cost = model.cost else { return text }
    return text + ", cost \(mark)\(Quantity.money(cost))"
  }
}

extension Statistics.Stage {
  /// The stage as people read it.
  fileprivate var title: String {
    switch self {
    case .queued: "queue"
    case .firstByte: "first byte"
    default: rawValue
    }
  }
}
