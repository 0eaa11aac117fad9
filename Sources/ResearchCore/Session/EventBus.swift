import DequeModule
import FlowControl
import Summarisation

/// One publisher's side and many readers' of what happens in a run.
///
/// Publishing never suspends. Each reader gets every event in the same order; a reader that falls
/// far behind makes the bus congested, and the frontier then admits nothing until it has caught up.
final class EventBus: Sendable {
  private struct Reader {
    let continuation: AsyncStream<Event>.Continuation
    let wants: @Sendable (Event.Kind) -> Bool
    var behind = 0
  }

  private struct State {
    var last = 0
    var recent = Deque<Event>()
    var readers: [Int: Reader] = [:]
    var nextReader = 0
    var statistics = Statistics()
    var isFinished = false
    var relief: (@Sendable () -> Void)?
  }

  private let clock: SessionClock
  private let startTime: Double
  private let spent: @Sendable () -> ChatSpent?
  private let replay: Int
  private let bound: Int
  private let state = Locked(State())

  /// A bus for a session that began at `startTime`, in seconds since 1970.
  ///
  /// `spent` says what the calls of a model came to, which the events alone do not tell.
  /// The last `replay` events are kept for readers that come late; a reader more than `bound`
  /// events behind makes the bus congested.
  init(
    clock: SessionClock,
    startTime: Double,
    price: ModelPrice? = nil,
    spent: @escaping @Sendable () -> ChatSpent? = { nil },
    replay: Int = 1_000,
    bound: Int = 10_000
  ) {
    self.clock = clock
    self.startTime = startTime
    self.spent = spent
    self.replay = replay
    self.bound = bound
    state.withLock { $0.statistics.model.price = price }
  }

  /// The counts so far.
  var statistics: Statistics {
    var statistics = state.withLock { $0.statistics }
    if let spent = spent() { statistics.model.take(spent) }
    return statistics
  }

  /// Whether a reader is too far behind for more to be admitted.
  var isCongested: Bool {
    state.withLock { state in state.readers.values.contains { $0.behind > bound } }
  }

  /// Calls `body` whenever a congested bus may have become free.
  func onRelief(_ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.relief = body }
  }

  /// Tells all readers; the order of ids is the order of delivery.
  func publish(_ kind: Event.Kind) {
    state.withLock { deliver(kind, &$0) }
  }

  /// Tells all readers how the run ended, and ends their streams.
  ///
  /// What is under way counts as cancelled; `counts` are what the run itself saw where they are nil.
  func end(exit: Int, counts: OutcomeCounts?) {
    let spent = spent()
    state.withLock { state in
      state.statistics.giveUp()
      if let spent { state.statistics.model.take(spent) }
      let statistics = state.statistics
      let counts = counts ?? statistics.outcomes
      deliver(.ended(counts: counts, exit: exit, statistics: statistics), &state)
    }
    finish()
  }

  /// The events after `id` that are still kept, then all that come, for one reader.
  ///
  /// A reader is woken only for what it wants; the ids that it sees then have gaps. `wants` runs
  /// under the bus's lock: it must be quick, and must not call the bus or its session.
  func events(
    after id: Int = 0,
    where wants: @escaping @Sendable (Event.Kind) -> Bool = { _ in true }
  ) -> EventStream {
    let (stream, continuation) = AsyncStream<Event>.makeStream(bufferingPolicy: .unbounded)
    let (reader, isFinished) = state.withLock { state in
      let missed = state.recent.filter { $0.id > id && wants($0.kind) }
      for event in missed { continuation.yield(event) }
      state.nextReader += 1
      if !state.isFinished {
        state.readers[state.nextReader] = Reader(
          continuation: continuation,
          wants: wants,
          behind: missed.count
        )
      }
      return (state.nextReader, state.isFinished)
    }
    if isFinished { continuation.finish() }
    return EventStream(
      stream: stream,
      onRead: { [weak self] in self?.didRead(reader) },
      onLeave: EventStream.Departure { [weak self] in self?.leave(reader) }
    )
  }

  /// Ends every reader's stream; what is published later goes nowhere.
  func finish() {
    let readers = state.withLock { state in
      state.isFinished = true
      defer { state.readers = [:] }
      return Array(state.readers.values)
    }
    for reader in readers { reader.continuation.finish() }
  }

  private func deliver(_ kind: Event.Kind, _ state: inout State) {
    guard !state.isFinished else { return }
    let elapsed = clock.now.seconds
    state.last += 1
    let event = Event(id: state.last, time: startTime + elapsed, elapsed: elapsed, kind: kind)
    state.statistics.fold(kind)
    state.recent.append(event)
    if state.recent.count > replay { state.recent.removeFirst() }
    for (id, reader) in state.readers where reader.wants(kind) {
      state.readers[id]?.behind += 1
      reader.continuation.yield(event)
    }
  }

  private func didRead(_ reader: Int) {
    let relief = state.withLock { state -> (@Sendable () -> Void)? in
      guard let behind = state.readers[reader]?.behind else { return nil }
      state.readers[reader]?.behind = behind - 1
      return behind == bound + 1 ? state.relief : nil
    }
    relief?()
  }

  private func leave(_ reader: Int) {
    let (removed, relief) = state.withLock { state in
      (state.readers.removeValue(forKey: reader), state.relief)
    }
    removed?.continuation.finish()
    relief?()
  }
}

/// The events of a run for one reader, in order; where it asked for some only, their ids have gaps.
///
/// Ends with ``Session/end(exit:counts:)``, not before. Buffers what has not been read, which stays bounded because a run admits
/// nothing while a reader is 10,000 events behind; who stops reading must let go of it.
public struct EventStream: AsyncSequence, Sendable {
  fileprivate final class Departure: Sendable {
    private let leave: @Sendable () -> Void
    init(_ leave: @escaping @Sendable () -> Void) { self.leave = leave }
    deinit { leave() }
  }

  fileprivate let stream: AsyncStream<Event>
  fileprivate let onRead: @Sendable () -> Void
  fileprivate let onLeave: Departure

  /// Reads the events one by one.
  public func makeAsyncIterator() -> Iterator {
    Iterator(base: stream.makeAsyncIterator(), onRead: onRead, onLeave: onLeave)
  }

  /// Reads the events one by one.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var base: AsyncStream<Event>.Iterator
    fileprivate let onRead: @Sendable () -> Void
    fileprivate let onLeave: Departure

    /// The next event; nil after the last one, or when the task is cancelled.
    public mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async -> Event? {
      let event = await base.next(isolation: actor)
      if event != nil { onRead() }
      return event
    }
  }
}
