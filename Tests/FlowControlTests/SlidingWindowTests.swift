import FlowControl
import TestSupport
import Testing

@Suite struct SlidingWindowTests {
  private let second = Duration.seconds(1)

  private func tokens(_ count: Int) -> Cost { Cost(tokens: count) }

  @Test func `lets 40 depart ten a second, at 0, 1, 2 and 3 s`() throws {
    var window = SlidingWindow(limit: 10, window: second)
    let departures = try Departures(40, under: &window)
    #expect(departures.times == (0..<40).map { .seconds($0 / 10) })
  }

  @Test func `lets no 30 depart at the edge of a window`() throws {
    var window = SlidingWindow(limit: 10, window: second)
    let arrivals = (0..<40).map { index in
      (at: index < 10 ? Duration.milliseconds(990) : .milliseconds(1_010), cost: Cost())
    }
    let departures = try Departures(of: arrivals, under: &window)
    #expect(departures.times == (0..<40).map { .milliseconds(990) + .seconds($0 / 10) })
    #expect(Windows.most(departures.times.map { ($0, 1) }, in: second) == 10)
  }

  @Test func `is half-open: what departed a window ago counts no more`() throws {
    var window = SlidingWindow(limit: 1, window: second)
    window.commit(Cost(), at: .milliseconds(300))
    #expect(try window.earliest(Cost(), at: .milliseconds(301)) == .milliseconds(1_300))
    #expect(try window.earliest(Cost(), at: .milliseconds(1_300)) == .milliseconds(1_300))
  }

  @Test func `lets costs of many kinds share the window`() throws {
    var window = SlidingWindow(limit: 90, window: .seconds(60), counting: .tokens)
    let arrivals = [(0, 50), (10, 40), (20, 1), (20, 50), (20, 40), (200, 90)].map {
      (at: Duration.seconds($0.0), cost: tokens($0.1))
    }
    let departures = try Departures(of: arrivals, under: &window)
    #expect(departures.times == [0, 10, 60, 70, 120, 200].map { .seconds($0) })
  }

  @Test(arguments: [(11, 10), (Int.max, 10), (2, 1)])
  func `refuses a cost above the limit`(cost: Int, limit: Int) throws {
    let window = SlidingWindow(limit: limit, window: second, counting: .tokens)
    #expect(throws: CostExceedsLimit(cost: cost, limit: limit, unit: .tokens)) {
      try window.earliest(tokens(cost), at: .zero)
    }
    #expect(try window.earliest(tokens(limit), at: .zero) == .zero)
  }

  @Test func `takes corrections as if they had been known`() throws {
    var window = SlidingWindow(limit: 100, window: .seconds(60), counting: .tokens)
    window.commit(tokens(50), at: .zero)
    window.commit(tokens(50), at: .seconds(10))
    #expect(try window.earliest(tokens(30), at: .seconds(20)) == .seconds(60))
    window.correct(by: tokens(-30), departedAt: .seconds(10))
    #expect(try window.earliest(tokens(30), at: .seconds(20)) == .seconds(20))
    window.correct(by: tokens(25), departedAt: .zero)
    #expect(try window.earliest(tokens(30), at: .seconds(20)) == .seconds(60))
    window.correct(by: tokens(-90), departedAt: .seconds(11))
    #expect(try window.earliest(tokens(30), at: .seconds(20)) == .seconds(60))
  }

  @Test func `remembers all that departed together was more than the limit`() throws {
    var window = SlidingWindow(limit: 10, window: second, counting: .tokens)
    window.commit(tokens(5), at: .zero)
    window.commit(tokens(5), at: .zero)
    window.correct(by: tokens(10), departedAt: .zero)
    window.correct(by: tokens(-5), departedAt: .zero)
    #expect(try window.earliest(tokens(5), at: .zero) == second)
  }

  @Test func `is shut for a window by the highest correction, and no longer`() throws {
    var window = SlidingWindow(limit: 100, window: .seconds(60), counting: .tokens)
    for _ in 0..<3 {
      window.commit(tokens(1), at: .zero)
      window.correct(by: tokens(.max), departedAt: .zero)
    }
    #expect(try window.earliest(tokens(1), at: .seconds(1)) == .seconds(60))
    window.commit(tokens(100), at: .seconds(60))
    #expect(try window.earliest(tokens(1), at: .seconds(60)) == .seconds(120))
  }

  @Test func `forgets what departed before the last window`() throws {
    var window = SlidingWindow(limit: 10, window: second, counting: .tokens)
    window.commit(tokens(10), at: .zero)
    window.commit(tokens(10), at: .seconds(1))
    window.correct(by: tokens(-10), departedAt: .zero)
    #expect(try window.earliest(tokens(1), at: .seconds(1)) == .seconds(2))
  }

  @Test(arguments: [0, -1, Int.min, Int.max])
  func `takes any numbers`(number: Int) throws {
    for length in [Duration.zero, .seconds(-1), .seconds(Int64.max)] {
      var window = SlidingWindow(limit: number, window: length)
      for time in [Duration.zero, .seconds(-5), .seconds(Int64.max)] {
        window.commit(Cost(requests: number), at: time)
        window.correct(by: Cost(requests: number), departedAt: time)
        #expect(try window.earliest(Cost(), at: time) >= time)
      }
    }
  }

  @Test func `holds no window over its limit on random schedules with refunds`() throws {
    let firstSeed: UInt64 = 50_000
    print("schedules of SlidingWindow: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      var schedule = LimitSchedule(seed: seed)
      let limit = schedule.number(1...40)
      let length = schedule.time(.seconds(100)) + .nanoseconds(1)
      var window = SlidingWindow(limit: limit, window: length, counting: .tokens)
      let known = try schedule.run(under: &window, most: limit, window: length)
      if Windows.most(known, in: length) > limit { Issue.record("seed \(seed)") }
    }
  }

  @Test func `lets nothing wait an attosecond longer than its windows ask`() throws {
    let firstSeed: UInt64 = 70_000
    print("earliest times of SlidingWindow: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      var schedule = LimitSchedule(seed: seed)
      let limit = schedule.number(1...10)
      let length = schedule.time(.seconds(10)) + .nanoseconds(1)
      var window = SlidingWindow(limit: limit, window: length, counting: .tokens)
      let known = try schedule.run(under: &window, most: limit, window: length)
      let now = known.last?.time ?? .zero
      let cost = schedule.number(1...limit)
      let time = try window.earliest(tokens(cost), at: now)
      guard time > now else { continue }
      let early = time - Duration(attoseconds: 1)
      let used = known.filter { $0.time > early - length }.reduce(0) { $0 + $1.amount }
      if used + cost <= limit { Issue.record("seed \(seed)") }
    }
  }
}
