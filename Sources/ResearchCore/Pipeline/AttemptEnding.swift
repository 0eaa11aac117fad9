import FlowControl

/// What an attempt at a source came to, for its host.
struct AttemptEnding: Sendable {
  /// What it says of how the host bears being asked; nil where it says nothing.
  var outcome: RequestOutcome?
  /// Whether the host was sent a request; where it was not, the next one need not wait.
  var hasAsked = true
  /// Why it failed, where it did.
  var failure: Failure?
}
