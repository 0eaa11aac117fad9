/// What can be brought to an end before its time: a session, or a comparison of several.
public protocol Interruptible: Sendable {
  /// Admits nothing more; what is in flight completes, within the drain's time-out.
  func drain(reason: String) async
  /// Gives up what is in flight.
  func cancel(reason: String) async
}

extension Session: Interruptible {}
extension Comparison: Interruptible {}
