/// Time since a session began, and the only way to sleep in it.
package struct SessionClock: Sendable {
  private let elapsed: @Sendable () -> Duration
  private let pause: @Sendable (Duration) async throws -> Void

  /// Long enough to stand for ever.
  private static var longestSleep: Duration { .seconds(100 * 365 * 86_400) }

  /// Starts counting on `clock` now.
  package init<C: Clock>(_ clock: C) where C.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    pause = { deadline in
      // The system's clock stops the program at a time whose seconds do not fit an Int64.
      let now = start.duration(to: clock.now)
      let bounded = min(max(now, deadline), now + Self.longestSleep)
      try await clock.sleep(until: start.advanced(by: bounded), tolerance: nil)
    }
  }

  /// The time since the start.
  package var now: Duration { elapsed() }

  /// Suspends until `deadline`, counted from the start, or for a hundred years.
  ///
  /// Throws `CancellationError` at once when the task is cancelled.
  package func sleep(until deadline: Duration) async throws {
    try await pause(deadline)
  }

  /// Suspends for `duration`; throws `CancellationError` at once when the task is cancelled.
  package func sleep(for duration: Duration) async throws {
    try await pause(elapsed() + duration)
  }
}
