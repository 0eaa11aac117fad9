/// A queue on a rate limit: who is first in it waits for a time, and all others for their turn.
///
/// They leave by priority, with the ageing of ``PriorityQueue``, then by arrival; a small cost does
/// not overtake a great one of its class. Between the decision that one departs and its being taken
/// from the limit nothing can happen, and while they wait nothing is locked.
package actor RateLimiter {
  /// A departure that was taken from the limit.
  package struct Departure: Sendable, Hashable {
    package let time: Duration
    /// How long it waited for it.
    package let wait: Duration
    package let cost: Cost
  }

  private struct Waiter {
    let cost: Cost
    let alarm: AsyncStream<Void>.Continuation
  }

  private var limit: any RateLimit
  private let clock: SessionClock
  private var queue = PriorityQueue<Waiter>()
  private var isClosed = false

  /// Why nothing departs any more.
  package struct Closed: Error, Sendable, Hashable {}

  /// A queue without anybody in it.
  package init(_ limit: any RateLimit, clock: SessionClock) {
    self.limit = limit
    self.clock = clock
  }

  /// How many wait.
  package var waiting: Int { queue.count }

  /// Waits until `cost` departs, and takes it from the limit at that moment.
  ///
  /// `onHold` is told once, of a wait of a second or more, when it is first in the queue.
  /// Throws ``CostExceedsLimit`` at once where it never may, ``Closed`` at once where it is closed,
  /// and `CancellationError` when the task is cancelled before it has departed; then nothing is
  /// taken.
  package func acquire(
    _ cost: Cost,
    priority: Priority = .normal,
    onHold: (@Sendable (Duration) -> Void)? = nil
  ) async throws -> Departure {
    var onHold = onHold
    let arrival = clock.now
    _ = try limit.earliest(cost, at: arrival)
    let (alarms, alarm) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let waiter = Waiter(cost: cost, alarm: alarm)
    let ticket = queue.insert(waiter, priority: priority, at: arrival)
    defer {
      _ = queue.remove(ticket)
      wakeFirst()
    }
    while true {
      try Task.checkCancellation()
      guard !isClosed else { throw Closed() }
      let now = clock.now
      let time = queue.firstKey?.ticket == ticket ? try limit.earliest(cost, at: now) : nil
      if let time, time <= now {
        limit.commit(cost, at: now)
        return Departure(time: now, wait: now - arrival, cost: cost)
      }
      if let time, time - now >= .seconds(1) {
        onHold?(time - now)
        onHold = nil
      }
      await pause(until: time, alarms, alarm)
    }
  }

  /// Adds what a departure was estimated too low; a negative difference gives back.
  package func correct(_ departure: Departure, by difference: Cost) {
    limit.correct(by: difference, departedAt: departure.time)
    wakeFirst()
  }

  /// Gives back all of a departure that came to nothing.
  package func refund(_ departure: Departure) {
    let cost = departure.cost
    correct(departure, by: Cost(requests: -cost.requests, tokens: -cost.tokens))
  }

  /// Learns how a departure ended; a 429 moves everybody who waits.
  package func observe(_ outcome: RequestOutcome, of departure: Departure) {
    limit.observe(outcome, departedAt: departure.time, at: clock.now)
    wakeFirst()
  }

  /// Lets nothing depart any more: who waits is told at once, and so is who comes.
  package func close() {
    isClosed = true
    // Who is woken leaves the queue, and wakes the next.
    wakeFirst()
  }

  private func wakeFirst() { queue.first?.alarm.yield() }

  /// Returns when it is time, when the alarm rings or when the task is cancelled.
  private func pause(
    until time: Duration?,
    _ alarms: AsyncStream<Void>,
    _ alarm: AsyncStream<Void>.Continuation
  ) async {
    guard let time else {
      for await _ in alarms { return }
      return
    }
    await withDiscardingTaskGroup { [clock] group in
      group.addTask {
        // Cancelled by an alarm, which has rung then.
        guard (try? await clock.sleep(until: time)) != nil else { return }
        alarm.yield()
      }
      for await _ in alarms { break }
      group.cancelAll()
    }
  }
}
