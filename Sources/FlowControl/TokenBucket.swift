/// A rate and, apart from it, a burst: so many at once, and then one each time one has come back.
///
/// The bucket holds `burst` and gains `count` in each period; in any time t no more than burst
/// + count·t/period departs. So 60 a minute with a burst of one never admits more than 60 in 60 s.
/// It keeps the one time at which it is full again, as the generic cell rate algorithm does
/// (ITU-T I.371, annex A), in whole attoseconds times the count: only departures are rounded, and up.
package struct TokenBucket: RateLimit, Equatable {
  package let unit: Cost.Unit
  /// The most that it holds, and the highest cost there may be.
  package let burst: Int
  private let count: Int128
  private let period: Int128
  private var full: Int128
  private var debts = RefundBound()

  /// A bucket that gains `count` in each period and holds `burst`; it is full unless said otherwise.
  ///
  /// All numbers count as one at least and as a milliard (a period: a million seconds) at most.
  package init(
    _ count: Int,
    per period: Duration,
    burst: Int = 1,
    filled: Int? = nil,
    counting unit: Cost.Unit = .requests
  ) {
    self.unit = unit
    self.burst = Self.bounded(burst)
    self.count = Int128(Self.bounded(count))
    self.period = min(max(period, .nanoseconds(1)), .seconds(1_000_000)).attoseconds
    let missing = self.burst - min(max(filled ?? self.burst, 0), self.burst)
    full = Int128(missing) * self.period
  }

  package func earliest(_ cost: Cost, at now: Duration) throws(CostExceedsLimit) -> Duration {
    let cost = cost[unit]
    guard cost > 0 else { return now }
    guard cost <= burst else { throw CostExceedsLimit(cost: cost, limit: burst, unit: unit) }
    let due = full - Int128(burst - cost) * period
    guard due > 0 else { return now }
    return max(now, Duration(attoseconds: (due + count - 1) / count))
  }

  package mutating func commit(_ cost: Cost, at now: Duration) {
    guard cost[unit] > 0 else { return }
    let time = scaled(now)
    debts.note(max(0, full - time), at: now)
    full = max(full, time) + Int128(Self.bounded(cost[unit])) * period
  }

  /// A difference counts as a burst at most; what has come back meanwhile is not given twice.
  package mutating func correct(by difference: Cost, departedAt: Duration) {
    let amount = Int128(min(max(difference[unit], -burst), burst)) * period
    full += amount > 0 ? amount : -debts.refund(-amount, departedAt: departedAt)
  }

  private func scaled(_ time: Duration) -> Int128 {
    // Three hundred years, so that the product fits.
    min(max(time, .zero), .seconds(10_000_000_000)).attoseconds * count
  }

  private static func bounded(_ count: Int) -> Int { min(max(count, 1), 1_000_000_000) }
}
