import Glibc
import ResearchCore

/// One line of the log for people, after UX.md.
struct LogLine: Sendable {
  private let detail: LogDetail
  private let description: EventDescription

  /// Lines with as much as `detail` asks for; `output` names the file that the run writes.
  init(_ detail: LogDetail, output: String? = nil) {
    self.detail = detail
    description = EventDescription(isDetailed: detail >= .everything, output: output)
  }

  /// Whether events of this kind are told.
  func tells(_ kind: Event.Kind) -> Bool {
    switch kind {
    case .settled(.used, _, _), .queued, .began(.extract, _, _), .began(.summarise, _, _):
      detail >= .everything
    case .settled(.duplicate, _, _): detail >= .steps
    case .settled, .ended, .draining, .cancelled, .compared: detail >= .failures
    // That each page is fetched three times is said also with -q.
    case .comparing(let comparing) where comparing.run == 1: detail >= .failures
    case .authored(let authored) where authored.error != nil: detail >= .failures
    default: detail >= .steps
    }
  }

  /// The line for an event, without its end; nil where it is not told.
  ///
  /// A table has several.
  func text(for event: Event) -> String? {
    guard tells(event.kind) else { return nil }
    if case .compared(let table) = event.kind {
      let lines = ComparisonText(table).lines.map(TerminalText.safe)
      return lines.joined(separator: "\n")
    }
    let (name, index, rest) = description.parts(of: event)
    let number = index.map { "\($0)" } ?? ""
    let place = String(repeating: " ", count: max(0, 4 - number.utf8.count)) + number
    let label = name + String(repeating: " ", count: max(0, 10 - name.utf8.count))
    return TerminalText.safe("\(Self.time(event.time)) \(label)\(place) \(rest)")
  }

  private static func time(_ seconds: Double) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
