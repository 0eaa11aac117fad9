import FlowControl
import Testing

@Suite struct RateLimiterTests {
  private typealias Call = LimiterSchedule.Call

  private let time = VirtualTime()
  private let clock: SessionClock

  init() { clock = SessionClock(time) }

  private func departures(_ limit: any RateLimit, _ calls: [Call]) throws -> [Duration?] {
    let schedule = LimiterSchedule(limit: CombinedLimit([limit]), calls: calls)
    let outcome = try #require(schedule.run())
    for (call, departure) in zip(calls, outcome) {
      if let departure { #expect(departure.wait == departure.time - call.arrives) }
    }
    return outcome.map { $0?.time }
  }

  private func call(_ seconds: Int, tokens: Int = 0, _ priority: Priority = .normal) -> Call {
    Call(arrives: .seconds(seconds), cost: Cost(tokens: tokens), priority: priority)
  }

  private var onePerSecond: TokenBucket { TokenBucket(60, per: .seconds(60)) }

  @Test func `lets a great cost leave at 50 s and the small one behind it at 51 s`() throws {
    let bucket = TokenBucket(60, per: .seconds(60), burst: 60, filled: 10, counting: .tokens)
    let calls = [call(0, tokens: 60), call(1, tokens: 1), call(2, tokens: 1)]
    #expect(try departures(bucket, calls) == [50, 51, 52].map { .seconds($0) })
  }

  @Test func `tells the first in the queue of a wait of a second and more, once`() throws {
    let told = Locked<[Duration]>([])
    let limiter = RateLimiter(TokenBucket(2, per: .seconds(5)), clock: clock)
    _ = time.run {
      await withDiscardingTaskGroup { group in
        for _ in 0..<3 {
          group.addTask {
            // Nobody is cancelled.
            _ = try? await limiter.acquire(Cost()) { wait in told.withLock { $0.append(wait) } }
          }
        }
      }
    }
    #expect(told.withLock { $0 } == [.milliseconds(2_500), .milliseconds(2_500)])
    told.withLock { $0 = [] }
    let quick = RateLimiter(TokenBucket(4, per: .seconds(2)), clock: clock)
    _ = time.run {
      for _ in 0..<4 {
        _ = try? await quick.acquire(Cost()) { wait in told.withLock { $0.append(wait) } }
      }
    }
    #expect(told.withLock { $0.isEmpty })
  }

  @Test func `lets 60 of 120 at once depart in the first minute`() throws {
    let times = try departures(onePerSecond, (0..<120).map { _ in call(0) })
    #expect(times == (0..<120).map { .seconds($0) })
  }

  @Test func `lets 40 at once depart ten a second`() throws {
    let window = SlidingWindow(limit: 10, window: .seconds(1))
    let times = try departures(window, (0..<40).map { _ in call(0) })
    #expect(times == (0..<40).map { .seconds($0 / 10) })
  }

  @Test func `lets them depart by priority and then by arrival`() throws {
    let bucket = TokenBucket(1, per: .seconds(10))
    let calls = [
      call(0), call(1, .low), call(2), call(3, .high), call(4), call(5, .high), call(6, .low),
    ]
    let order = [0, 50, 30, 10, 40, 20, 60].map { Duration.seconds($0) }
    #expect(try departures(bucket, calls) == order)
  }

  @Test func `lets a low one be overtaken for 120 seconds only`() throws {
    let high = (1...300).map { Call(arrives: .milliseconds($0 * 1_000 - 250), priority: .high) }
    let low = Call(arrives: .milliseconds(500), priority: .low)
    let times = try departures(onePerSecond, [call(0), low] + high)
    #expect(times[1] == .seconds(121))
  }

  @Test func `locks nothing while a great cost waits`() throws {
    let bucket = TokenBucket(1, per: .seconds(1), burst: 60, filled: 0, counting: .tokens)
    let limiter = RateLimiter(bucket, clock: clock)
    let seen = time.run {
      await withTaskGroup(of: Duration?.self) { group in
        for _ in 0..<3 {
          group.addTask { try? await limiter.acquire(Cost(tokens: 60)).time }
        }
        group.addTask {
          await cancelled(at: .seconds(5), on: clock) {
            try? await limiter.acquire(Cost(tokens: 1)).time
          }
        }
        // Asked and cancelled meanwhile, at once.
        try? await clock.sleep(until: .seconds(4))
        var seen = [(clock.now, await limiter.waiting)]
        try? await clock.sleep(until: .seconds(6))
        seen.append((clock.now, await limiter.waiting))
        group.cancelAll()
        await group.waitForAll()
        seen.append((clock.now, await limiter.waiting))
        return seen
      }
    }
    #expect(seen?.map(\.0) == [4, 6, 6].map { .seconds($0) })
    #expect(seen?.map(\.1) == [4, 3, 0])
  }

  @Test func `does not notice a waiter that is cancelled`() throws {
    var (first, later) = (call(1), call(3))
    (first.isCancelled, later.isCancelled) = (.milliseconds(5_500), .milliseconds(15_500))
    let calls = [call(0), first, call(2), later, call(4)]
    let bucket = TokenBucket(1, per: .seconds(10))
    #expect(try departures(bucket, calls) == [0, nil, 10, nil, 20].map { $0.map { .seconds($0) } })
  }

  @Test func `lets those behind a cancelled head go at once`() throws {
    let bucket = TokenBucket(1, per: .seconds(1), burst: 60, filled: 0, counting: .tokens)
    var head = call(0, tokens: 60)
    head.isCancelled = .seconds(7)
    let calls = [head, call(1, tokens: 2), call(2, tokens: 2)]
    #expect(try departures(bucket, calls) == [nil, .seconds(7), .seconds(7)])
  }

  @Test func `moves everybody by a 429 and its Retry-After`() throws {
    var first = call(0)
    (first.lasts, first.outcome) = (.seconds(3), .throttled(retryAfter: .seconds(30)))
    let limit = CombinedLimit([TokenBucket(1, per: .seconds(2)), AdaptiveRate()])
    let times = try departures(limit, [first] + (0..<4).map { _ in call(0) })
    // Two in three seconds were seen, so one every three seconds may leave, lifted by successes.
    #expect(Array(times[..<3]) == [0, 2, 33].map { .seconds($0) })
    #expect(try #require(times[3]) > .seconds(35) && (try #require(times[3])) < .seconds(36))
  }

  @Test func `lets the head go earlier when something comes back`() throws {
    let window = SlidingWindow(limit: 100, window: .seconds(60), counting: .tokens)
    var (first, second) = (call(0, tokens: 100), call(0, tokens: 50))
    (first.lasts, first.difference.tokens) = (.seconds(9), -50)
    (second.lasts, second.difference.tokens) = (.seconds(1), -10)
    let times = try departures(window, [first, second, call(1, tokens: 11), call(1, tokens: 9)])
    #expect(times == [.zero, .seconds(9), .seconds(60), .seconds(60)])
  }

  @Test func `gives back what a cancelled call has taken`() throws {
    let window = SlidingWindow(limit: 100, window: .seconds(60), counting: .tokens)
    var first = call(0, tokens: 100)
    (first.lasts, first.isCancelled) = (.seconds(50), .seconds(20))
    #expect(try departures(window, [first, call(1, tokens: 100)]) == [.zero, .seconds(20)])
  }

  @Test func `refuses at once what may never depart`() throws {
    let limiter = RateLimiter(onePerSecond, clock: clock)
    let error = time.run { () async -> CostExceedsLimit? in
      _ = try? await limiter.acquire(Cost())
      do {
        _ = try await limiter.acquire(Cost(requests: 2))
        return nil
      } catch {
        return error as? CostExceedsLimit
      }
    }
    #expect(error == CostExceedsLimit(cost: 2, limit: 1, unit: .requests))
    #expect(clock.now == .zero)
  }

  @Test func `takes nothing for a task that is cancelled already`() throws {
    let limiter = RateLimiter(onePerSecond, clock: clock)
    let wait = time.run {
      let isRefused = await cancelled(at: .zero, on: clock) {
        // Ends when the task is cancelled.
        try? await clock.sleep(for: .seconds(9))
        do {
          _ = try await limiter.acquire(Cost())
          return false
        } catch {
          return error is CancellationError
        }
      }
      return isRefused ? try? await limiter.acquire(Cost()).wait : nil
    }
    #expect(wait == .some(.zero))
  }

  @Test func `lets nobody depart once it is closed, and tells all who wait at once`() throws {
    let limiter = RateLimiter(onePerSecond, clock: clock)
    let closed = time.run {
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<100 {
          group.addTask {
            do {
              _ = try await limiter.acquire(Cost())
              return false
            } catch {
              return error is RateLimiter.Closed
            }
          }
        }
        // It is not cancelled.
        try? await clock.sleep(for: .milliseconds(2_500))
        await limiter.close()
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
    }
    #expect(closed == 97 && clock.now == .milliseconds(2_500))
    let later = time.run { (try? await limiter.acquire(Cost())) == nil }
    #expect(later == true)
  }

  @Test func `leaves nothing behind`() throws {
    weak var remains: RateLimiter?
    do {
      let limiter = RateLimiter(onePerSecond, clock: clock)
      remains = limiter
      time.run {
        await cancelled(at: .milliseconds(2_500), on: clock) {
          await withDiscardingTaskGroup { group in
            for _ in 0..<10 { group.addTask { _ = try? await limiter.acquire(Cost()) } }
          }
        }
      }
    }
    #expect(clock.now == .milliseconds(2_500))
    #expect(remains == nil)
  }
}
