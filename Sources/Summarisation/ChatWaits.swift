internal import FlowControl

/// A call's wait before it is made.
package struct ChatWait: Sendable, Equatable {
  /// What it waits for.
  package enum Reason: Sendable, Equatable {
    /// Another attempt, after this failure.
    case retry(ChatError)
    /// Its turn, as the limits of all calls have it.
    case rate
  }

  package var reason: Reason
  package var duration: Duration
  /// The attempt that failed, or the one that waits for its turn; from 1.
  package var attempt: Int

  /// A wait.
  package init(reason: Reason, duration: Duration, attempt: Int) {
    (self.reason, self.duration, self.attempt) = (reason, duration, attempt)
  }
}

/// Tells one listener of a client's waits.
///
/// There is one for a client and all its copies.
final class ChatWaits: Sendable {
  private let listener = Locked<(@Sendable (ChatWait) -> Void)?>(nil)

  /// Tells `body` of all waits from now on.
  func listen(_ body: @escaping @Sendable (ChatWait) -> Void) {
    listener.withLock { $0 = body }
  }

  /// Tells of a wait that begins.
  func tell(_ reason: ChatWait.Reason, _ duration: Duration, attempt: Int) {
    let listener = listener.withLock { $0 }
    listener?(ChatWait(reason: reason, duration: duration, attempt: attempt))
  }
}
