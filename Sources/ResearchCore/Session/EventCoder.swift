import FoundationEssentials

/// Turns events into lines of JSON, as the command line's contract has them.
package struct EventCoder: Sendable {
  private let tellsHosts: Bool

  /// A coder for the schema's only version; the table of hosts is told where it is asked for.
  package init(tellsHosts: Bool = false) {
    self.tellsHosts = tellsHosts
  }

  /// One line of JSON with its line end; keys are sorted.
  package func line(for event: Event) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let json = try encoder.encode(EventLine(event, tellsHosts: tellsHosts))
    var line = JSONText.safe([UInt8](json))
    line.append(UInt8(ascii: "\n"))
    return line
  }
}

/// The flat object that an event is written as; what does not apply is nil and absent.
private struct EventLine: Encodable {
  let version = 1
  let id: Int
  let time: String
  let elapsed: Double
  var event = ""
  var index: Int?
  var source: String?
  var attempt: Int?
  var host: String?
  var status: Int?
  var finalURL: String?
  var bytes: Int?
  var contentType: String?
  var reused: Bool?
  var words: Int?
  var language: String?
  var title: String?
  var sentences: Int?
  var model: String?
  var usage: TokenUsage?
  var step: Int?
  var steps: Int?
  var calls: Int?
  var tool: String?
  var about: String?
  var passages: Int?
  var limit: String?
  var reason: String?
  var error: Failure?
  var duplicateOf: Int?
  var attempts: Int?
  var recorded: Bool?
  var sources: Int?
  var options: [String: String]?
  var fetch: Progress.Stage?
  var extract: Progress.Stage?
  var summarise: Progress.Stage?
  var remaining: Remaining?
  var findings: Int?
  var outcome: OutcomeCounts?
  var exit: Int?
  var schedule: String?
  var run: Int?
  var runs: Int?
  var table: ComparisonTable?
  var seconds: Double?
  var took: Double?
  var queued: Double?
  var connect: Double?
  var firstByte: Double?
  var transfer: Double?
  var open: Int?
  var statistics: StatisticsObject?
  var hosts: [StatisticsObject.Host]?

  init(_ event: Event, tellsHosts: Bool) {
    id = event.id
    time = Date(timeIntervalSince1970: event.time)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    elapsed = event.elapsed.roundedToMicroseconds
    fill(event.kind)
    if case .ended(_, _, let statistics) = event.kind, tellsHosts {
      hosts = statistics.hosts.map(StatisticsObject.Host.init)
    }
  }

  private mutating func fill(_ kind: Event.Kind) {
    switch kind {
    case .started(let sources, let options):
      event = "started"
      self.sources = sources
      self.options = options
    case .queued(let subject):
      event = "queued"
      set(subject)
    case .began(let step, let subject, let host):
      event = Self.name(of: step)
      set(subject)
      self.host = host
    case .fetched(let subject, let fetched): set(subject, fetched)
    case .extracted(let subject, let extracted): set(subject, extracted)
    case .summarised(let subject, let summarised): set(subject, summarised)
    case .waiting(let subject, let wait): set(subject, wait)
    case .settled(let outcome, let subject, let settled): set(outcome, subject, settled)
    default: fillRun(kind)
    }
  }

  private mutating func fillRun(_ kind: Event.Kind) {
    switch kind {
    case .progress(let progress): set(progress)
    case .held(let host, let reason, let seconds):
      event = "waiting"
      (self.host, self.reason) = (host, reason.rawValue)
      self.seconds = seconds.roundedToMicroseconds
    case .delayed(let delay):
      event = "waiting"
      (model, reason, attempt) = (delay.model, delay.reason.rawValue, delay.attempt)
      (error, seconds) = (delay.error, delay.seconds.roundedToMicroseconds)
    case .combining(let sources):
      event = "combining"
      self.sources = sources
    case .authored(let authored): set(authored)
    case .asked(let asked): set(asked)
    case .tool(let use): set(use)
    case .answered(let answered): set(answered)
    case .degraded(let failure):
      event = "degraded"
      error = failure
    case .combined(let sources, let findings, let seconds):
      event = "combined"
      self.sources = sources
      self.findings = findings
      self.seconds = seconds.roundedToMicroseconds
    case .comparing(let comparing):
      event = "comparing"
      (schedule, run, runs) = (comparing.schedule.rawValue, comparing.run, comparing.runs)
      model = comparing.model
    case .compared(let table):
      event = "compared"
      self.table = table
    case .warned(let reason):
      event = "warned"
      self.reason = reason
    case .draining(let reason):
      event = "draining"
      self.reason = reason
    case .cancelled(let reason):
      event = "cancelled"
      self.reason = reason
    case .ended(let counts, let exit, let statistics):
      event = "ended"
      self.statistics = StatisticsObject(statistics)
      outcome = counts
      self.exit = exit
    default: break
    }
  }

