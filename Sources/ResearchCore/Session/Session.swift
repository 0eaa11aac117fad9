import Extraction
import Fetching
import FlowControl
import Summarisation

/// One run: from a list of sources to records, and from these to a report.
///
/// A session is used once. Everything that it starts is a child of ``run(_:)``.
public actor Session {
  let configuration: Configuration
  let services: Services
  let stage: StageContext
  private let frontier: Frontier
  let stop = StopSignal()
  private var isUsed = false
  private let (commands, command) = AsyncStream.makeStream(of: Command.self)
  /// Who else is to hear of a drain or a cancel once the stages are through.
  private var late: AsyncStream<Command>.Continuation?
  /// The records of the sources that have ended.
  package let store: RecordStore

  private enum Command {
    case drain, cancel
  }

  /// What a session works with; tests bring their own.
  struct Services: Sendable {
    var fetcher: any Fetcher
    var closeFetcher: @Sendable () async -> Void = {}
    var summariser: any Summariser
    /// Who writes the report's summary; nil for the built-in summariser.
    var author: (any ReportAuthor)?
    var clock: SessionClock
    var workers: any TaskExecutor
    /// Wall-clock time at the start, in seconds since 1970.
    var startTime: Double
    var generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  }

  /// A session that works with `services`.
  init(_ configuration: Configuration, services: Services) throws {
    self.configuration = configuration
    self.services = services
    let events = EventBus(clock: services.clock, startTime: services.startTime)
    stage = StageContext(
      events: events,
      clock: services.clock,
      workers: services.workers,
      startTime: services.startTime
    )
    frontier = Frontier(
      Frontier.Limits(
        window: configuration.effectiveWindow,
        fetches: configuration.fetching.maxConcurrency.orUnlimited,
        fetchesPerHost: configuration.fetching.hostConcurrency.orUnlimited
      ),
      clock: services.clock,
      events: events
    )
    store = try RecordStore(configuration)
  }

  /// What happens, for one reader more; it ends with ``end(exit:counts:)``.
  ///
  /// `wants` chooses what the reader is woken for; the ids that it sees then have gaps. It runs
  /// under a lock, so that it must be quick and must not call the session.
  /// A reader must read on or be let go of: a run admits nothing while one is far behind.
  public nonisolated func events(
    after id: Int = 0,
    where wants: @escaping @Sendable (Event.Kind) -> Bool = { _ in true }
  ) -> EventStream {
    stage.events.events(after: id, where: wants)
  }

  /// The counts so far.
  public nonisolated var statistics: Statistics { stage.events.statistics }

  /// Takes every source through the steps, and gives back how they ended.
  ///
  /// Throws ``InputError`` where an input cannot be read or names no source, and a system error
  /// where the records cannot be kept, ``SessionError`` at a second call. Returns early, with sources unfinished, after ``drain(reason:)``
  /// or ``cancel(reason:)``; cancelling the task ends the run without records for the rest.
  public func run(_ inputs: [SourceInput]) async throws -> OutcomeCounts {
    try begin()
    do {
      let counts = try await collect(inputs)
      // The author needs it yet.
      if services.author == nil || stop.isStopped { await services.closeFetcher() }
      return counts
    } catch {
      await services.closeFetcher()
      throw error
    }
  }

  /// Notes that the session is used; throws ``SessionError`` where it has been.
  func begin() throws(SessionError) {
    guard !isUsed else { throw .alreadyUsed }
    isUsed = true
  }

  private func collect(_ inputs: [SourceInput]) async throws -> OutcomeCounts {
    let list = try SourceList(inputs)
    let expected = await perform(on: stage.workers) { list.count() }
    if expected == 0 { throw InputError.noSource }
    stage.events.publish(.started(sources: expected, options: configuration.told))
    let collect = CollectStage(store: store, frontier: frontier, stage: stage)
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask { try await self.read(list, collect) }
      group.addTask { try await self.pump(into: collect) }
      var count = 0
      while let part = try await group.next() { count += part }
      return count
    }
    try Task.checkCancellation()
    for source in await frontier.takeLeftovers() { try await collect.keepUnfinished(source) }
    // A list that was not read to its end may name sources yet.
    if count == 0, !stop.isStopped { throw InputError.noSource }
    return statistics.outcomes
  }

  /// Admits nothing more; what is in flight completes, within the drain's time-out.
  public func drain(reason: String) async {
    await frontier.drain()
    stop.stop()
    stage.events.publish(.draining(reason: reason))
    command.yield(.drain)
    late?.yield(.drain)
  }

  /// Gives up what is in flight.
  public func cancel(reason: String) async {
    await frontier.drain()
    stop.stop()
    stage.events.publish(.cancelled(reason: reason))
    command.yield(.cancel)
    late?.yield(.cancel)
  }

  /// Tells the readers how it ended, and ends their streams.
  ///
  /// `counts` are those of a report, which counts sources with equal final addresses as
  /// duplicates; without one they are what the run itself saw.
  public nonisolated func end(exit: Int, counts: OutcomeCounts? = nil) {
    stage.events.publish(.ended(counts: counts ?? statistics.outcomes, exit: exit))
    stage.events.finish()
  }

  /// Tells the readers something that happens outside the stages.
  package nonisolated func tell(_ kind: Event.Kind) {
    stage.events.publish(kind)
  }

  nonisolated private func read(_ list: SourceList, _ collect: CollectStage) async throws -> Int {
    let count = try await list.read(until: stop) { source in
      guard await !frontier.add(source) else { return }
      try Task.checkCancellation()
      // No source ends that had not joined, or the totals would not add up.
      stage.events.publish(.queued(source.subject))
      try await collect.keepUnfinished(source)
    }
    await frontier.close()
    return count
  }

  /// Runs the stages until everything is collected or the time to drain is over.
  private func pump(into collect: CollectStage) async throws -> Int {
    let (urls, urlsIn) = flow(of: Source.self)
    let (pages, pagesIn) = flow(of: Content.self)
    let (ends, endsIn) = flow(of: Void.self)
    let fetch = FetchStage(
      fetcher: services.fetcher,
      frontier: frontier,
      stage: stage,
      limits: configuration.fetching,
      generator: services.generator
    )
    let commands = commands
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { [frontier] in
        await frontier.run(into: urlsIn)
        return false
      }
      group.addTask {
        await fetch.run(urls, into: pagesIn)
        return false
      }
      add(stagesAfter: pages, into: endsIn, to: &group)
      group.addTask { try await self.untilTimeIsUp(commands) }
      group.addTask { try await self.tellProgress() }
      group.addTask(executorPreference: services.workers) {
        try await collect.run(ends)
        return true
      }
      while let isOver = try await group.next() {
        if isOver { break }
      }
      group.cancelAll()
    }
    return 0
  }

  private func add(
    stagesAfter pages: Flow<Content>,
    into ends: Flow<Void>.Continuation,
    to group: inout ThrowingTaskGroup<Bool, any Error>
  ) {
    guard configuration.lastStep != .fetch else {
      let body = BodyStage(stage: stage, configuration: configuration)
      group.addTask {
        try await body.run(pages, into: ends)
        return false
      }
      return
    }
    let extract = ExtractStage(stage: stage, configuration: configuration)
    let (articles, articlesIn) = flow(of: Article.self)
    group.addTask {
      await extract.run(pages, into: articlesIn)
      return false
    }
    guard configuration.lastStep != .extract else {
      group.addTask { await Self.deliver(articles, to: ends) }
      return
    }
    let summarise = SummariseStage(
      stage: stage,
      summariser: services.summariser,
      options: configuration.report,
      concurrency: configuration.summarising.concurrency
    )
    let (summaries, summariesIn) = flow(of: Summary.self)
    group.addTask {
      await summarise.run(articles, into: summariesIn)
      return false
    }
    group.addTask { await Self.deliver(summaries, to: ends) }
  }

  /// A stream that the window bounds.
  nonisolated private func flow<Value>(
    of type: Value.Type
  ) -> (stream: Flow<Value>, continuation: Flow<Value>.Continuation) {
    Flow<Value>.makeStream(bufferingPolicy: .bufferingOldest(configuration.effectiveWindow))
  }

  nonisolated private static func deliver<Value>(
    _ items: Flow<Value>,
    to ends: Flow<Void>.Continuation
  ) async -> Bool {
    for await item in items { ends.pass(item.delivered) }
    ends.finish()
    return false
  }

  /// What `body` gives, unless a cancel comes meanwhile or a drain's time is over.
  ///
  /// Throws a `CancellationError` then, as soon as `body`, whose task is cancelled, has ended.
  func whileThereIsTime<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let (commands, command) = AsyncStream.makeStream(of: Command.self)
    late = command
    defer { late = nil }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask {
        _ = try await self.untilTimeIsUp(commands)
        return nil
      }
      guard let result = try await group.next() ?? nil else { throw CancellationError() }
      return result
    }
  }

  /// True when what is in flight is to be given up: on a cancel, or when a drain's time is over.
  nonisolated private func untilTimeIsUp(_ commands: AsyncStream<Command>) async throws -> Bool {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      defer { group.cancelAll() }
      let (drains, drained) = AsyncStream.makeStream(of: Void.self)
      group.addTask {
        defer { drained.finish() }
        for await command in commands {
          guard command == .drain else { return true }
          drained.yield()
        }
        return false
      }
      group.addTask { [stage, timeout = configuration.drainTimeout] in
        for await _ in drains.prefix(1) {
          try await stage.clock.sleep(for: timeout)
          stage.events.publish(.cancelled(reason: "the time to drain is over"))
        }
        return true
      }
      return try await group.next() ?? false
    }
  }

  nonisolated private func tellProgress() async throws -> Bool {
    var remaining = RemainingTime()
    while true {
      try await stage.clock.sleep(for: .seconds(1))
      var progress = statistics.progress.until(configuration.lastStep)
      progress.remaining = remaining.estimate(progress, at: stage.clock.now.seconds)
      stage.events.publish(.progress(progress))
    }
  }
}

extension Int {
  /// A limit, where zero and less mean none.
  fileprivate var orUnlimited: Int { self < 1 ? .max : self }
}
