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
  let frontier: Frontier
  let stop = StopSignal()
  nonisolated let deadline: Deadline
  private var isUsed = false
  // Unbounded, but two commands at most come: `order(_:)` passes on one drain and one cancel.
  let (commands, command) = AsyncStream.makeStream(of: Command.self)
  /// Who else is to hear of a drain or a cancel, before the stages begin or once they are through,
  /// by number.
  var late: [Int: AsyncStream<Command>.Continuation] = [:]
  /// What was asked for so far; what begins later is told of it too.
  private(set) var ordered: Command?
  /// Adds sources when the list has been read; gives back how many there are then.
  var extending: (@Sendable (Int, CollectStage) async throws -> Int)?
  /// What an agent answered for the report.
  var asked: AskedAnswer?
  /// What a model has written for a report of this session, or why it has not.
  var authored: ReportNote?
  /// How many reports are being written.
  var writers = 0
  var lastLate = 0
  /// The records of the sources that have ended.
  package let store: RecordStore

  enum Command {
    /// What is in flight is given up at this time of the session's clock.
    case drain(until: Duration)
    case cancel
  }

  /// What a session works with; tests bring their own.
  struct Services: Sendable {
    var fetcher: any Fetcher
    var closeFetcher: @Sendable () async -> Void = {}
    var summariser: any Summariser
    /// Who summarises a page that a model fails at; nil where the page is then lost.
    var fallback: (any Summariser)?
    /// Who writes the report's summary; nil for the built-in summariser.
    var author: (any ReportAuthor)?
    /// Who answers the question of ``Session/ask(_:)``.
    var agent: AgentModel?
    /// Whether a call was held back because the run may spend no more.
    var hasReachedCeiling: @Sendable () -> Bool = { false }
    /// What the calls of a model came to so far; nil where nobody counts them.
    var spent: @Sendable () -> ChatSpent? = { nil }
    /// Tells whenever a call of a model begins to wait.
    var hearWaits: @Sendable (@escaping @Sendable (ChatWait) -> Void) -> Void = { _ in }
    /// What a model's tokens cost; nil where nobody says.
    var price: ModelPrice?
    /// Tries the model before anything else is done, and tells what is odd about it.
    var probe: (@Sendable () async throws -> String?)?
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
    let events = EventBus(
      clock: services.clock,
      startTime: services.startTime,
      price: services.price,
      spent: services.spent
    )
    services.hearWaits { [weak events, model = configuration.summarising.model] wait in
      events?.publish(.delayed(Event.Delay(wait, model: model)))
    }
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
        fetchesPerHost: configuration.fetching.hostConcurrency.orUnlimited,
        hostInterval: configuration.fetching.hostInterval,
        // More than any one page asks for it: by default five in a row.
        patience: min(configuration.fetching.retries, 1_000) + 3,
        asksRobots: configuration.fetching.robots == .obey
      ),
      clock: services.clock,
      events: events,
      generator: services.generator
    )
    deadline = Deadline(configuration.deadline, on: services.clock)
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
  /// where the records cannot be kept, ``RecordsError`` where those of an earlier run do not fit,
  /// ``SessionError`` at a second call, and where the model cannot be asked, before any source is
  /// read. Returns early, with sources unfinished, after
  /// ``drain(reason:)`` or ``cancel(reason:)`` or when ``Configuration/deadline`` has passed;
  /// cancelling the task ends the run without records for the rest.
  public func run(_ inputs: [SourceInput]) async throws -> OutcomeCounts {
    try await run { () throws(InputError) in try SourceList(inputs) }
  }

  /// The same for a list that is open already, which is read to its end.
  func run(_ list: SourceList) async throws -> OutcomeCounts {
    try await run { () throws(InputError) in list }
  }

  private func run(
    _ open: @escaping @Sendable () throws(InputError) -> SourceList
  ) async throws -> OutcomeCounts {
    try begin()
    do {
      let counts = try await deadline.bounding(self) { try await self.collect(open()) }
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

  private func collect(_ list: SourceList) async throws -> OutcomeCounts {
    let expected = await perform(on: stage.workers) { list.count() }
    if expected == 0 { throw InputError.noSource }
    let oddity = try await triedModel()
    let recorded = try await recorded(of: list)
    stage.events.publish(.started(sources: expected, options: told(recorded)))
    warn(oddity)
    let collect = CollectStage(store: store, frontier: frontier, stage: stage)
    let count = await withTaskGroup(of: Int.self) { group in
      group.addTask { await self.count(collect) { try await self.read(list, recorded, collect) } }
      group.addTask { await self.count(collect) { try await self.pump(into: collect) } }
      var count = 0
      for await part in group { count += part }
      return count
    }
    if Task.isCancelled { await collect.fail(CancellationError()) }
    for source in await frontier.takeLeftovers() { await collect.keepUnfinished(source) }
    if let failure = await collect.failure { throw failure }
    // A list that was not read to its end may name sources yet.
    if count == 0, !stop.isStopped { throw InputError.noSource }
    return statistics.outcomes
  }

  /// What a part of the run counts; one that fails brings the other to an end, so that every source
  /// that is known of has its end.
  private func count(
    _ collect: CollectStage,
    _ part: @Sendable () async throws -> Int
  ) async -> Int {
    do {
      return try await part()
    } catch {
      await collect.fail(error)
      await frontier.drain()
      stop.stop()
      command.yield(.cancel)
      return 0
    }
  }

  /// Whether the run was drained because its time was over (``Configuration/deadline``).
  public nonisolated var hasPassedDeadline: Bool { deadline.hasPassed }

  /// Whether a model was not asked, because the run may spend no more tokens or money.
  public nonisolated var hasReachedCeiling: Bool {
    services.hasReachedCeiling() || statistics.model.heldBack > 0
  }

  /// Admits nothing more; what is in flight completes, within the drain's time-out.
  public func drain(reason: String) async {
    await frontier.drain()
    stop.stop()
    stage.events.publish(.draining(reason: reason))
    order(.drain(until: stage.clock.now + configuration.drainTimeout))
  }

  /// Gives up what is in flight.
  public func cancel(reason: String) async {
    await frontier.drain()
    stop.stop()
    stage.events.publish(.cancelled(reason: reason))
    order(.cancel)
  }

  /// A second drain gives no more time, and after a cancel there is nothing to ask for.
  private func order(_ next: Command) {
    switch (ordered, next) {
    case (nil, _), (.drain, .cancel): break
    default: return
    }
    ordered = next
    command.yield(next)
    for waiter in late.values { waiter.yield(next) }
  }

  /// Tells the readers how it ended, and ends their streams.
  ///
  /// `counts` are those of a report, which counts sources with equal final addresses as
  /// duplicates; without one they are what the run itself saw.
  public nonisolated func end(exit: Int, counts: OutcomeCounts? = nil) {
    stage.events.end(exit: exit, counts: counts)
  }

  /// Tells the readers something that happens outside the stages.
  package nonisolated func tell(_ kind: Event.Kind) {
    stage.events.publish(kind)
  }

  nonisolated private func read(
    _ list: SourceList,
    _ recorded: RecordedSources,
    _ collect: CollectStage
  ) async throws -> Int {
    let (listed, isWhole) = try await list.read(until: stop) { source in
      if try await hasEnded(source, in: recorded) { return }
      guard await !frontier.add(source) else { return }
      try Task.checkCancellation()
      // No source ends that had not joined, or the totals would not add up.
      stage.events.publish(.queued(source.subject))
      await collect.keepUnfinished(source)
    }
    let count = try await extending?(listed, collect) ?? listed
    try await settleRest(of: recorded, beyond: count, isWhole: isWhole)
    try await store.note(isIncomplete: !isWhole)
    await frontier.close()
    return count
  }
}

extension Int {
  /// A limit, where zero and less mean none.
  fileprivate var orUnlimited: Int { self < 1 ? .max : self }
}
