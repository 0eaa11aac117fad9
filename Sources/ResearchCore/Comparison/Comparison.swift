import Fetching
import FlowControl

/// The same list run one by one, with barriers, and streaming: really, each with a session and
/// connections of its own.
///
/// The streaming run is the one that counts: its events are told, its records kept, its report
/// written. What the runs came to is told as ``Event/Kind/compared(_:)``.
public actor Comparison {
  /// The session of the streaming run.
  public nonisolated let session: Session
  private let configuration: Configuration
  private let makeSession: @Sendable (Configuration) throws -> Session
  private let stop = StopSignal()
  private nonisolated let deadline: Deadline
  private nonisolated let hasHeldBack = Locked(false)
  /// Why the runs are to end, once they are.
  private var reason: String?
  private var current: Session?

  /// One run that has taken place.
  private struct Run {
    let session: Session
    let row: ComparisonTable.Row
    /// The SHA-256 of its report; nil where the run was cut short.
    let report: String?
  }

  /// A comparison of real runs; throws as ``Session/init(_:)`` does.
  ///
  /// All runs together keep to the limits and the ceiling of the model's calls.
  public init(_ configuration: Configuration = Configuration()) throws {
    let calls = configuration.summarising.calls()
    try self.init(configuration) { try Session($0, calls: calls) }
  }

  /// A comparison of runs for which `makeSession` makes the sessions.
  init(
    _ configuration: Configuration,
    makeSession: @escaping @Sendable (Configuration) throws -> Session
  ) throws {
    if configuration.resumes {
      throw ConfigurationError(reason: "a comparison runs the whole list, and resumes nothing")
    }
    self.configuration = configuration
    self.makeSession = makeSession
    session = try makeSession(configuration.scheduled(.streaming))
    deadline = Deadline(configuration.deadline, on: session.stage.clock)
  }

  /// Takes every source through all runs, and writes the report of the last one to `sink`.
  ///
  /// Throws as ``Session/run(_:)`` and ``Session/writeReport(to:)`` do. After ``drain(reason:)`` or
  /// ``cancel(reason:)`` the report is made of what there is: of the streaming run once that has
  /// begun, before it of a run that was finished, else of the one that was cut short; likewise when
  /// ``Configuration/deadline`` has passed, which is for all runs together. When the task is
  /// cancelled all runs end, without a report.
  public func run(
    _ inputs: [SourceInput],
    to sink: @escaping @Sendable ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    try await deadline.bounding(self) { try await self.runAll(inputs, to: sink) }
  }

  /// Whether the runs were drained because their time was over (``Configuration/deadline``).
  public nonisolated var hasPassedDeadline: Bool { deadline.hasPassed }

  /// Whether a model was not asked in any of the runs, because these may spend no more.
  public nonisolated var hasReachedCeiling: Bool {
    session.hasReachedCeiling || hasHeldBack.withLock { $0 }
  }

  private func runAll(
    _ inputs: [SourceInput],
    to sink: @escaping @Sendable ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    let list = try await SourceList(inputs)
      .keepingPipes(inDirectory: configuration.temporaryDirectory, until: stop)
    try await warmUp()
    var runs: [Run] = []
    for (number, schedule) in [Schedule.oneByOne, .barriers].enumerated() where reason == nil {
      tell(schedule, number + 1)
      runs.append(try await rehearse(schedule, list.reopened()))
    }
    let (last, summary) = try await conclude(list.reopened(), after: runs, to: sink)
    if let last { runs.append(last) }
    session.tell(.compared(try await table(of: runs)))
    return summary
  }

  /// Admits nothing more, in this run and the ones to come; what is in flight completes.
  public func drain(reason: String) async {
    self.reason = reason
    stop.stop()
    await current?.drain(reason: reason)
    await session.drain(reason: reason)
  }

  /// Gives up what is in flight.
  public func cancel(reason: String) async {
    self.reason = reason
    stop.stop()
    await current?.cancel(reason: reason)
    await session.cancel(reason: reason)
  }

  private func tell(_ schedule: Schedule, _ run: Int) {
    session.tell(
      .comparing(
        Event.Comparing(
          schedule: schedule,
          run: run,
          runs: Schedule.allCases.count,
          model: configuration.summarising.model
        )
      )
    )
  }

  /// Takes a small document through extraction, ranking and a report, or the first run alone would
  /// pay for what a process does once, and the others would seem faster than they are.
  private func warmUp() async throws {
    var options = configuration.report
    options.question = nil
    let writer = try ReportWriter(
      options: options,
      temporaryDirectory: configuration.temporaryDirectory
    )
    let store = try RecordStore(inDirectory: configuration.temporaryDirectory)
    let line = try await perform(on: session.stage.workers) {
      try RecordCoder().line(for: WarmUp.record())
    }
    try await store.append(line, index: 1)
    _ = try await writer.write(store) { _ in }
  }

  /// A run whose report goes nowhere; only its hash is kept.
  private func rehearse(_ schedule: Schedule, _ list: SourceList) async throws -> Run {
    let part = try makeSession(configuration.scheduled(schedule))
    current = part
    defer {
      current = nil
      if part.hasReachedCeiling { hasHeldBack.withLock { $0 = true } }
    }
    let events = part.events()
    async let times = times(of: events, areForwarded: true)
    _ = try await part.run(list)
    let hash = ReportHash()
    if reason == nil { try await part.writeReport { await hash.add($0) } }
    // What comes from now on comes too late to cut this run short.
    let isWhole = reason == nil
    part.end(exit: 0)
    return Run(
      session: part,
      row: ComparisonTable.Row(schedule, await times, isFinished: isWhole),
      report: isWhole ? await hash.finish() : nil
    )
  }

  /// The run that counts, or where the runs are to end early, what there is.
  private func conclude(
    _ list: SourceList,
    after runs: [Run],
    to sink: @escaping @Sendable ([UInt8]) async throws -> Void
  ) async throws -> (Run?, ReportSummary) {
    if reason != nil, let done = runs.first(where: { $0.report != nil }) ?? runs.last {
      try await session.adopt(done.session)
      return (nil, try await session.writeReport(to: sink))
    }
    if reason == nil { tell(.streaming, 3) }
    let events = session.events()
    async let times = times(of: events, areForwarded: false)
    _ = try await session.run(list)
    let hash = ReportHash()
    let summary = try await session.writeReport { piece in
      await hash.add(piece)
      try await sink(piece)
    }
    let isWhole = reason == nil
    let run = Run(
      session: session,
      row: ComparisonTable.Row(.streaming, await times, isFinished: isWhole),
      report: isWhole ? await hash.finish() : nil
    )
    return (run, summary)
  }

  /// When the steps of a run took place; returns with its report or its end.
  ///
  /// Of the runs before the last only progress is told, or each source would end three times.
  private func times(of events: EventStream, areForwarded: Bool) async -> RunTimes {
    var times = RunTimes()
    for await event in events {
      times.fold(event)
      if case .combined = event.kind { break }
      if case .progress = event.kind, areForwarded { session.tell(event.kind) }
    }
    return times
  }

  private func table(of runs: [Run]) async throws -> ComparisonTable {
    var table = ComparisonTable(runs.map(\.row))
    let reports = runs.compactMap(\.report)
    guard reports.count == Schedule.allCases.count else { return table }
    table.haveEqualReports = Set(reports).count == 1
    guard table.haveEqualReports == false else { return table }
    for index in await session.store.indices {
      var versions: Set<Record> = []
      var source = ""
      for run in runs {
        guard let record = try await run.session.record(index) else { continue }
        versions.insert(record.lasting)
        source = record.source
      }
      guard versions.count > 1 else { continue }
      table.changes += 1
      guard table.changes <= ComparisonTable.namedChanges else { continue }
      table.changed.append(ComparisonTable.Change(index: index, source: source))
    }
    return table
  }
}

/// The hash of a report that comes in pieces.
private actor ReportHash {
  private let digest = SHA256Digest()

  func add(_ bytes: [UInt8]) { digest.add(bytes) }

  func finish() -> String { digest.finish() }
}

extension Configuration {
  /// The same run on another schedule; only the streaming one keeps its records, and the deadline
  /// is for all of them.
  fileprivate func scheduled(_ schedule: Schedule) -> Configuration {
    var configuration = self
    configuration.schedule = schedule
    configuration.deadline = nil
    if schedule != .streaming { configuration.records = nil }
    return configuration
  }
}

extension Record {
  /// What the record says of the page, without what differs from run to run; a model may write
  /// something else each time.
  fileprivate var lasting: Record {
    var record = self
    (record.timings, record.attempts, record.retrieved) = (nil, nil, nil)
    // How far a body came before it broke is chance.
    if record.sha256 == nil { record.bytes = nil }
    if model != nil { (record.summary, record.usage) = (nil, nil) }
    return record
  }
}
