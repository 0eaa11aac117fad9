import ResearchCore

/// The table of `--host-stats` in characters.
///
/// Names of hosts come from lists and pages: the lines are still to be made safe for a terminal.
struct HostStatisticsText {
  private let rows: [HostStatistics]

  /// How many hosts are told apart where not all are asked for.
  static let bound = 50
  private static let longestName = 60

  /// The table of what statistics say of hosts; all rows, or the first ones and the rest as one.
  init(_ hosts: [HostStatistics], isWhole: Bool) {
    let named = hosts.filter(\.isHost)
    guard !isWhole, named.count > Self.bound else {
      rows = hosts
      return
    }
    var rest = HostStatistics(host: HostStatistics.others)
    for row in named.dropFirst(Self.bound) { rest.add(row) }
    for row in hosts where row.host == HostStatistics.others { rest.add(row) }
    rows =
      named.prefix(Self.bound) + [rest]
      + hosts.filter { $0.host == HostStatistics.documents }
  }

  /// The lines, without line ends; none where no host was asked.
  var lines: [String] {
    guard !rows.isEmpty else { return [] }
    let columns = [
      "requests", "successful", "failed", "cancelled", "retried", "reused", "size", "p50", "p95",
      "held back",
    ]
    let table = MarkdownTable(
      [.init("host", isNumeric: false)] + columns.map { .init($0) },
      rows.map(Self.cells)
    )
    return table.lines
  }

  private static func cells(_ row: HostStatistics) -> [String] {
    let (counts, fetch) = (row.counts, row.fetch)
    let ends = [counts.successful, counts.failed, counts.cancelled]
    return [name(of: row), counts.requests.grouped] + ends.map(number)
      + [
        number(counts.retries), number(counts.reusedConnections),
        counts.bytes > 0 ? Quantity.size(counts.bytes) : "",
        fetch.map { Quantity.fineTime($0.p50) } ?? "",
        fetch.map { Quantity.fineTime($0.p95) } ?? "",
        row.waits > 0 ? Quantity.fineTime(row.waitSeconds) : "",
      ]
  }

  /// What did not happen leaves its place empty, and a column without any is left out.
  private static func number(_ number: Int) -> String { number > 0 ? number.grouped : "" }

  /// A host without the port that its scheme has anyway.
  private static func name(of row: HostStatistics) -> String {
    switch row.host {
    case HostStatistics.documents: return "saved documents"
    case HostStatistics.others: return "other hosts"
    default: break
    }
    var name = row.host
    for (scheme, port) in [("https://", ":443"), ("http://", ":80")]
    where name.hasPrefix(scheme) && name.hasSuffix(port) {
      name.removeLast(port.count)
    }
    return name.count > longestName ? name.prefix(longestName - 1) + "…" : name
  }
}

extension HostStatistics {
  fileprivate var isHost: Bool { host != Self.documents && host != Self.others }
}
