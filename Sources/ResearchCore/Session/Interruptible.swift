/// What can be brought to an end before its time: a session, or a comparison of several.
public protocol Interruptible: Sendable {
  /// Admits nothing more; what is in flight completes, within the drain's time-out.
  func drain(reason: String) async
  /// Gives up what is in flight.
  func cancel(reason: String) async
  /// Whether it was drained because its time was over (``Configuration/deadline``).
  nonisolated var hasPassedDeadline: Bool { get }
}

extension Interruptible {
  /// What has no deadline passes none.
  public nonisolated var hasPassedDeadline: Bool { false }
}

extension Session: Interruptible {}
extension Comparison: Interruptible {}
