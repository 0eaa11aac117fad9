import Fetching
import FlowControl

extension Session {
  /// Writes the report of what has been recorded, in pieces of about 64 KB to `sink`.
  ///
  /// Call it when ``run(_:)`` has returned. The report is a function of the records and the
  /// options; what a model is asked for it becomes one of the records first. A cancel, or a drain
  /// when its time is over, ends only that: the report is then written with the built-in summary.
  ///
  /// Throws ``ReportTemplateError`` where the options' template is none, and a `CancellationError`
  /// soon after the calling task is cancelled, of whatever the work was at; what `sink` has got by
  /// then is no whole report, and it is not called again.
  @discardableResult
  public func writeReport(
    to sink: @escaping @Sendable ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    writers += 1
    defer { writers -= 1 }
    let writer = try ReportWriter(
      options: configuration.report,
      temporaryDirectory: configuration.temporaryDirectory,
      trustsSummaries: configuration.hasOwnSummaries
    )
    return try await ReportJob(writer: writer, events: stage.events, clock: stage.clock)
      .write(store, author: author, on: stage.workers, to: sink)
  }

  /// The report of what has been recorded, as text.
  ///
  /// It ends and throws as ``writeReport(to:)`` does.
  public func report() async throws -> String {
    let pieces = Locked<[UInt8]>([])
    try await writeReport { piece in pieces.withLock { $0 += piece } }
    return String(decoding: pieces.withLock { $0 }, as: UTF8.self)
  }

  /// The record of a source that has ended; nil for one that has not.
  public func record(_ index: Int) async throws -> Record? {
    guard let line = try await store.line(index) else { return nil }
    return try RecordCoder().record(from: line)
  }

  /// The numbers of the sources that have ended, rising.
  public var recordIndices: [Int] {
    get async { await store.indices }
  }
}

extension Configuration {
  /// Whether the run makes the page summaries that the report needs.
  fileprivate var hasOwnSummaries: Bool {
    lastStep == .summarise && summarising.words == nil && summarising.sentences == nil
  }
}

/// The last stage: records to a report, on a worker, told to the readers of events.
struct ReportJob: Sendable {
  private let writer: ReportWriter
  private let events: EventBus
  private let clock: SessionClock

  /// A job that tells `events`.
  init(writer: ReportWriter, events: EventBus, clock: SessionClock) {
    self.writer = writer
    self.events = events
    self.clock = clock
  }

  /// Writes the report of `records` to `sink`; `author` is asked for its summary.
  func write(
    _ records: RecordStore,
    author: ReportWriter.Author? = nil,
    on workers: any TaskExecutor,
    to sink: @escaping @Sendable ([UInt8]) async throws -> Void
  ) async throws -> ReportSummary {
    events.publish(.combining(sources: await records.count))
    let start = clock.now
    let writer = writer
    let summary = try await perform(on: workers) {
      // What fetching and parsing have freed lies scattered, of no use for what comes now.
      returnFreedMemory()
      return try await writer.write(records, author: author, to: sink)
    }
    events.publish(
      .combined(
        sources: summary.sources,
        findings: summary.findings,
        seconds: (clock.now - start).seconds
      )
    )
    return summary
  }
}

extension Session {
  /// Takes in the records that earlier commands wrote, instead of running.
  ///
  /// Throws a `CancellationError` after ``drain(reason:)`` or ``cancel(reason:)``, because a report
  /// of some of the records would look like one of all; a ``SessionError`` where it has records,
  /// or its model cannot be asked.
  package func load(_ files: [RecordsFile]) async throws {
    try begin()
    do {
      warn(try await triedModel())
    } catch {
      await services.closeFetcher()
      throw error
    }
    try await RecordsFile.load(
      files,
      into: store,
      keepsNotes: services.author == nil,
      until: stop,
      scratchIn: configuration.temporaryDirectory,
      on: stage.workers
    )
  }
}

extension Session {
  /// Takes over what another session has recorded, instead of running, and tells how its sources
  /// ended; as any run that is stopped, it waits for no reader.
  ///
  /// Throws a `CancellationError` when the task is cancelled: what was taken over until then stays.
  func adopt(_ other: Session) async throws {
    try begin()
    let indices = await other.store.indices
    stage.events.publish(.started(sources: indices.count, options: configuration.told))
    for index in indices {
      try Task.checkCancellation()
      guard let line = try await other.store.line(index) else { continue }
      try await store.append(line, index: index)
      let record = try await perform(on: stage.workers) { try RecordCoder().record(from: line) }
      let subject = Event.Subject(record)
      stage.events.publish(.queued(subject))
      stage.events.publish(.settled(record.outcome, subject, Event.Settled(record)))
    }
    try await store.note(isIncomplete: other.store.isIncomplete)
    if let note = try await other.store.note() { try await store.append(note: note) }
    await services.closeFetcher()
  }
}
