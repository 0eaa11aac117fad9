import FlowControl
import TestSupport
import Testing

@Suite struct TokenBucketTests {
  private let minute = Duration.seconds(60)

  private func tokens(_ count: Int) -> Cost { Cost(tokens: count) }

  @Test func `lets 60 depart in a minute for a limit of 60, and not 120`() throws {
    var bucket = TokenBucket(60, per: minute)
    let departures = try Departures(200, under: &bucket)
    #expect(departures.times == (0..<200).map { .seconds($0) })
    #expect(Windows.most(departures.times.map { ($0, 1) }, in: minute) == 60)
  }

  @Test func `adds a burst to the rate only where it is asked for`() throws {
    var bucket = TokenBucket(60, per: minute, burst: 60)
    let departures = try Departures(200, under: &bucket)
    #expect(departures.times.prefix(60).allSatisfy { $0 == .zero })
    #expect(Array(departures.times[60...]) == (1...140).map { .seconds($0) })
    #expect(departures.times.count { $0 < minute } == 119)
  }

  @Test func `saves no more than the burst, however long it rests`() throws {
    var bucket = TokenBucket(1, per: .seconds(1), burst: 3)
    let arrivals = (0..<5).map { _ in (at: Duration.seconds(1_000_000), cost: Cost()) }
    let departures = try Departures(of: arrivals, under: &bucket)
    #expect(
      departures.times.map { $0 - .seconds(1_000_000) } == [0, 0, 0, 1, 2].map { .seconds($0) }
    )
  }

  @Test func `makes a great one wait until it is there: 60 of 10 at one a second leave at 50 s`()
    throws
  {
    var bucket = TokenBucket(60, per: minute, burst: 60, filled: 10, counting: .tokens)
    let arrivals = [(at: Duration.zero, cost: tokens(60)), (at: .zero, cost: tokens(1))]
    let departures = try Departures(of: arrivals, under: &bucket)
    #expect(departures.times == [.seconds(50), .seconds(51)])
  }

  @Test(arguments: [(61, 60), (11, 10), (2, 1), (Int.max, 60)])
  func `refuses a cost above the burst and overdraws nothing`(cost: Int, burst: Int) throws {
    let bucket = TokenBucket(60, per: minute, burst: burst, counting: .tokens)
    let error = #expect(throws: CostExceedsLimit.self) {
      try bucket.earliest(tokens(cost), at: .zero)
    }
    #expect(error == CostExceedsLimit(cost: cost, limit: burst, unit: .tokens))
    #expect(error?.description == "a call of \(cost) tokens exceeds the limit of \(burst) at once")
    #expect(try bucket.earliest(tokens(burst), at: .zero) == .zero)
  }

  @Test func `counts either requests or tokens`() throws {
    let requests = TokenBucket(1, per: minute)
    #expect(try requests.earliest(Cost(requests: 1, tokens: 9_000), at: .zero) == .zero)
    var tokens = TokenBucket(1, per: minute, burst: 10, counting: .tokens)
    tokens.commit(Cost(requests: 5, tokens: 0), at: .zero)
    #expect(try tokens.earliest(Cost(requests: 99, tokens: 10), at: .zero) == .zero)
  }

  @Test(arguments: [3, 7, 60, 90_001, 999_999_937])
  func `drifts by an attosecond a departure at most`(count: Int) throws {
    var bucket = TokenBucket(count, per: minute, counting: .requests)
    let departures = try Departures(10_000, under: &bucket)
    let exact = 9_999 * minute.attoseconds / Int128(count)
    // Each departure is rounded up to a whole attosecond, none down.
    #expect((exact...(exact + 10_000)).contains(departures.times[9_999].attoseconds))
  }

  @Test(arguments: [0, -1, Int.min, Int.max])
  func `takes any numbers`(number: Int) throws {
    for period in [Duration.zero, .seconds(-1), .seconds(Int64.max), .seconds(1)] {
      var bucket = TokenBucket(number, per: period, burst: number, filled: number)
      for time in [Duration.zero, .seconds(-5), .seconds(Int64.max), .seconds(Int64.min)] {
        bucket.commit(Cost(requests: number), at: time)
        bucket.correct(by: Cost(requests: number), departedAt: time)
        #expect(try bucket.earliest(Cost(), at: time) >= time)
      }
    }
  }

  @Test func `takes nothing for no cost`() throws {
    var bucket = TokenBucket(1, per: minute)
    for cost in [0, -1, Int.min] {
      bucket.commit(Cost(requests: cost), at: .zero)
      #expect(try bucket.earliest(Cost(requests: cost), at: .zero) == .zero)
    }
    #expect(try bucket.earliest(Cost(), at: .zero) == .zero)
  }

  @Test(arguments: [(-30, 20), (-40, 10), (0, 50), (25, 75), (50, 100), (Int.max, 110), (-90, 0)])
  func `takes a correction as if it had been known`(difference: Int, seconds: Int) throws {
    var bucket = TokenBucket(60, per: minute, burst: 60, counting: .tokens)
    bucket.commit(tokens(50), at: .zero)
    bucket.correct(by: tokens(difference), departedAt: .zero)
    #expect(try bucket.earliest(tokens(60), at: .zero) == .seconds(seconds))
  }

  @Test func `gives nothing back that has come back since`() throws {
    var bucket = TokenBucket(60, per: minute, burst: 60, counting: .tokens)
    bucket.commit(tokens(60), at: .zero)
    bucket.commit(tokens(60), at: .seconds(60))
    bucket.correct(by: tokens(-60), departedAt: .zero)
    #expect(try bucket.earliest(tokens(60), at: .seconds(60)) == .seconds(120))
    bucket.correct(by: tokens(-15), departedAt: .seconds(60))
    #expect(try bucket.earliest(tokens(60), at: .seconds(60)) == .seconds(105))
  }

  @Test func `gives back the part that has not come back since`() throws {
    var bucket = TokenBucket(60, per: minute, burst: 60, counting: .tokens)
    bucket.commit(tokens(60), at: .zero)
    bucket.commit(tokens(30), at: .seconds(40))
    // At 40 s twenty were missing still: without the first cost there would have been sixty.
    bucket.correct(by: tokens(-60), departedAt: .zero)
    #expect(try bucket.earliest(tokens(60), at: .seconds(40)) == .seconds(70))
    bucket.correct(by: tokens(-60), departedAt: .zero)
    #expect(try bucket.earliest(tokens(60), at: .seconds(40)) == .seconds(70))
  }

  @Test func `gives nothing back for a departure that it has forgotten`() throws {
    var bucket = TokenBucket(1, per: .seconds(1), burst: 1_000_000)
    for step in 1...3_000 { bucket.commit(Cost(requests: 10), at: .seconds(step)) }
    let before = bucket
    bucket.correct(by: Cost(requests: -10), departedAt: .seconds(1))
    #expect(bucket == before)
    bucket.correct(by: Cost(requests: -10), departedAt: .seconds(3_000))
    #expect(bucket != before)
  }

  @Test func `lets out no more than it gains on random schedules, corrected and refunded`() throws {
    let firstSeed: UInt64 = 4_000
    print("schedules of TokenBucket: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      var schedule = LimitSchedule(seed: seed)
      let burst = schedule.number(1...40)
      let count = schedule.number(1...100)
      let period = schedule.time(.seconds(100)) + .nanoseconds(1)
      var bucket = TokenBucket(count, per: period, burst: burst, counting: .tokens)
      let known = try schedule.run(under: &bucket, most: burst, window: period)
      let isWithin = Windows.areWithin(known, burst: burst, count: count, per: period)
      if !isWithin { Issue.record("seed \(seed)") }
    }
  }
}
