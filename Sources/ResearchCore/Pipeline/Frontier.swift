import DequeModule
import Fetching
import FlowControl
import HeapModule

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
    /// Sources that wait in memory before the list is read no further.
    var waiting = 100_000
  }

  private struct Turn: Comparable {
    let key: PriorityQueue<Source>.Key
    let host: String

    static func < (left: Turn, right: Turn) -> Bool { left.key < right.key }
  }

  private struct Delayed: Comparable {
    let due: Duration
    let source: Source

    static func < (left: Delayed, right: Delayed) -> Bool {
      left.due != right.due ? left.due < right.due : left.source.index < right.source.index
    }
    static func == (left: Delayed, right: Delayed) -> Bool {
      left.due == right.due && left.source.index == right.source.index
    }
  }

  private let limits: Limits
  private let clock: SessionClock
  private let events: EventBus
  private let (changes, changed) = AsyncStream.makeStream(
    of: Void.self,
    bufferingPolicy: .bufferingNewest(1)
  )
  private let (rooms, roomy) = AsyncStream.makeStream(
    of: Void.self,
    bufferingPolicy: .bufferingNewest(1)
  )

  private var hosts: [String: HostQueue] = [:]
  /// Whose turn it is among the hosts with room; entries that have been overtaken are skipped.
  private var turns = Heap<Turn>()
  /// Those that need no fetch: what is invalid or a duplicate only passes through.
  private var passing = Deque<Source>()
  private var delayed = Heap<Delayed>()
  private var seen = SeenSources()
  private var inFlight: [Int: Source] = [:]
  private var waiting = 0
  private var fetching = 0
  /// When the next timer wakes the frontier.
  private var armed: Duration?
  private var barriers = BarrierGates()
  private var isListed = false
  private var isDrained = false

  /// An empty frontier.
  init(_ limits: Limits, clock: SessionClock, events: EventBus) {
    self.limits = limits
    self.clock = clock
    self.events = events
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
        if let due = delayed.min?.due, armed.map({ due < $0 }) ?? true {
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
  func attemptEnded(_ source: Source) {
    guard let host = source.host else { return }
    fetching -= 1
    hosts[host]?.release()
    offer(host)
    changed.yield()
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
    var wait = Event.Wait(again, after: failure, took: took)
    wait.timings = timings
    events.publish(.waiting(source.subject, wait))
    var source = source
    source.attempt += 1
    if let refresh = again.refresh {
      source.refresh = refresh.description
      source.isLedByPublic = again.isLedByPublic
      source.target = .page(origin: refresh.origin)
    } else {
      source.failures += 1
    }
    waiting += 1
    source.queuedAt = clock.now
    delayed.insert(Delayed(due: clock.now + again.delay, source: source))
    return true
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
    var rest = inFlight.values.map(\.abandoned) + passing + delayed.unordered.map(\.source)
    for host in hosts.keys { rest += hosts[host]?.removeAll() ?? [] }
    inFlight = [:]
    passing = []
    delayed = []
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

  private func admit(into output: Flow<Source>.Continuation) {
    wakeDelayed()
    while let source = take() {
      inFlight[source.index] = source
      output.pass(Item(source: source, record: source.record, result: source.verdict))
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
    source.waited += clock.now - source.queuedAt
    return source
  }

  private func takeTurn() -> Source? {
    while fetching < limits.fetches, let turn = turns.popMin() {
      guard hosts[turn.host]?.turn == turn.key, let source = hosts[turn.host]?.take() else {
        continue
      }
      fetching += 1
      offer(turn.host)
      return source
    }
    return nil
  }

  private func wakeDelayed() {
    let now = clock.now
    while let due = delayed.min?.due, due <= now {
      let source = delayed.removeMin().source
      waiting -= 1
      enqueue(source)
    }
  }

  private func enqueue(_ source: Source) {
    waiting += 1
    var source = source
    source.readyAt = clock.now
    if source.attempt == 1 { source.queuedAt = clock.now }
    if let host = source.host {
      hosts[host, default: HostQueue(slots: slots(of: host))].insert(source, at: clock.now)
      offer(host)
    } else {
      passing.append(source)
    }
    changed.yield()
  }

  /// Lets a host compete with its next source, or forgets it where it has none.
  private func offer(_ host: String) {
    if let key = hosts[host]?.turn {
      turns.insert(Turn(key: key, host: host))
    } else if hosts[host]?.isIdle == true {
      hosts[host] = nil
    }
  }

  /// Saved documents share a queue that has as much room as there are fetch slots.
  private func slots(of host: String) -> Int {
    host.isEmpty ? limits.fetches : limits.fetchesPerHost
  }
}
