/// Several limits as one: a cost departs when all of them let it, and is taken from all at once.
///
/// What one limit allows at a time it allows ever after, as long as nothing departs: so the latest
/// of their times suits them all.
package struct CombinedLimit: RateLimit {
  private var limits: [any RateLimit]

  /// Without any limit all may depart at once.
  package init(_ limits: [any RateLimit]) {
    self.limits = limits
  }

  package func earliest(_ cost: Cost, at now: Duration) throws(CostExceedsLimit) -> Duration {
    var latest = now
    for limit in limits { latest = max(latest, try limit.earliest(cost, at: now)) }
    return latest
  }

  package mutating func commit(_ cost: Cost, at now: Duration) {
    for index in limits.indices { limits[index].commit(cost, at: now) }
  }

  package mutating func correct(by difference: Cost, departedAt: Duration) {
    for index in limits.indices { limits[index].correct(by: difference, departedAt: departedAt) }
  }

  package mutating func observe(
    _ outcome: RequestOutcome,
    departedAt: Duration,
    at now: Duration
  ) {
    for index in limits.indices {
      limits[index].observe(outcome, departedAt: departedAt, at: now)
    }
  }
}
