import ResearchCore

/// An event in words.
struct EventDescription: Sendable {
  /// An event's name, the source's number where it is about one, and what there is to say.
  typealias Parts = (name: String, index: Int?, rest: String)

  let isDetailed: Bool
  /// The file that the run writes; nil for standard output.
  let output: String?

  /// What is said about an event.
  func parts(of event: Event) -> Parts {
    switch event.kind {
    case .queued(let subject): ("queued", subject.index, subject.source)
    case .began(let step, let subject, _): began(step, subject)
    case .fetched(let subject, let fetched): ("fetched", subject.index, describe(fetched))
    case .extracted(let subject, let extracted): ("extracted", subject.index, describe(extracted))
    case .summarised(let subject, let summarised):
      ("summarised", subject.index, describe(summarised))
    case .waiting(let subject, let wait): ("waiting", subject.index, describe(wait, subject))
    case .settled(let outcome, let subject, let settled): end(outcome, subject, settled)
    default: runParts(of: event)
    }
  }

  private func runParts(of event: Event) -> Parts {
    switch event.kind {
    case .started(let sources, let options): ("started", nil, started(sources, options))
    case .progress(let progress): ("progress", nil, describe(progress))
    case .held(let host, let reason, let seconds):
      ("waiting", nil, describe(hold: host, reason, seconds))
    case .delayed(let delay): ("waiting", nil, describe(delay))
    case .combining(let sources): ("combining", nil, sources.counting("source"))
    case .degraded(let failure):
      ("degraded", nil, "the built-in summariser does what the model does not: \(failure.message)")
    case .authored(let authored): ("authored", nil, describe(authored))
    case .asked(let asked): ("asked", nil, describe(asked))
    case .tool(let use): (use.name, nil, describe(use))
    case .answered(let answered): ("answered", nil, describe(answered))
    case .combined(let sources, let findings, let seconds):
      (
        "combined", nil,
        "\(sources.counting("source")), \(findings.counting("finding")), \(Quantity.time(seconds))"
      )
    case .comparing(let comparing): ("comparing", nil, describe(comparing))
    case .warned(let reason): ("warning", nil, reason)
    case .draining(let reason): ("draining", nil, "\(reason): what is in flight completes")
    case .cancelled(let reason): ("cancelled", nil, reason)
    case .ended(let counts, let exit, _): ("ended", nil, ended(counts, exit, event.elapsed))
    default: ("", nil, "")
    }
  }

  private func began(_ step: Step, _ subject: Event.Subject) -> Parts {
    switch step {
    case .fetch: ("fetching", subject.index, subject.source)
    case .extract: ("extracting", subject.index, "")
    case .summarise: ("summarising", subject.index, "")
    }
  }

  /// The first one says what it costs, before anything is fetched.
  private func describe(_ comparing: Event.Comparing) -> String {
    let (run, runs) = (comparing.run, comparing.runs)
    let begin = "run \(run) of \(runs): \(comparing.schedule.rawValue)"
    guard run == 1 else { return begin }
    let names = Schedule.allCases.map(\.rawValue).joined(separator: ", ")
    let model = comparing.model.map { ", and \($0) is asked as often" } ?? ""
    return begin + "; each page is fetched \(runs) times\(model): \(names)"
  }

  private func started(_ sources: Int?, _ options: [String: String]) -> String {
    var count = sources.map { $0.counting("source") } ?? "sources as they come"
    if let recorded = options["recorded"], let path = options["records"] {
      count += ", \(recorded) of them already in \(path)"
    }
    let summariser = options["summariser"] ?? "no"
    return "\(count), \(summariser) summariser, \(options["max_concurrency"] ?? "?") at once"
  }

  private func describe(_ fetched: Event.Fetched) -> String {
    var parts = [Quantity.size(fetched.bytes), Quantity.time(fetched.seconds)]
    if let status = fetched.status { parts.insert("\(status)", at: 0) }
    guard isDetailed else { return parts.joined(separator: ", ") }
    if fetched.isReused == true { parts.append("reused connection") }
    if let type = fetched.contentType { parts.append(type) }
    if let timings = fetched.timings { parts += describe(timings) }
    if let address = fetched.finalURL { parts.append(address) }
    return parts.joined(separator: ", ")
  }

