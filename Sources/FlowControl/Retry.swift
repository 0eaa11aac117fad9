/// Attempts a call, waits, and attempts it again while its failures may pass.
///
/// It is for calls that wait where they stand, as those of a model do; pages wait in the frontier.
package actor Retry {
  /// What a failure means for the call.
  package enum Verdict: Sendable, Hashable {
    /// It stands.
    case final
    /// It may pass; with the wait that the server asks for.
    case passing(retryAfter: Duration?)
  }

  /// Attempts after the first.
  package nonisolated let retries: Int
  package nonisolated let backoff: Backoff
  private let pause: @Sendable (Duration) async throws -> Void
  private var generator: any RandomNumberGenerator & Sendable

  /// Waits on `clock`, for delays that it draws from `generator`; or as `pause` does, whose errors
  /// end the call.
  package init(
    retries: Int = 5,
    backoff: Backoff = Backoff(),
    clock: SessionClock,
    generator: any RandomNumberGenerator & Sendable,
    pause: (@Sendable (Duration) async throws -> Void)? = nil
  ) {
    self.retries = retries
    self.backoff = backoff
    self.pause = pause ?? { try await clock.sleep(for: $0) }
    self.generator = generator
  }

  /// Runs `attempt`, told its number from 1, until it succeeds or fails for good.
  ///
  /// `onPause` is told how long it waits after which attempt, and why. Throws the last failure; `CancellationError` is never tried again, and is thrown at once when
  /// the task is cancelled while it waits.
  package nonisolated func run<Result>(
    verdict: (any Error) -> Verdict,
    onPause: (Duration, Int, any Error) -> Void = { _, _, _ in },
    _ attempt: (Int) async throws -> Result
  ) async throws -> Result {
    var number = 1
    while true {
      do {
        return try await attempt(number)
      } catch {
        guard !(error is CancellationError), number <= retries,
          case .passing(let retryAfter) = verdict(error)
        else { throw error }
        let delay = await delay(after: number, retryAfter)
        onPause(delay, number, error)
        try await pause(delay)
        number += 1
      }
    }
  }

  private func delay(after attempt: Int, _ retryAfter: Duration?) -> Duration {
    backoff.delay(after: attempt, serverAsks: retryAfter, using: &generator)
  }
}
