import FlowControl
import ResearchCore

/// A run whose output is its records, in the order of the list.
struct RecordsRun {
  private let session: Session
  private let destination: Destination
  private let work: OwnWork
  private let run: CommandRun
  private let form: RecordForm

  /// Prepares the session and its streams.
  init(
    _ configuration: Configuration,
    _ output: OutputOptions,
    _ log: LogOptions,
    _ interrupts: Interrupts,
    tellsHosts: Bool,
    form: RecordForm = .records
  ) throws {
    self.form = form
    let streams = try RunStreams(
      output,
      log,
      interrupts,
      tellsHosts: tellsHosts,
      deadline: configuration.deadline
    )
    let configuration = configuration.counting(from: interrupts.clock)
    destination = streams.destination
    work = interrupts.work
    session = try reporting { try Session(configuration) }
    run = CommandRun(session, streams, configuration)
  }

  /// Runs the session, and writes each record as soon as all before it are written.
  func callAsFunction(_ sources: [SourceInput], maxFailed: Int?) async throws {
    try await run { [session, destination, work, form] in
      let output = (destination, RecordWriter(form, sources))
      let counts = try await Self.counts(session, sources, output, work)
      try await work.doing { try destination.commit() }
      return RunEnding(code: ExitStatus.code(for: counts, maxFailed: maxFailed))
    }
  }

  /// Writes on a thread of its own, because a slow reader of a pipe holds it up.
  private static func counts(
    _ session: Session,
    _ sources: [SourceInput],
    _ output: (Destination, RecordWriter),
    _ work: OwnWork
  ) async throws -> OutcomeCounts {
    let thread = Workers(threads: 1)
    let events = session.events { if case .settled = $0 { true } else { false } }
    let counts = try await withThrowingTaskGroup(of: OutcomeCounts?.self) { group in
      group.addTask(executorPreference: thread) {
        var records = OrderedRecords(session, to: output.0, through: output.1)
        for await event in events { try await work.doing { try await records.note(event) } }
        try await work.doing { try await records.finish() }
        return nil
      }
      group.addTask { try await work.doing { try await session.run(sources) } }
      var counts = OutcomeCounts()
      while let result = try await group.next() {
        guard let result else { continue }
        counts = result
        group.cancelAll()
      }
      return counts
    }
    withExtendedLifetime(thread) {}
    return counts
  }
}

/// Writes records in the order of the list, however they came.
private struct OrderedRecords {
  private let session: Session
  private let destination: Destination
  private var writer: RecordWriter
  private var next = 1

  init(_ session: Session, to destination: Destination, through writer: RecordWriter) {
    self.session = session
    self.destination = destination
    self.writer = writer
  }

  /// Writes on where an event says that the next record is there.
  mutating func note(_ event: Event) async throws {
    if case .settled(_, let subject, _) = event.kind, subject.index == next { try await advance() }
  }

  /// Writes what is left, and that it is not all where the list was not read to its end.
  mutating func finish() async throws {
    try await advance()
    if await session.store.isIncomplete { try destination.write(writer.bytes(.cut)) }
  }

  /// Writes all records that are there without a gap.
  mutating func advance() async throws {
    while let line = try await session.store.line(next) {
      try destination.write(writer.bytes(line))
      next += 1
    }
  }
}
