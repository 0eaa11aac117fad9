import Glibc
import ResearchCore

/// One line of the log for people, after UX.md.
struct LogLine: Sendable {
  private let detail: LogDetail
  private let tellsHosts: Bool
  private let description: EventDescription

  /// Lines with as much as `detail` asks for; `output` names the file that the run writes.
  init(_ detail: LogDetail, output: String? = nil, tellsHosts: Bool = false) {
    self.detail = detail
    self.tellsHosts = tellsHosts
    description = EventDescription(isDetailed: detail >= .everything, output: output)
  }

  /// Whether events of this kind are told.
  func tells(_ kind: Event.Kind) -> Bool {
    switch kind {
    case .held(_, .robots, 0), .settled(.used, _, _), .queued, .began(.extract, _, _),
      .began(.summarise, _, _), .delayed:
      detail >= .everything
    // The host's line says it once, and the attempt that failed, where one has.
    case .waiting(_, let wait) where wait.reason == .robots: detail >= .everything
    case .settled(.duplicate, _, _): detail >= .steps
    case .settled, .ended, .draining, .cancelled, .compared, .warned: detail >= .failures
    // That each page is fetched three times is said also with -q.
    case .comparing(let comparing) where comparing.run == 1: detail >= .failures
    case .authored(let authored) where authored.error != nil: detail >= .failures
    case .answered(let answered) where answered.error != nil: detail >= .failures
    case .degraded: detail >= .failures
    default: detail >= .steps
    }
  }

  /// The line for an event, without its end; nil where it is not told.
  ///
  /// A table has several, and so has the end with the statistics before it.
  func text(for event: Event) -> String? {
    guard tells(event.kind) else { return nil }
    if case .compared(let table) = event.kind {
      let lines = ComparisonText(table).lines.map(TerminalText.safe)
      return lines.joined(separator: "\n")
    }
    let end = line(event.time, description.parts(of: event))
    guard case .ended(_, _, let statistics) = event.kind else { return end }
    return (lines(of: statistics, at: event.time) + [end]).joined(separator: "\n")
  }

  /// That the table of hosts was asked for weighs more than that little is to be told.
  private func lines(of statistics: Statistics, at time: Double) -> [String] {
    let text = StatisticsText(statistics)
    var lines: [String] = []
    if detail >= .steps, let sentence = text.sentence {
      lines.append(line(time, ("statistics", nil, sentence)))
    }
    let tables = [
      detail >= .everything ? text.stages : [],
      tellsHosts ? HostStatisticsText(statistics.hosts, isWhole: detail >= .everything).lines : [],
    ].filter { !$0.isEmpty }
    for table in tables { lines += [""] + table }
    if !tables.isEmpty { lines.append("") }
    return lines.map(TerminalText.safe)
  }

  private func line(_ time: Double, _ parts: EventDescription.Parts) -> String {
    let (name, index, rest) = parts
    let number = index.map { "\($0)" } ?? ""
    let place = String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number
    let label = name + String(repeating: " ", count: max(0, 10 - name.utf8.count))
    return TerminalText.safe("\(Self.time(time)) \(label)\(place) \(rest)")
  }

  private static func time(_ seconds: Double) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
