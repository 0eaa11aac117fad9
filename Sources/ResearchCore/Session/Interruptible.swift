/// What can be brought to an end before its time: a session, or a comparison of several.
public protocol Interruptible: Sendable {
  /// Admits nothing more; what is in flight completes, within the drain's time-out.
  func drain(reason: String) async
  /// Gives up what is in flight.
  func cancel(reason: String) async
  /// Whether it was drained because its time was over (``Configuration/deadline``).
  nonisolated var hasPassedDeadline: Bool { get }
  /// Whether a model was not asked, because the run may spend no more tokens or money.
  nonisolated var hasReachedCeiling: Bool { get }
}

extension Interruptible {
  /// What has no deadline passes none.
  public nonisolated var hasPassedDeadline: Bool { false }

  /// What asks no model reaches no ceiling.
  public nonisolated var hasReachedCeiling: Bool { false }
}

extension Session: Interruptible {}
extension Comparison: Interruptible {}
