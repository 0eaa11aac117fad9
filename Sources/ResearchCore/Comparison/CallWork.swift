/// A crowd of equal calls to a model.
package struct CallWork: Sendable, Hashable {
  /// What carries the calls that are in flight.
  package enum Carrier: String, Sendable, Hashable, Codable {
    /// Threads that block, each with one call at a time.
    case threads
    /// Tasks that wait.
    case tasks
  }

  /// How many calls there are.
  package var calls: Int
  /// How long the server takes to answer one.
  package var delay: Duration
  /// What carries them.
  package var carrier: Carrier
  /// The most calls in flight; nil for no limit.
  package var atOnce: Int?

  /// Makes a crowd; `calls` and `atOnce` are at least one.
  package init(_ calls: Int, of delay: Duration, on carrier: Carrier, atOnce: Int?) {
    self.calls = calls
    self.delay = delay
    self.carrier = carrier
    self.atOnce = atOnce
  }

  /// The same work with all times multiplied.
  package func scaled(by factor: Double) -> CallWork {
    var work = self
    work.delay = delay * factor
    return work
  }

  /// As many rounds as the number in flight needs, each as long as a call.
  package var predicted: Duration {
    let width = min(calls, atOnce ?? calls)
    return delay * ((calls + width - 1) / width)
  }
}