  private func describe(_ timings: FetchTimings) -> [String] {
    let stages = [
      ("queued", timings.queued), ("connect", timings.connect), ("first byte", timings.firstByte),
      ("transfer", timings.transfer),
    ]
    return stages.compactMap { name, seconds in
      seconds.map { "\(name) \(Quantity.fineTime($0))" }
    }
  }

  private func describe(_ extracted: Event.Extracted) -> String {
    var parts = [extracted.words.counting("word")]
    if let language = extracted.language { parts.append(language) }
    parts.append(Quantity.time(extracted.seconds))
    if isDetailed, let title = extracted.title { parts.append(title) }
    return parts.joined(separator: ", ")
  }

  private func describe(_ summarised: Event.Summarised) -> String {
    let text = "\(summarised.sentences.counting("sentence")), \(Quantity.time(summarised.seconds))"
    guard let error = summarised.error else { return text }
    return text + (error.kind == .budget ? ", built-in: budget" : ", built-in: the model failed")
  }

  private func describe(_ authored: Event.Authored) -> String {
    let end = "by \(authored.model), \(Quantity.time(authored.seconds))"
    guard let error = authored.error else {
      return "\(authored.sentences.counting("sentence")) \(end)"
    }
    return "nothing \(end): \(error.message)"
  }

  private func describe(_ wait: Event.Wait, _ subject: Event.Subject) -> String {
    let time = Quantity.time(wait.seconds)
    if wait.reason == .robots {
      let after = wait.seconds > 0 ? "is asked for again in \(time)" : "was the first request"
      return "robots.txt \(after): \(subject.source)"
    }
    guard let error = wait.error else { return "the page refreshes: \(subject.source)" }
    return "\(error.message), try \(subject.attempt + 1) in \(time): \(subject.source)"
  }

  private func describe(_ delay: Event.Delay) -> String {
    let time = Quantity.time(delay.seconds)
    guard let error = delay.error else { return "the model's next call in \(time)" }
    return "\(error.message), try \(delay.attempt + 1) in \(time)"
  }

  private func describe(
    hold host: String,
    _ reason: Event.Wait.Reason,
    _ seconds: Double
  ) -> String {
    let time = Quantity.time(seconds)
    switch reason {
    case .robots where seconds == 0: return "robots.txt of \(host) is asked for"
    case .robots: return "\(host): robots.txt asks for \(time) between requests"
    case .host: return "\(host): \(time) between requests"
    case .rate, .retry, .refresh: return "\(host): asks for fewer requests, next in \(time)"
    }
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
  ) -> Parts {
    switch outcome {
    case .used where settled.isRecorded: return ("used", subject.index, "by an earlier run")
    case .used: return ("used", subject.index, Quantity.time(settled.seconds))
    case .duplicate:
      let first = settled.duplicateOf ?? 0
      return ("duplicate", subject.index, "the same as \(first): \(subject.source)")
    case .skipped, .failed, .unfinished:
      let reason = settled.error.map { "\($0.kind.rawValue): \($0.message)" } ?? "no reason known"
      return (outcome.rawValue, subject.index, "\(reason): \(subject.source)")
    }
  }

  private func ended(_ counts: OutcomeCounts, _ exit: Int, _ elapsed: Double) -> String {
    let parts = [
      (counts.used, "used"), (counts.duplicate, counts.duplicate == 1 ? "duplicate" : "duplicates"),
      (counts.failed, "failed"), (counts.skipped, "skipped"), (counts.unfinished, "not finished"),
    ]
    var told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    told.append(Quantity.time(elapsed))
    if exit != 0 { told.append("exit \(exit)") }
    let file = Self.isWritten(counts, exit) ? output : nil
    return (file.map { "\($0): " } ?? "") + told.joined(separator: ", ")
  }

  /// Whether a run that ended so has certainly written its output.
  private static func isWritten(_ counts: OutcomeCounts, _ exit: Int) -> Bool {
    switch Int32(exit) {
    case ExitStatus.success, ExitStatus.cutShort, ExitStatus.nothingUsable: true
    // A signal that came before anything was read leaves nothing to write.
    case 129...: counts != OutcomeCounts()
    default: false
    }
  }
}
