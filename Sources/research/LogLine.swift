import Glibc
import ResearchCore

/// One line of the log for people, after UX.md.
struct LogLine: Sendable {
  private let detail: LogDetail

  /// Lines with as much as `detail` asks for.
  init(_ detail: LogDetail) {
    self.detail = detail
  }

  /// Whether an event of this kind may be told.
  func tells(_ kind: Event.Kind) -> Bool {
    switch kind {
    case .settled(.used, _, _), .queued: detail >= .everything
    case .settled(.duplicate, _, _): detail >= .steps
    case .settled, .ended, .draining, .cancelled: detail >= .failures
    default: detail >= .steps
    }
  }

  /// The line for an event; nil where it is not told.
  func text(for event: Event) -> String? {
    guard let (name, subject, rest) = parts(of: event.kind) else { return nil }
    let index = subject.map { "\($0.index)" } ?? ""
    let place = String(repeating: " ", count: max(0, 4 - index.utf8.count)) + index
    let label = name + String(repeating: " ", count: max(0, 10 - name.utf8.count))
    return TerminalText.safe("\(Self.time(event.time)) \(label)\(place) \(rest)")
  }

  private typealias Parts = (name: String, subject: Event.Subject?, rest: String)

  private func parts(of kind: Event.Kind) -> Parts? {
    switch kind {
    case .settled(let outcome, let subject, let settled):
      return detail >= .failures ? end(outcome, subject, settled) : nil
    case .ended(let counts, let exit):
      return detail >= .failures ? ("ended", nil, summary(counts, exit)) : nil
    case .draining(let reason):
      return detail >= .failures
        ? ("draining", nil, "\(reason): what is in flight completes") : nil
    case .cancelled(let reason):
      return detail >= .failures ? ("cancelled", nil, reason) : nil
    default: return detail >= .steps ? stepParts(of: kind) : nil
    }
  }

  private func stepParts(of kind: Event.Kind) -> Parts? {
    switch kind {
    case .started(let sources, let options): ("started", nil, started(sources, options))
    case .queued(let subject): detail >= .everything ? ("queued", subject, subject.source) : nil
    case .began(.fetch, let subject, _): ("fetching", subject, subject.source)
    case .began(.extract, let subject, _):
      detail >= .everything ? ("extracting", subject, "") : nil
    case .began(.summarise, let subject, _):
      detail >= .everything ? ("summarising", subject, "") : nil
    case .fetched(let subject, let fetched): ("fetched", subject, describe(fetched))
    case .extracted(let subject, let extracted): ("extracted", subject, describe(extracted))
    case .summarised(let subject, let summarised):
      (
        "summarised", subject,
        "\(summarised.sentences.counting("sentence")), \(Quantity.time(summarised.seconds))"
      )
    case .waiting(let subject, let wait): ("waiting", subject, describe(wait, subject))
    case .progress(let progress): ("progress", nil, describe(progress))
    case .combining(let sources): ("combining", nil, sources.counting("source"))
    case .combined(let sources, let findings, let seconds):
      (
        "combined", nil,
        "\(sources.counting("source")), \(findings.counting("finding")), \(Quantity.time(seconds))"
      )
    default: nil
    }
  }

  private func started(_ sources: Int?, _ options: [String: String]) -> String {
    let count = sources.map { $0.counting("source") } ?? "sources as they come"
    return "\(count), \(options["max_concurrency"] ?? "?") at once"
  }

  private func describe(_ fetched: Event.Fetched) -> String {
    var parts = [Quantity.size(fetched.bytes), Quantity.time(fetched.seconds)]
    if let status = fetched.status { parts.insert("\(status)", at: 0) }
    guard detail >= .everything else { return parts.joined(separator: ", ") }
    if fetched.isReused == true { parts.append("reused connection") }
    if let type = fetched.contentType { parts.append(type) }
    if let address = fetched.finalURL { parts.append(address) }
    return parts.joined(separator: ", ")
  }

  private func describe(_ extracted: Event.Extracted) -> String {
    var parts = [extracted.words.counting("word")]
    if let language = extracted.language { parts.append(language) }
    parts.append(Quantity.time(extracted.seconds))
    if detail >= .everything, let title = extracted.title { parts.append(title) }
    return parts.joined(separator: ", ")
  }

  private func describe(_ wait: Event.Wait, _ subject: Event.Subject) -> String {
    let time = Quantity.time(wait.seconds)
    guard let error = wait.error else { return "the page refreshes: \(subject.source)" }
    return "\(error.message), try \(subject.attempt + 1) in \(time): \(subject.source)"
  }

  private func describe(_ progress: Progress) -> String {
    let stages = [
      ("fetched", progress.fetch), ("extracted", progress.extract),
      ("summarised", progress.summarise),
    ]
    var parts = stages.filter { $0.1.done > 0 || $0.0 == "fetched" }
      .map { "\($0.0) \($0.1.done)/\($0.1.total)" }
    if let remaining = progress.remaining {
      parts.append("about \(Quantity.time(remaining.rounded(.up))) left")
    }
    return parts.joined(separator: ", ")
  }

  private func end(
    _ outcome: Outcome,
    _ subject: Event.Subject,
    _ settled: Event.Settled
  ) -> Parts? {
    switch outcome {
    case .used:
      return detail >= .everything ? ("used", subject, Quantity.time(settled.seconds)) : nil
    case .duplicate:
      let rest = "the same as \(settled.duplicateOf ?? 0): \(subject.source)"
      return detail >= .steps ? ("duplicate", subject, rest) : nil
    case .skipped, .failed, .unfinished:
      let error = settled.error
      let reason = error.map { "\($0.kind.rawValue): \($0.message)" } ?? "no reason known"
      return (outcome.rawValue, subject, "\(reason): \(subject.source)")
    }
  }

  private func summary(_ counts: OutcomeCounts, _ exit: Int) -> String {
    let parts = [
      (counts.used, "used"), (counts.duplicate, counts.duplicate == 1 ? "duplicate" : "duplicates"),
      (counts.failed, "failed"), (counts.skipped, "skipped"), (counts.unfinished, "not finished"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return (told.isEmpty ? ["nothing"] : told).joined(separator: ", ")
      + (exit == 0 ? "" : ", exit \(exit)")
  }

  private static func time(_ seconds: Double) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
