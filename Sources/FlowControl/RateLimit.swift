/// When a request may start: arithmetic on values, without a clock and without waiting.
///
/// All times count from the start of the session. Who asks for ``earliest(_:at:)`` waits until
/// then, asks again and commits at departure; ``RateLimiter`` does it in one piece.
package protocol RateLimit: Sendable {
  /// The earliest time, `now` or later, at which `cost` may depart; throws where it never may.
  func earliest(_ cost: Cost, at now: Duration) throws(CostExceedsLimit) -> Duration

  /// Takes `cost`, which departs now: never before its earliest time.
  mutating func commit(_ cost: Cost, at now: Duration)

  /// Adds what `cost` was estimated too low; a negative difference gives back.
  mutating func correct(by difference: Cost, departedAt: Duration)

  /// Learns how a request ended that departed at `departedAt`.
  mutating func observe(_ outcome: RequestOutcome, departedAt: Duration, at now: Duration)
}

extension RateLimit {
  package mutating func correct(by difference: Cost, departedAt: Duration) {}

  package mutating func observe(
    _ outcome: RequestOutcome,
    departedAt: Duration,
    at now: Duration
  ) {}
}

/// What one call takes of its limits.
package struct Cost: Sendable, Hashable {
  /// What a limit counts.
  package enum Unit: String, Sendable {
    case requests, tokens
  }

  package var requests: Int
  package var tokens: Int

  /// One request without tokens, unless said otherwise.
  package init(requests: Int = 1, tokens: Int = 0) {
    self.requests = requests
    self.tokens = tokens
  }

  /// What it takes of one unit.
  package subscript(unit: Unit) -> Int {
    switch unit {
    case .requests: requests
    case .tokens: tokens
    }
  }
}

/// A cost that no waiting makes possible: it is above what its limit allows at once.
package struct CostExceedsLimit: Error, Sendable, Hashable, CustomStringConvertible {
  package let cost: Int
  package let limit: Int
  package let unit: Cost.Unit

  /// Names what was asked for and what is allowed.
  package init(cost: Int, limit: Int, unit: Cost.Unit) {
    self.cost = cost
    self.limit = limit
    self.unit = unit
  }

  package var description: String {
    "a call of \(cost) \(unit.rawValue) exceeds the limit of \(limit) at once"
  }
}

/// How a request ended, as far as a rate learns from it.
package enum RequestOutcome: Sendable, Hashable {
  case success
  /// Status 429 or 503, with the wait that the server asks for.
  case throttled(retryAfter: Duration?)
  /// Any other error.
  case failure
}
