import FlowControl
import TestSupport
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct RateLimiterCrowdTests {
  @Test(arguments: [true, false])
  func `agrees with a simple model on random schedules`(isTame: Bool) throws {
    let firstSeed: UInt64 = isTame ? 300_000 : 400_000
    print("schedules of RateLimiter: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      let (schedule, numbers) = LimiterSchedule.random(seed: seed, isTame: isTame)
      guard let outcome = schedule.run() else {
        Issue.record("the schedule of seed \(seed) hangs")
        continue
      }
      if try outcome != schedule.expected() { Issue.record("seed \(seed) differs") }
      if !isFair(outcome, schedule) { Issue.record("seed \(seed) starves somebody") }
      if isTame, !isWithin(outcome, schedule, numbers) { Issue.record("seed \(seed) exceeds") }
    }
  }

  /// Whether all that was used in the end is within both limits, in any window.
  private func isWithin(
    _ outcome: LimiterSchedule.Outcome,
    _ schedule: LimiterSchedule,
    _ numbers: LimiterSchedule.Numbers
  ) -> Bool {
    var requests: [(time: Duration, amount: Int)] = []
    var tokens = requests
    for (call, departure) in zip(schedule.calls, outcome) {
      guard let departure else { continue }
      let isRefunded = call.isCancelled.map { $0 <= departure.time + call.lasts } ?? false
      guard !isRefunded else { continue }
      requests.append((departure.time, 1))
      tokens.append((departure.time, call.cost.tokens + call.difference.tokens))
    }
    requests.sort { $0.time < $1.time }
    return Windows.most(tokens, in: numbers.window) <= numbers.tokens
      && Windows.areWithin(requests, burst: 2, count: numbers.requests, per: numbers.window)
  }

  /// Whether everybody was overtaken only by those whose priority and ageing let them.
  private func isFair(_ outcome: LimiterSchedule.Outcome, _ schedule: LimiterSchedule) -> Bool {
    outcome.indices.allSatisfy { late in
      outcome.indices.allSatisfy { early in
        guard let first = outcome[early], let second = outcome[late], first.time < second.time,
          schedule.calls[late].arrives <= first.time
        else { return true }
        return schedule.isEarlier(early, late)
          && schedule.calls[early].arrives - schedule.calls[late].arrives < .seconds(120)
      }
    }
  }

  @Test func `serves 5,000 calls, half of them cancelled`() throws {
    let patient = LimiterSchedule.Call(arrives: .zero)
    var hasty = patient
    hasty.isCancelled = .microseconds(500)
    let calls = [patient] + (0..<5_000).map { $0 % 2 == 0 ? patient : hasty }
    let limit = CombinedLimit([TokenBucket(1_000, per: .seconds(1))])
    let outcome = try #require(LimiterSchedule(limit: limit, calls: calls).run())
    let times = outcome.compactMap { $0?.time }
    #expect(times == (0...2_500).map { .milliseconds($0) })
  }

  /// The same on real threads, where cancels and departures may meet.
  @Test func `keeps its limit on many threads`() async throws {
    let clock = SessionClock(ContinuousClock())
    let bucket = TokenBucket(100_000, per: .seconds(1), burst: 7)
    let limiter = RateLimiter(bucket, clock: clock)
    let workers = Workers(threads: 4)
    let departures = await withTaskGroup(of: Duration?.self) { group in
      for _ in 0..<2_000 {
        group.addTask(executorPreference: workers) { try? await limiter.acquire(Cost()).time }
        group.addTask(executorPreference: workers) {
          await withTaskGroup(of: Duration?.self) { group in
            group.addTask { try? await limiter.acquire(Cost()).time }
            group.cancelAll()
            return await group.next() ?? nil
          }
        }
      }
      return await group.reduce(into: [Duration]()) { times, time in
        if let time { times.append(time) }
      }
    }
    #expect(departures.count >= 2_000)
    let sorted = departures.sorted().map { (time: $0, amount: 1) }
    #expect(Windows.areWithin(sorted, burst: 7, count: 100_000, per: .seconds(1)))
    #expect(await limiter.waiting == 0)
  }
}
