import Glibc

/// How long to wait before the next attempt: exponential, with full jitter.
///
/// "Full jitter" draws the delay from zero to the bound, which spreads a crowd best (M. Brooker,
/// "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). The bound never exceeds the cap.
package struct Backoff: Sendable, Equatable {
  /// The bound of the first delay.
  package var base: Duration
  /// What each further bound is multiplied with, at least one.
  package var factor: Double
  /// The greatest bound, also for a wait that the server asks for.
  package var cap: Duration

  /// One second, doubled each time, at most a minute.
  package init(base: Duration = .seconds(1), factor: Double = 2, cap: Duration = .seconds(60)) {
    self.base = base
    self.factor = factor
    self.cap = cap
  }

  /// The greatest delay after `attempt` attempts have failed, from 1.
  package func bound(after attempt: Int) -> Duration {
    guard base > .zero, cap > .zero else { return .zero }
    // Compared as a ratio: the product of a late attempt would not fit a Duration.
    let growth = pow(max(1, factor), Double(max(1, attempt) - 1))
    return growth < cap / base ? min(base * growth, cap) : cap
  }

  /// The delay after `attempt` attempts have failed; what the server asked for wins, up to the cap.
  package func delay(
    after attempt: Int,
    serverAsks retryAfter: Duration? = nil,
    using generator: inout some RandomNumberGenerator
  ) -> Duration {
    if let retryAfter { return max(min(retryAfter, cap), .zero) }
    let bound = bound(after: attempt)
    // The product is rounded, and could pass the bound by an attosecond.
    return min(bound * Double.random(in: 0...1, using: &generator), bound)
  }
}
