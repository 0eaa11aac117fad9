import FlowControl
import TestSupport
import Testing

@Suite struct BackoffTests {
  @Test(arguments: [
    (1, Duration.seconds(1)), (2, .seconds(2)), (3, .seconds(4)), (6, .seconds(32)),
    (7, .seconds(60)), (8, .seconds(60)), (100, .seconds(60)), (Int.max, .seconds(60)),
    (0, .seconds(1)), (-5, .seconds(1)), (Int.min, .seconds(1)),
  ])
  func `doubles the bound up to the cap`(attempt: Int, bound: Duration) {
    #expect(Backoff().bound(after: attempt) == bound)
  }

  @Test(arguments: [
    (Backoff(base: .milliseconds(100), factor: 3), 3, Duration.milliseconds(900)),
    (Backoff(base: .seconds(90)), 1, .seconds(60)),
    (Backoff(factor: 1), Int.max, .seconds(1)),
    (Backoff(factor: 0), 3, .seconds(1)),
    (Backoff(factor: .infinity), 2, .seconds(60)),
    (Backoff(factor: 1e300), 4, .seconds(60)),
    (Backoff(base: .zero), Int.max, .zero),
    (Backoff(base: .seconds(-1)), 2, .zero),
    (Backoff(cap: .zero), 2, .zero),
    (Backoff(cap: .seconds(Int64.max)), Int.max, .seconds(Int64.max)),
  ])
  func `keeps its bound whatever it is made of`(
    backoff: Backoff,
    attempt: Int,
    bound: Duration
  ) {
    #expect(backoff.bound(after: attempt) == bound)
  }

  @Test func `draws every delay between zero and the bound`() {
    let cap = Duration(secondsComponent: 59, attosecondsComponent: 999_999_999_999_999_999)
    let backoff = Backoff(cap: cap)
    var generator = SeededGenerator(seed: 1)
    for attempt in 1...9 {
      let bound = backoff.bound(after: attempt)
      let delays = (0..<1_000).map { _ in backoff.delay(after: attempt, using: &generator) }
      #expect(delays.allSatisfy { .zero...bound ~= $0 })
      #expect(delays.contains { $0 < bound * 0.1 } && delays.contains { $0 > bound * 0.9 })
    }
  }

  @Test func `never draws more than the cap`() {
    let cap = Duration(secondsComponent: 59, attosecondsComponent: 999_999_999_999_999_999)
    var highest = HighestGenerator()
    #expect(Backoff(cap: cap).delay(after: 9, using: &highest) <= cap)
    #expect(Backoff(cap: cap).delay(after: 9, using: &highest) > .seconds(59))
  }

  @Test(arguments: [
    (Duration.seconds(30), Duration.seconds(30)), (.zero, .zero), (.seconds(60), .seconds(60)),
    (.seconds(61), .seconds(60)), (.seconds(Int64.max), .seconds(60)), (.seconds(-1), .zero),
  ])
  func `obeys the server up to the cap`(asked: Duration, delay: Duration) {
    var generator = SeededGenerator(seed: 2)
    #expect(Backoff().delay(after: 1, serverAsks: asked, using: &generator) == delay)
  }
}

/// Draws the highest number there is.
private struct HighestGenerator: RandomNumberGenerator {
  // The thread sanitizer (Swift 6.3.1) crashes where an empty struct is passed inout.
  private var number = UInt64.max

  mutating func next() -> UInt64 { number }
}
