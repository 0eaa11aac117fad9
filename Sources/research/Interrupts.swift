import FlowControl
import ResearchCore
import UnixSignals

/// What signals ask of a run: the first one drains, the second cancels.
struct Interrupts: Sendable {
  private let received = Locked<UnixSignal?>(nil)

  /// The exit code that the first signal asks for; nil where none came.
  var exitCode: Int32? {
    received.withLock { $0.map { 128 + $0.rawValue } }
  }

  /// Passes signals on to the session, until the task is cancelled.
  func watch(_ session: Session) async {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
    for await signal in signals {
      let isFirst = received.withLock { first in
        defer { first = first ?? signal }
        return first == nil
      }
      if isFirst {
        await session.drain(reason: "\(signal)")
      } else {
        await session.cancel(reason: "\(signal)")
      }
    }
  }
}
