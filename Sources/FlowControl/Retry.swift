/// Attempts a call, waits, and attempts it again while its failures may pass.
///
/// It is for calls that wait where they stand, as those of a model do; pages wait in the frontier.
package struct Retry: Sendable {
  /// What a failure means for the call.
  package enum Verdict: Sendable, Hashable {
    /// It stands.
    case final
    /// It may pass; with the wait that the server asks for.
    case passing(retryAfter: Duration?)
  }

  /// Attempts after the first.
  package var retries: Int
  package var backoff: Backoff
  private let clock: SessionClock

  /// Waits on `clock`.
  package init(retries: Int = 5, backoff: Backoff = Backoff(), clock: SessionClock) {
    self.retries = retries
    self.backoff = backoff
    self.clock = clock
  }

  /// Runs `attempt`, told its number from 1, until it succeeds or fails for good.
  ///
  /// Throws the last failure; `CancellationError` is never tried again, and is thrown at once when
  /// the task is cancelled while it waits.
  package func run<Result>(
    using generator: inout some RandomNumberGenerator,
    verdict: (any Error) -> Verdict,
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
        let delay = backoff.delay(after: number, serverAsks: retryAfter, using: &generator)
        try await clock.sleep(for: delay)
        number += 1
      }
    }
  }
}
