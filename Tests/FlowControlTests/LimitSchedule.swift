import FlowControl
import TestSupport

/// Random costs under a limit, each leaving at its earliest time, with refunds in between.
struct LimitSchedule {
  private var generator: SeededGenerator
  /// The most costs of one schedule.
  private let most = 14

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

  /// A random time, to the attosecond.
  mutating func time(_ longest: Duration) -> Duration {
    Duration(attoseconds: .random(in: 0...max(0, longest.attoseconds), using: &generator))
  }

  /// What departed when, with the amounts that were really used in the end; all are refunds, so
  /// that every window has to hold them.
  ///
  /// Requests are one each, tokens up to `most`; pauses suit the window.
  mutating func run(
    under limit: inout some RateLimit,
    most: Int,
    window: Duration
  ) throws(CostExceedsLimit) -> [(time: Duration, amount: Int)] {
    var departures: [(time: Duration, amount: Int)] = []
    var now = Duration.zero
    for _ in 0..<number(1...self.most) {
      if number(0...2) == 0 { now += time(window) }
      if number(0...2) == 0, !departures.isEmpty {
        let index = number(0...(departures.count - 1))
        let refund = number(0...departures[index].amount)
        departures[index].amount -= refund
        limit.correct(by: Cost(requests: 0, tokens: -refund), departedAt: departures[index].time)
      }
      let cost = Cost(tokens: number(0...most))
      now = try limit.earliest(cost, at: now)
      limit.commit(cost, at: now)
      departures.append((now, cost.tokens))
    }
    return departures
  }
}
