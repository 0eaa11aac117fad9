import FlowControl

/// Departures one after the other, each at the earliest time that a limit gives.
struct Departures {
  private(set) var times: [Duration] = []
  private(set) var costs: [Cost] = []

  /// Lets the costs come at the given times and leave in that order.
  init(
    of arrivals: [(at: Duration, cost: Cost)],
    under limit: inout some RateLimit
  ) throws(CostExceedsLimit) {
    var now = Duration.zero
    for arrival in arrivals {
      now = try limit.earliest(arrival.cost, at: max(now, arrival.at))
      limit.commit(arrival.cost, at: now)
      times.append(now)
      costs.append(arrival.cost)
    }
  }

  /// `count` equal costs that come at once.
  init(
    _ count: Int,
    of cost: Cost = Cost(),
    under limit: inout some RateLimit
  ) throws(CostExceedsLimit) {
    let arrivals = (0..<count).map { _ in (at: Duration.zero, cost: cost) }
    try self.init(of: arrivals, under: &limit)
  }
}

/// What departed when, counted window by window.
enum Windows {
  /// The most in any half-open window of this length: one that begins with a departure holds it.
  static func most(_ departures: [(time: Duration, amount: Int)], in window: Duration) -> Int {
    departures.map { first in
      departures.filter { $0.time >= first.time && $0.time < first.time + window }
        .reduce(0) { $0 + $1.amount }
    }.max() ?? 0
  }

  /// Whether no time between two departures saw more than the burst and what it gained meanwhile.
  static func areWithin(
    _ departures: [(time: Duration, amount: Int)],
    burst: Int,
    count: Int,
    per period: Duration
  ) -> Bool {
    departures.indices.allSatisfy { first in
      var sum = 0
      return departures[first...].allSatisfy { departure in
        sum += departure.amount
        let time = (departure.time - departures[first].time).attoseconds
        return Int128(sum - burst) * period.attoseconds <= time * Int128(count)
      }
    }
  }
}
