import DequeModule
import Fetching
import FlowControl

/// What waits, by host and priority, and the gate of the window and of the fetch slots.
///
/// Who waits, waits here, and holds nothing. A source is admitted when a permit of the window, a
/// fetch slot and room at its host exist: by priority, then in the order of the list.
actor Frontier {
  /// How much may be open at once; each at least 1.
  struct Limits: Sendable {
    /// Sources between the frontier and the store.
    var window: Int
    /// Fetches.
    var fetches: Int
    /// Fetches of one host.
    var fetchesPerHost: Int
    /// The least time between the beginnings of two fetches of one host.
    var hostInterval = Duration.zero
    /// How many requests in a row a host may refuse, for five minutes, before its other sources
    /// fail unasked.
    var patience = Int.max
    /// Whether a host has room for one until its robots.txt is known.
    var asksRobots = false
    /// Sources that wait in memory before the list is read no further.
    var waiting = 100_000
  }

  private let limits: Limits
  private let clock: SessionClock
  private let events: EventBus
  private let backoff: Backoff
  private var generator: any RandomNumberGenerator & Sendable
  private let (changes, changed) = AsyncStream.makeStream(
    of: Void.self,
    bufferingPolicy: .bufferingNewest(1)
  )
  private let (rooms, roomy) = AsyncStream.makeStream(
    of: Void.self,
    bufferingPolicy: .bufferingNewest(1)
  )

  private var hosts: HostTable
  /// Those that need no fetch: what is invalid or a duplicate only passes through.
  private var passing = Deque<Source>()
  private var delayed = DelayedSources()
  private var seen = SeenSources()
  /// Why hosts were given up, by name.
  private var refusals: [String: Failure] = [:]
  private var inFlight: [Int: Source] = [:]
  private var waiting = 0
  private var fetching = 0
  /// When the next timer wakes the frontier.
  private var armed: Duration?
  private var barriers = BarrierGates()
  private var isListed = false
  private var isDrained = false

  /// An empty frontier, which draws the waits before further attempts from `generator`.
  init(
    _ limits: Limits,
    clock: SessionClock,
    events: EventBus,
    backoff: Backoff = Backoff(),
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.backoff = backoff
    self.generator = generator
    self.limits = limits
    self.clock = clock
    self.events = events
    hosts = HostTable(
      HostQueue.Limits(
        slots: limits.fetchesPerHost,
        interval: limits.hostInterval,
        patience: limits.patience,
        asksRobots: limits.asksRobots
      ),
      fetches: limits.fetches
    )
    let changed = changed
    events.onRelief { changed.yield() }
  }

  /// Takes a source of the list in; suspends while too many wait or a reader is far behind.
  ///
  /// False when nothing more is admitted: the source is then the caller's to account for.
  func add(_ source: Source) async -> Bool {
    var room = rooms.makeAsyncIterator()
    while waiting >= limits.waiting || events.isCongested, !isDrained {
      guard await room.next(isolation: self) != nil else { return false }
    }
    guard !isDrained else { return false }
    events.publish(.queued(source.subject))
    enqueue(seen.marking(source))
    return true
  }

  /// Marks a source as seen that an earlier run has ended; suspends while a reader is far behind.
  func note(ended source: Source) async {
    var room = rooms.makeAsyncIterator()
    while events.isCongested, !isDrained {
      guard await room.next(isolation: self) != nil else { break }
    }
    _ = seen.marking(source)
  }

  /// The list has ended.
  func close() {
    isListed = true
    changed.yield()
  }

  /// Admits sources until the list has ended and nothing is in flight, or until drained and
  /// nothing is in flight, or until the task is cancelled; then finishes the stream.
  func run(into output: Flow<Source>.Continuation) async {
    await withDiscardingTaskGroup { group in
      var change = changes.makeAsyncIterator()
      while !Task.isCancelled {
        admit(into: output)
        if hasAllInFlight { barriers.openThose(holding: inFlight.count) }
        if isOver { break }
        if let due = nextTime, armed.map({ due < $0 }) ?? true {
          armed = due
          group.addTask { [clock] in
            // A cancelled timer has nobody left to wake.
            try? await clock.sleep(until: due)
            await self.wake(at: due)
          }
        }
        await change.next(isolation: self)
      }
      group.cancelAll()
    }
    output.finish()
  }

  /// The attempt is over: its fetch slot and its host's are free; the item keeps its permit.
  ///
  /// The host's rate follows. One that has refused too often is given up: those that wait for it
  /// fail, for the reason of the last refusal.
  func attemptEnded(_ source: Source, _ ending: AttemptEnding = AttemptEnding()) {
    guard let host = source.host else { return }
    fetching -= 1
    hosts.release(host, ending, startedAt: source.startedAt, at: clock.now)
    if case .throttled = ending.outcome, hosts.isGivenUp(host) {
      refusals[host] = ending.failure?.givingUp(host)
      passing += hosts.removeAll(of: host).map { $0.failing(refusals[host]) }
    }
    changed.yield()
  }

  /// The host's robots.txt is known: it has all its room, and the interval that it asks for, which
  /// counts as a minute where it is longer.
  ///
  /// True where its requests are to be spaced, which is so in between as well.
  @discardableResult
  func know(_ host: String, crawlDelay: Duration?) -> Bool {
    let isSpaced = hosts.know(host, crawlDelay: crawlDelay, at: clock.now)
    changed.yield()
    return isSpaced
  }

  /// The item has reached the end: its permit comes home.
  func settle(_ source: Source) {
    inFlight[source.index] = nil
    changed.yield()
  }

  /// The item's permit comes home, and it waits again; false where nothing more is admitted.
  ///
  /// Told here, so that no reader hears of the next attempt before it hears of the wait.
  func takeBack(
    _ source: Source,
    after failure: Failure,
    _ again: StepFailure.Again,
    took: Double?,
    timings: FetchTimings? = nil
  ) -> Bool {
    guard !isDrained else { return false }
    settle(source)
    let delay = again.delay ?? drawnDelay(after: source.failures + 1, again.asked)
    let wait = Event.Wait(again.reason, delay, after: failure, took: took, timings)
    events.publish(.waiting(source.subject, wait))
    var source = source
    source.prepare(again, at: clock.now)
    waiting += 1
    delayed.insert(source, until: clock.now + delay)
    return true
  }

  private func drawnDelay(after failures: Int, _ asked: Duration?) -> Duration {
    backoff.delay(after: failures, serverAsks: asked, using: &generator)
  }

  /// Admits nothing more.
  func drain() {
    isDrained = true
    changed.yield()
    roomy.yield()
  }

  /// Takes out the sources that have not ended, in the order of the list.
  ///
  /// Those in flight count the attempt that was given up.
  func takeLeftovers() -> [Source] {
    var rest = inFlight.values.map(\.abandoned) + passing + delayed.removeAll()
    rest += hosts.removeAll()
    inFlight = [:]
    passing = []
    return rest.sorted { $0.index < $1.index }
  }

  /// One barrier more; the stream finishes when all that is in flight has arrived at it and
  /// nothing waits to be admitted.
  func addBarrier() -> (id: Int, opening: AsyncStream<Void>) {
    barriers.add()
  }

  /// One item more is held at a barrier.
  func arrived(at barrier: Int) {
    barriers.arrived(at: barrier)
    changed.yield()
  }

  private var isOver: Bool { inFlight.isEmpty && hasAllInFlight }

  /// Whether nothing more will be admitted, unless something in flight comes back.
  private var hasAllInFlight: Bool { isDrained || (isListed && waiting == 0) }

  /// When something that waits for a time may go on; nil where nothing does.
  private var nextTime: Duration? {
    [hosts.nextOpening, delayed.nextDue].compactMap(\.self).min()
  }

  private func admit(into output: Flow<Source>.Continuation) {
    wakeDelayed()
    hosts.wake(at: clock.now)
    while let source = take() {
      inFlight[source.index] = source
      output.pass(Item(source: source, record: source.record, result: source.verdict))
    }
    for hold in hosts.takeHolds() {
      events.publish(.held(host: hold.host, reason: hold.reason, seconds: hold.seconds))
    }
    if waiting < limits.waiting, !events.isCongested { roomy.yield() }
  }

  /// A timer that a clock has ended too early is set anew.
  private func wake(at due: Duration) {
    if armed == due { armed = nil }
    changed.yield()
  }

  private func take() -> Source? {
    guard !isDrained, inFlight.count < limits.window, !events.isCongested else { return nil }
    guard var source = passing.popFirst() ?? takeTurn() else { return nil }
    waiting -= 1
    source.startedAt = clock.now
    source.waited += source.startedAt - source.queuedAt
    return source
  }

  private func takeTurn() -> Source? {
    guard fetching < limits.fetches, let source = hosts.take(at: clock.now) else { return nil }
    fetching += 1
    return source
  }

  private func wakeDelayed() {
    let now = clock.now
    while let source = delayed.popDue(at: now) {
      waiting -= 1
      enqueue(source)
    }
  }

  private func enqueue(_ source: Source) {
    waiting += 1
    var source = source
    source.readyAt = clock.now
    if source.attempt == 1 { source.queuedAt = clock.now }
    if let host = source.host, hosts.isGivenUp(host) {
      passing.append(source.failing(refusals[host]))
    } else if let host = source.host {
      hosts.insert(source, for: host, at: clock.now)
    } else {
      passing.append(source)
    }
    changed.yield()
  }
}