  private mutating func set(_ subject: Event.Subject) {
    index = subject.index
    source = subject.source
    attempt = subject.attempt
  }

  private mutating func set(_ subject: Event.Subject, _ fetched: Event.Fetched) {
    event = "fetched"
    set(subject)
    status = fetched.status
    finalURL = fetched.finalURL
    bytes = fetched.bytes
    contentType = fetched.contentType
    reused = fetched.isReused
    seconds = fetched.seconds.roundedToMicroseconds
    set(fetched.timings)
  }

  private mutating func set(_ timings: FetchTimings?) {
    queued = timings?.queued?.roundedToMicroseconds
    connect = timings?.connect?.roundedToMicroseconds
    firstByte = timings?.firstByte?.roundedToMicroseconds
    transfer = timings?.transfer?.roundedToMicroseconds
  }

  private mutating func set(_ subject: Event.Subject, _ extracted: Event.Extracted) {
    event = "extracted"
    set(subject)
    words = extracted.words
    language = extracted.language
    title = extracted.title
    seconds = extracted.seconds.roundedToMicroseconds
  }

  private mutating func set(_ subject: Event.Subject, _ summarised: Event.Summarised) {
    event = "summarised"
    set(subject)
    sentences = summarised.sentences
    model = summarised.model
    usage = summarised.usage
    error = summarised.error
    seconds = summarised.seconds.roundedToMicroseconds
  }

  private mutating func set(_ authored: Event.Authored) {
    event = "authored"
    model = authored.model
    sentences = authored.sentences
    usage = authored.usage
    error = authored.error
    seconds = authored.seconds.roundedToMicroseconds
  }

  private mutating func set(_ asked: Event.Asked) {
    event = "asked"
    model = asked.model
    (step, calls) = (asked.step, asked.calls)
    usage = asked.usage
    error = asked.error
    seconds = asked.seconds.roundedToMicroseconds
  }

  private mutating func set(_ use: Event.ToolUse) {
    event = "tool"
    (tool, about, passages) = (use.name, use.about, use.passages)
    reason = use.reason
    seconds = use.seconds.roundedToMicroseconds
  }

  private mutating func set(_ answered: Event.Answered) {
    event = "answered"
    model = answered.model
    sentences = answered.sentences
    (steps, calls, limit) = (answered.steps, answered.calls, answered.limit)
    error = answered.error
    seconds = answered.seconds.roundedToMicroseconds
  }

  private mutating func set(_ subject: Event.Subject, _ wait: Event.Wait) {
    event = "waiting"
    set(subject)
    reason = wait.reason.rawValue
    error = wait.error
    seconds = wait.seconds.roundedToMicroseconds
    took = wait.took?.roundedToMicroseconds
    set(wait.timings)
  }

  private mutating func set(
    _ outcome: Outcome,
    _ subject: Event.Subject,
    _ settled: Event.Settled
  ) {
    event = outcome.rawValue
    set(subject)
    attempt = nil
    error = settled.error
    duplicateOf = settled.duplicateOf
    attempts = settled.attempts
    recorded = settled.isRecorded ? true : nil
    seconds = settled.seconds.roundedToMicroseconds
    took = settled.took?.roundedToMicroseconds
    set(settled.timings)
  }

  private mutating func set(_ progress: Progress) {
    event = "progress"
    fetch = progress.fetch
    extract = progress.extract
    summarise = progress.summarise
    bytes = progress.bytes
    open = progress.open
    remaining = Remaining(seconds: progress.remaining?.roundedToMicroseconds)
  }

  private static func name(of step: Step) -> String {
    switch step {
    case .fetch: "fetching"
    case .extract: "extracting"
    case .summarise: "summarising"
    }
  }
}

/// The time left, which is null and not absent where it is not known.
private struct Remaining: Encodable {
  let seconds: Double?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let seconds { try container.encode(seconds) } else { try container.encodeNil() }
  }
}
