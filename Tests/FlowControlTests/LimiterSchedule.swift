import TestSupport

@testable import FlowControl

/// Calls to a rate limiter at fixed times: run in virtual time, and worked out by a simple model.
struct LimiterSchedule: Sendable {
  /// One that comes, departs, is answered, and may be cancelled before or after it departed.
  struct Call: Sendable {
    var arrives: Duration
    var cost = Cost()
    var priority = Priority.normal
    var isCancelled: Duration?
    /// From its departure to its answer.
    var lasts = Duration.zero
    /// What the answer corrects.
    var difference = Cost(requests: 0)
    var outcome = RequestOutcome.success
  }

  var limit: CombinedLimit
  var calls: [Call]

  /// Departures by call, each with the wait that was reported; nil where it was cancelled before.
  typealias Outcome = [RateLimiter.Departure?]

  /// Runs the calls against the real limiter; nil where they hang or somebody is left in it.
  func run() -> Outcome? {
    let time = VirtualTime()
    let clock = SessionClock(time)
    let limiter = RateLimiter(limit, clock: clock)
    let outcome = time.run {
      await withTaskGroup(of: (Int, RateLimiter.Departure?).self) { group in
        for (index, call) in calls.enumerated() {
          group.addTask { (index, await departure(of: call, by: limiter, on: clock)) }
        }
        var outcome = Outcome(repeating: nil, count: calls.count)
        for await (index, departure) in group { outcome[index] = departure }
        return await limiter.waiting == 0 ? outcome : nil
      }
    }
    return outcome ?? nil
  }

  private func departure(
    of call: Call,
    by limiter: RateLimiter,
    on clock: SessionClock
  ) async -> RateLimiter.Departure? {
    await cancelled(at: call.isCancelled, on: clock) {
      // Sleeps end early when they are cancelled, and nobody departs then.
      try? await clock.sleep(until: call.arrives)
      guard let departure = try? await limiter.acquire(call.cost, priority: call.priority) else {
        return nil
      }
      if (try? await clock.sleep(for: call.lasts)) == nil {
        await limiter.refund(departure)
      } else {
        await limiter.correct(departure, by: call.difference)
        await limiter.observe(call.outcome, of: departure)
      }
      return departure
    }
  }

  /// What has to come out: every event in turn, the first of those that wait looked up each time.
  func expected() throws(CostExceedsLimit) -> Outcome {
    enum Kind { case arrival, cancel, answer }
    var events: [(time: Duration, kind: Kind, index: Int)] = []
    for (index, call) in calls.enumerated() {
      events.append((call.arrives, .arrival, index))
      if let time = call.isCancelled { events.append((time, .cancel, index)) }
    }
    var (limit, now) = (limit, Duration.zero)
    var (waiting, outcome) = ([Int](), Outcome(repeating: nil, count: calls.count))
    while true {
      let event = events.indices.min { events[$0].time < events[$1].time }
      let first = waiting.min(by: isEarlier)
      let time = try first.map { index throws(CostExceedsLimit) in
        try limit.earliest(calls[index].cost, at: now)
      }
      if let first, let time, event.map({ time < events[$0].time }) ?? true {
        now = time
        waiting.removeAll { $0 == first }
        let call = calls[first]
        limit.commit(call.cost, at: now)
        outcome[first] = RateLimiter.Departure(time: now, wait: now - call.arrives, cost: call.cost)
        events.append((now + call.lasts, .answer, first))
        continue
      }
      guard let event else { return outcome }
      let (at, kind, index) = events.remove(at: event)
      (now, _) = (at, ())
      switch kind {
      case .arrival: waiting.append(index)
      case .answer:
        limit.correct(by: calls[index].difference, departedAt: at - calls[index].lasts)
        limit.observe(calls[index].outcome, departedAt: at - calls[index].lasts, at: at)
      case .cancel:
        waiting.removeAll { $0 == index }
        guard let answer = events.firstIndex(where: { $0.kind == .answer && $0.index == index })
        else { continue }
        events.remove(at: answer)
        let cost = calls[index].cost
        limit.correct(
          by: Cost(requests: -cost.requests, tokens: -cost.tokens),
          departedAt: outcome[index]?.time ?? .zero
        )
      }
    }
  }

  /// Whether the call `left` leaves before the call `right` when both wait.
  func isEarlier(_ left: Int, _ right: Int) -> Bool {
    let keys = [left, right].map { calls[$0].arrives + .seconds(60) * calls[$0].priority.rank }
    return keys[0] != keys[1] ? keys[0] < keys[1] : left < right
  }
}

extension LimiterSchedule {
  /// The limits of a random schedule.
  struct Numbers: Sendable {
    var requests: Int
    var tokens: Int
    var window: Duration
  }

  /// A few calls that crowd each other, at times of their own; corrections are refunds, and nobody
  /// is throttled, where it is `tame`.
  static func random(seed: UInt64, isTame: Bool) -> (schedule: LimiterSchedule, numbers: Numbers) {
    var generator = SeededGenerator(seed: seed)
    let spread = Int64.random(in: 1...300, using: &generator) * 1_000_000_000
    func time(_ longest: Int64) -> Duration {
      .nanoseconds(Int64.random(in: 1...longest, using: &generator))
    }
    let numbers = Numbers(
      requests: Int.random(in: 1...5, using: &generator),
      tokens: Int.random(in: 1...30, using: &generator),
      window: time(spread)
    )
    let calls = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      var call = Call(arrives: time(spread))
      call.cost.tokens = Int.random(in: 0...numbers.tokens, using: &generator)
      call.priority = Priority.allCases.randomElement(using: &generator) ?? .normal
      if Int.random(in: 0..<3, using: &generator) == 0 {
        call.isCancelled = call.arrives + time(spread)
      }
      call.lasts = time(spread)
      let most = isTame ? 0 : numbers.tokens
      call.difference.tokens = Int.random(in: -call.cost.tokens...most, using: &generator)
      if !isTame, Int.random(in: 0..<3, using: &generator) == 0 {
        call.outcome = .throttled(retryAfter: time(spread))
      }
      return call
    }
    let limit = CombinedLimit([
      TokenBucket(numbers.requests, per: numbers.window, burst: 2),
      SlidingWindow(limit: numbers.tokens, window: numbers.window, counting: .tokens),
      AdaptiveRate(),
    ])
    return (LimiterSchedule(limit: limit, calls: calls), numbers)
  }
}
