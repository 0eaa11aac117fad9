import FlowControl
import TestSupport
import Testing

@Suite struct CombinedLimitTests {
  private let minute = Duration.seconds(60)

  /// 60 requests a minute one by one, and 90,000 tokens in any minute.
  private var usual: CombinedLimit {
    CombinedLimit([
      TokenBucket(60, per: minute),
      SlidingWindow(limit: 90_000, window: minute, counting: .tokens),
    ])
  }

  @Test func `departs at the latest of its times`() throws {
    var limit = usual
    let departures = try Departures(181, of: Cost(tokens: 500), under: &limit)
    #expect(departures.times == (0..<181).map { .seconds($0) })
    var heavy = usual
    let few = try Departures(7, of: Cost(tokens: 30_000), under: &heavy)
    #expect(few.times == [0, 1, 2, 60, 61, 62, 120].map { .seconds($0) })
  }

  @Test func `takes from all or from none`() throws {
    let limit = usual
    #expect(throws: CostExceedsLimit(cost: 90_001, limit: 90_000, unit: .tokens)) {
      try limit.earliest(Cost(tokens: 90_001), at: .zero)
    }
    #expect(try limit.earliest(Cost(tokens: 90_000), at: .zero) == .zero)
  }

  @Test func `tells all of them of corrections and outcomes`() throws {
    var limit = CombinedLimit([
      SlidingWindow(limit: 100, window: minute, counting: .tokens), AdaptiveRate(),
    ])
    limit.commit(Cost(tokens: 100), at: .zero)
    limit.correct(by: Cost(requests: 0, tokens: -100), departedAt: .zero)
    #expect(try limit.earliest(Cost(tokens: 100), at: .zero) == .zero)
    limit.observe(.throttled(retryAfter: .seconds(7)), departedAt: .zero, at: .seconds(1))
    #expect(try limit.earliest(Cost(tokens: 100), at: .seconds(1)) == .seconds(8))
  }

  @Test func `lets everything depart without limits`() throws {
    #expect(try CombinedLimit([]).earliest(Cost(tokens: .max), at: .seconds(3)) == .seconds(3))
  }

  @Test func `holds requests and tokens at once on random schedules with refunds`() throws {
    let firstSeed: UInt64 = 90_000
    print("schedules of CombinedLimit: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      var schedule = LimitSchedule(seed: seed)
      let (requests, tokens) = (schedule.number(1...5), schedule.number(1...40))
      let window = schedule.time(.seconds(100)) + .nanoseconds(1)
      var limit = CombinedLimit([
        TokenBucket(requests, per: window),
        SlidingWindow(limit: requests, window: window),
        SlidingWindow(limit: tokens, window: window, counting: .tokens),
      ])
      let known = try schedule.run(under: &limit, most: tokens, window: window)
      let calls = known.map { (time: $0.time, amount: 1) }
      if Windows.most(known, in: window) > tokens || Windows.most(calls, in: window) > requests
        || !Windows.areWithin(calls, burst: 1, count: requests, per: window)
      {
        Issue.record("seed \(seed)")
      }
    }
  }
}
