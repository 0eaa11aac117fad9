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

  /// The source as one that fails without another attempt.
  func failing(_ failure: Failure?) -> Source {
    guard let failure else { return self }
    var source = self
    source.target = .invalid(failure)
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

extension Failure {
  /// The failure of those that are not asked for any more, because this one was the last of many.
  func givingUp(_ host: String) -> Failure {
    Failure(
      kind,
      "\(message), as to all that \(host) was asked for lately: it is asked no more in this run",
      status: status
    )
  }
}
