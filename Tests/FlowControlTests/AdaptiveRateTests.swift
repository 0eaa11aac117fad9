import FlowControl
import TestSupport
import Testing

@Suite struct AdaptiveRateTests {
  private let one = Cost()

  /// A host that was asked `count` times at zero and heard of it a tenth of a second later.
  private func throttled(
    after count: Int = 1,
    retryAfter: Duration? = nil
  ) -> AdaptiveRate {
    var rate = AdaptiveRate()
    for _ in 0..<count { rate.commit(one, at: .zero) }
    rate.observe(.throttled(retryAfter: retryAfter), departedAt: .zero, at: .milliseconds(100))
    return rate
  }

  @Test func `is silent until the first 429`() {
    var rate = AdaptiveRate()
    for step in 0..<1_000 {
      let now = Duration.milliseconds(step)
      #expect(rate.earliest(one, at: now) == now)
      rate.commit(one, at: now)
      rate.observe(step % 2 == 0 ? .success : .failure, departedAt: now, at: now)
    }
    #expect(rate.isSilent && rate.rate == nil)
  }

  @Test func `starts from half the one request a second of a host asked once`() {
    let rate = throttled()
    #expect(!rate.isSilent && rate.rate == 0.5)
    #expect(rate.earliest(one, at: .milliseconds(100)) == .seconds(2))
    #expect(rate.earliest(one, at: .seconds(3)) == .seconds(3))
  }

  @Test(arguments: [
    // Requests, each that much after the one before, and the rate that a 429 with the last leaves.
    (6, Duration.zero, 3.0), (40, .milliseconds(100), 5), (101, .milliseconds(100), 5),
    (7, .seconds(2), 2.0 / 7), (3, .seconds(60), 0.5), (1_000, .zero, 100), (0, .zero, 0.5),
  ])
  func `starts from half the rate seen`(requests: Int, apart: Duration, expected: Double) throws {
    var rate = AdaptiveRate()
    for index in 0..<requests { rate.commit(one, at: apart * index) }
    let last = apart * max(0, requests - 1)
    rate.observe(.throttled(retryAfter: nil), departedAt: last, at: last)
    #expect(abs(try #require(rate.rate) / expected - 1) < 0.06)
  }

  @Test func `sees no rate in the departures of long ago`() {
    var rate = AdaptiveRate()
    for _ in 0..<500 { rate.commit(one, at: .zero) }
    rate.commit(one, at: .seconds(60))
    rate.observe(.throttled(retryAfter: nil), departedAt: .seconds(60), at: .seconds(60))
    #expect(rate.rate == 0.5)
  }

  @Test func `cuts once for all that were under way`() {
    var rate = throttled(after: 50)
    #expect(rate.rate == 25)
    for index in 1..<50 {
      let now = Duration.milliseconds(100 * (index + 1))
      rate.observe(.throttled(retryAfter: nil), departedAt: .zero, at: now)
    }
    #expect(rate.rate == 25)
  }

  @Test func `does not let ten simultaneous 429s collapse a rate in force`() {
    var rate = AdaptiveRate(startingAt: 10)
    let now = Duration.seconds(3)
    for index in 0..<10 {
      rate.commit(one, at: .milliseconds(index))
    }
    for index in 0..<10 {
      rate.observe(.throttled(retryAfter: nil), departedAt: .milliseconds(index), at: now)
    }
    #expect(rate.rate == 5)
  }

  @Test(arguments: [(500, 0.5), (999, 0.5), (1_000, 0.25), (30_000, 0.25)])
  func `cuts again for a later request a window after the cut`(milliseconds: Int, left: Double) {
    var rate = throttled()
    let now = Duration.milliseconds(100 + milliseconds)
    rate.observe(.throttled(retryAfter: nil), departedAt: .milliseconds(101), at: now)
    #expect(rate.rate == left)
    rate.observe(.throttled(retryAfter: nil), departedAt: .milliseconds(101), at: now)
    #expect(rate.rate == left)
  }

  @Test func `learns nothing from what departed before the cut`() {
    var rate = throttled()
    rate.observe(.success, departedAt: .milliseconds(100), at: .seconds(1))
    rate.observe(.failure, departedAt: .zero, at: .seconds(1))
    rate.observe(.throttled(retryAfter: nil), departedAt: .milliseconds(100), at: .seconds(9))
    #expect(rate.rate == 0.5)
    rate.observe(.success, departedAt: .milliseconds(101), at: .seconds(9))
    #expect(rate.rate == 0.55)
    rate.observe(.failure, departedAt: .milliseconds(101), at: .seconds(9))
    #expect(rate.rate == 0.55 * 0.9)
  }

