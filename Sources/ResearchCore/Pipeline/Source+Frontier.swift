import Fetching
import FlowControl

extension Event.Wait {
  init(
    _ reason: Reason,
    _ delay: Duration,
    after failure: Failure,
    took: Double?,
    _ timings: FetchTimings?
  ) {
    self.init(
      reason: reason,
      seconds: delay.seconds,
      error: reason == .retry ? failure : nil,
      took: took,
      timings: timings
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

  /// The host that events name; nil for a saved document.
  var namedHost: String? { host.flatMap { $0.isEmpty ? nil : $0 } }

  /// The path of a saved document.
  var documentPath: String? {
    if case .document(let path) = target { path } else { nil }
  }

  /// Makes it ready for the attempt after the one that came to `again`.
  mutating func prepare(_ again: StepFailure.Again, at now: Duration) {
    if again.reason != .robots { attempt += 1 }
    if again.reason == .retry { failures += 1 }
    isLedByPublic = isLedByPublic || again.isLedByPublic
    if let address = again.refresh {
      refresh = address.withFragment
      redirects = again.redirects
      target = .page(origin: address.origin)
    }
    queuedAt = now
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
