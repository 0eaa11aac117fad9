import DequeModule

/// At most so many in any window of a length, wherever it begins.
///
/// Windows are half-open: what departs at t counts until t + window, and no longer. It remembers
/// each departure of the last window, so the limit holds exactly, with no burst at an edge.
package struct SlidingWindow: RateLimit, Equatable {
  private struct Departure: Equatable {
    let time: Duration
    var amount: Int
  }

  package let unit: Cost.Unit
  /// The most in a window, and the highest cost there may be.
  package let limit: Int
  package let window: Duration
  private var departures: Deque<Departure> = []
  private var total = 0

  /// A limit of a milliard at most; both numbers count as one (nanosecond) at least.
  package init(limit: Int, window: Duration, counting unit: Cost.Unit = .requests) {
    self.limit = min(max(limit, 1), 1_000_000_000)
    self.window = max(window, .nanoseconds(1))
    self.unit = unit
  }

  package func earliest(_ cost: Cost, at now: Duration) throws(CostExceedsLimit) -> Duration {
    let cost = cost[unit]
    guard cost > 0 else { return now }
    guard cost <= limit else { throw CostExceedsLimit(cost: cost, limit: limit, unit: unit) }
    var (time, used) = (now, total)
    for departure in departures {
      let end = departure.time + window
      guard end <= now || used + cost > limit else { break }
      time = max(time, end)
      used -= departure.amount
    }
    return time
  }

  package mutating func commit(_ cost: Cost, at now: Duration) {
    while let first = departures.first, first.time + window <= now {
      departures.removeFirst()
      total -= first.amount
    }
    guard cost[unit] > 0 else { return }
    if departures.last.map({ $0.time < now }) ?? true {
      departures.append(Departure(time: now, amount: 0))
    }
    change(departures.count - 1, by: cost[unit])
  }

  /// What departed before the last window counts no more, whatever it was.
  package mutating func correct(by difference: Cost, departedAt: Duration) {
    guard let index = departures.lastIndex(where: { $0.time <= departedAt }),
      departures[index].time == departedAt
    else { return }
    change(index, by: difference[unit])
  }

  private mutating func change(_ index: Int, by difference: Int) {
    let old = departures[index].amount
    // Bounded numbers never overflow, and no real cost is as high.
    let bound = 1_000_000_000_000
    let new = min(max(old + min(max(difference, -bound), bound), 0), bound)
    departures[index].amount = new
    total += new - old
  }
}