  @Test func `recovers from the lowest rate by 73 successes within 110 seconds`() throws {
    var rate = AdaptiveRate(startingAt: 0)
    #expect(rate.rate == 0.1)
    rate.commit(one, at: .zero)
    var (now, successes) = (Duration.zero, 0)
    while try #require(rate.rate) < 100 {
      now = rate.earliest(one, at: now)
      rate.commit(one, at: now)
      rate.observe(.success, departedAt: now, at: now)
      successes += 1
    }
    #expect(successes == 73)
    #expect(now > .seconds(109) && now < .seconds(110))
  }

  @Test func `is silent again a minute after the last cut at the highest rate`() {
    var rate = throttled(after: 1_000)
    #expect(rate.rate == 100)
    let cut = Duration.milliseconds(100)
    let early = cut + .seconds(60) - .nanoseconds(1)
    rate.observe(.success, departedAt: .seconds(50), at: early)
    #expect(rate.rate == 100)
    rate.observe(.success, departedAt: .seconds(50), at: cut + .seconds(60))
    #expect(rate.isSilent)
    #expect(rate.earliest(one, at: cut + .seconds(60)) == cut + .seconds(60))
  }

  @Test func `is silent again within two minutes of successes`() {
    var rate = throttled()
    var now = Duration.seconds(1)
    for _ in 0..<3 {
      rate.observe(.throttled(retryAfter: nil), departedAt: now, at: now + .seconds(1))
      now += .seconds(2)
    }
    #expect(rate.rate == 0.1)
    let start = now
    while !rate.isSilent, now < .seconds(1_000) {
      now = rate.earliest(one, at: now + .nanoseconds(1))
      rate.commit(one, at: now)
      rate.observe(.success, departedAt: now, at: now)
    }
    #expect(now - start > .seconds(90) && now - start < .seconds(120))
  }

  @Test func `never falls silent where a rate was asked for`() {
    var rate = AdaptiveRate(startingAt: 10)
    #expect(rate.earliest(one, at: .zero) == .zero)
    rate.commit(one, at: .zero)
    #expect(rate.earliest(one, at: .zero) == .milliseconds(100))
    for second in 1...1_000 {
      rate.observe(.success, departedAt: .seconds(second), at: .seconds(second))
    }
    #expect(rate.rate == 100)
  }

  @Test(arguments: [
    (Duration.seconds(30), Duration.milliseconds(30_100)), (.zero, .seconds(2)),
    (.seconds(-9), .seconds(2)), (.seconds(61), .milliseconds(60_100)),
    (.seconds(Int64.max), .milliseconds(60_100)), (.milliseconds(2_500), .milliseconds(2_600)),
  ])
  func `waits as long as the server asks, up to a minute`(asked: Duration, earliest: Duration) {
    #expect(throttled(retryAfter: asked).earliest(one, at: .zero) == earliest)
  }

  @Test func `waits for the longest of what late ones are told`() {
    var rate = throttled(retryAfter: .seconds(5))
    rate.observe(.throttled(retryAfter: .seconds(9)), departedAt: .zero, at: .seconds(1))
    rate.observe(.throttled(retryAfter: .seconds(2)), departedAt: .zero, at: .seconds(2))
    rate.observe(.success, departedAt: .seconds(1), at: .seconds(2))
    #expect(rate.earliest(one, at: .seconds(3)) == .seconds(10))
  }

  @Test func `holds the next one back for a cost of several requests`() {
    var rate = AdaptiveRate(startingAt: 10)
    rate.commit(Cost(requests: 7), at: .seconds(1))
    #expect(rate.earliest(one, at: .seconds(1)) == .milliseconds(1_700))
    rate.commit(Cost(requests: .max), at: .seconds(2))
    #expect(rate.earliest(one, at: .zero) > .seconds(1_000))
    #expect(rate.earliest(Cost(requests: 0), at: .zero) == .zero)
  }

  @Test func `keeps its bounds whatever comes`() throws {
    for seed in UInt64(0)..<1_000 {
      var generator = SeededGenerator(seed: seed)
      var rate = AdaptiveRate(startingAt: Bool.random(using: &generator) ? .nan : nil)
      var now = Duration.zero
      for _ in 0..<50 {
        now += .milliseconds(Int.random(in: 0...3_000, using: &generator))
        let earliest = rate.earliest(one, at: now)
        #expect(earliest >= now && earliest <= now + .seconds(60), "seed \(seed)")
        rate.commit(one, at: now)
        let outcome = [RequestOutcome.success, .failure, .throttled(retryAfter: now - .seconds(9))]
          .randomElement(using: &generator)
        let departed = now - .milliseconds(Int.random(in: 0...2_000, using: &generator))
        rate.observe(try #require(outcome), departedAt: departed, at: now)
        #expect(rate.rate.map { (0.1...100).contains($0) } ?? true, "seed \(seed)")
      }
    }
  }

  @Test func `takes little for each host`() {
    #expect(MemoryLayout<AdaptiveRate>.stride <= 160)
  }
}
