import Extraction
import Fetching
import FlowControl
import Summarisation

/// Why a step did not give what the next one needs, and whether the source comes again.
///
/// One reference, because frames that wait hold several copies of it.
struct StepFailure: Error {
  /// Another attempt, after a wait and perhaps at another address.
  struct Again: Sendable {
    /// How long the source waits before it; nil where the frontier draws that.
    var delay: Duration?
    /// What it waits for.
    var reason = Event.Wait.Reason.retry
    /// The wait that the server asks for.
    var asked: Duration?
    /// The address that the page refreshes to.
    var refresh: WebAddress?
    /// Whether the attempt has come to a public address.
    var isLedByPublic = false
    /// How many redirects have led to that address, the refresh among them.
    var redirects = 0
  }

  private final class Contents: Sendable {
    let failure: Failure
    let again: Again?
    let outcome: RequestOutcome?
    let timings: FetchTimings?

    init(
      _ failure: Failure,
      _ again: Again?,
      _ outcome: RequestOutcome?,
      _ timings: FetchTimings?
    ) {
      (self.failure, self.again) = (failure, again)
      (self.outcome, self.timings) = (outcome, timings)
    }
  }

  private let contents: Contents

  /// A failure that ends the source, unless `again` says otherwise; `retryAfter` is the wait that
  /// the server asks for, and `timings` are those of a page that is none.
  init(
    _ failure: Failure,
    again: Again? = nil,
    retryAfter: Duration? = nil,
    timings: FetchTimings? = nil
  ) {
    let outcome = failure.outcome(retryAfter: retryAfter)
    contents = Contents(failure, again, outcome, timings)
  }

  /// What went wrong; for a refresh, why it was left.
  var failure: Failure { contents.failure }
  /// How it goes on; nil for good.
  var again: Again? { contents.again }
  /// What it says of the host that was asked; nil where none was.
  var outcome: RequestOutcome? { contents.outcome }
  /// How long the parts of a fetch that failed took, as far as that is known.
  var timings: FetchTimings? { contents.timings }
}

extension StepFailure {
  /// The failure that an error of a step amounts to.
  init(wrapping error: any Error) {
    switch error {
    case let failure as StepFailure: self = failure
    case let failure as Failure: self.init(failure)
    case let error as FetchError: self.init(Failure(error))
    case let error as ExtractionError: self.init(Failure(error))
    case let error as ChatError where !error.isCancelled: self.init(Failure(error))
    case is CancellationError, is ChatError:
      self.init(Failure(.cancelled, "the run ended before the source was finished"))
    default: self.init(Failure(.file, "\(error)"))
    }
  }
}
