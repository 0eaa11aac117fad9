import FlowControl
import Glibc
import ResearchCore
import UnixSignals

/// What signals ask of a run.
///
/// The first one drains, the second cancels, and a further one ends the
/// program where it stands. So does one that comes when only the log's reader is waited for.
struct Interrupts: Sendable {
  private struct State {
    var received: [UnixSignal] = []
    var isOver = false
  }

  private let state = Locked(State())
  private let signals: UnixSignalsSequence

  /// Keeps signals from ending the program, before anything is begun that they would cut short.
  init() async {
    let trapped = [UnixSignal.sigint, .sigterm, .sighup].filter { !Self.isIgnored($0) }
    signals = await UnixSignalsSequence(trapping: trapped)
  }

  /// The exit code that the first signal asks for; nil where none came.
  var exitCode: Int32? {
    state.withLock { $0.received.first.map { 128 + $0.rawValue } }
  }

  /// The run has done its work.
  func end() {
    state.withLock { $0.isOver = true }
  }

  /// Passes signals on to what runs, until the task is cancelled.
  func watch(_ run: any Interruptible) async {
    for await signal in signals {
      let (count, isOver) = state.withLock { state in
        state.received.append(signal)
        return (state.received.count, state.isOver)
      }
      switch count {
      case 1 where !isOver: await run.drain(reason: "\(signal)")
      case 2 where !isOver: await run.cancel(reason: "\(signal)")
      default: _exit(exitCode ?? 1)
      }
    }
  }

  /// Whether the program was started with the signal ignored, as `nohup` and shells do for what
  /// runs in the background; it is to stay so.
  private static func isIgnored(_ signal: UnixSignal) -> Bool {
    var action = sigaction()
    guard sigaction(signal.rawValue, nil, &action) == 0 else { return false }
    return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
  }
}
