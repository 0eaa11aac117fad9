import Fetching
import FlowControl

extension Event.Wait {
  init(_ again: StepFailure.Again, after failure: Failure, took: Double?) {
    self.init(
      reason: again.reason,
      seconds: again.delay.seconds,
      error: again.reason == .retry ? failure : nil,
      took: took
    )
  }
}

extension Source {
  /// The name of the queue it waits in; nil where there is nothing to fetch.
  var host: String? {
    switch target {
    case .page(let origin): origin
    case .document: ""
    case .invalid, .duplicate: nil
    }
  }

  /// The source as it waits for the attempt after the one that runs.
  var abandoned: Source {
    var source = self
    if host != nil { source.attempt += 1 }
    return source
  }

  /// A source, or the failure with which it passes all stages.
  var verdict: Result<Source, StepFailure> {
    switch target {
    case .page, .document: .success(self)
    case .invalid(let failure): .failure(StepFailure(failure))
    case .duplicate(let first):
      .failure(StepFailure(Failure(.cancelled, "the same as source \(first)")))
    }
  }
}
