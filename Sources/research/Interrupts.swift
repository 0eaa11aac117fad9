import FlowControl
import Glibc
import ResearchCore
import UnixSignals

/// What signals ask of the program.
///
/// The first one drains what runs, the second cancels it, and a further one ends the program where
/// it stands. So does one that comes when there is nothing to bring to an end: when only a pipe's
/// reader is waited for, before the run or after it.
final class Interrupts: Sendable {
  private struct State {
    var received: [UnixSignal] = []
    var endsAtOnce = false
    var farewells: [@Sendable () -> Void] = []
  }

  private let state = Locked(State())
  private let signals: UnixSignalsSequence
  // At most two are ever passed on.
  private let (passed, passing) = AsyncStream.makeStream(of: UnixSignal.self)
  /// What the program is at, of which a ``Watchdog`` wants to know.
  let work = OwnWork()
  /// Counts from the program's beginning, as a deadline does.
  let clock = SessionClock(ContinuousClock())

  /// Keeps signals from ending the program; to be called before anything else.
  init() async {
    let trapped = [UnixSignal.sigint, .sigterm, .sighup].filter { !Self.isIgnored($0) }
    signals = await UnixSignalsSequence(trapping: trapped)
  }

  /// The exit code that the first signal asks for; nil where none came.
  var exitCode: Int32? {
    state.withLock { $0.received.first.map { 128 + $0.rawValue } }
  }

  /// Takes signals until the task is cancelled; on a thread of its own, whatever else is blocked.
  func listen() async {
    for await signal in signals {
      let isTooMany = state.withLock { state in
        state.received.append(signal)
        return state.endsAtOnce || state.received.count > 2
      }
      if isTooMany { endProgram(1) }
      passing.yield(signal)
    }
  }

  /// Passes signals on to what runs, those that came before too, until the task is cancelled.
  func watch(_ run: any Interruptible) async {
    var isFirst = true
    for await signal in passed {
      if isFirst {
        await run.drain(reason: "\(signal)")
      } else {
        await run.cancel(reason: "\(signal)")
      }
      isFirst = false
    }
  }

  /// Opens what is at `path`, where that waits for a pipe's other end: one signal is enough then,
  /// and the program ends when its deadline passes.
  func opening<Result, Failure: Error>(
    _ path: String?,
    by deadline: Duration? = nil,
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let path, Self.mayWait(path) else { return try body() }
    let isTooLate = state.withLock { state in
      state.endsAtOnce = true
      return !state.received.isEmpty
    }
    if isTooLate { endProgram(1) }
    defer { state.withLock { $0.endsAtOnce = false } }
    let isOpen = Locked(false)
    defer {
      isOpen.withLock { $0 = true }
      isOpen.notify()
    }
    if let deadline { endProgram(at: deadline, unless: isOpen, path) }
    return try body()
  }

  /// Ends the program at its deadline where `path` is not open by then.
  ///
  /// On a thread of its own, because whoever opens a pipe is blocked.
  private func endProgram(at deadline: Duration, unless isOpen: Locked<Bool>, _ path: String) {
    Thread.start { [self] in
      let rest = deadline - clock.now
      guard isOpen.wait(atMost: rest, until: { $0 ? () : nil }) == nil else { return }
      ErrorMessage.write("the deadline has passed, and nobody reads \(path)")
      endProgram(ExitStatus.cutShort)
    }
  }

  /// The run has done its work.
  func end() {
    state.withLock { $0.endsAtOnce = true }
  }

  /// Has something put away where the program ends where it stands.
  func beforeTheEnd(_ farewell: @escaping @Sendable () -> Void) {
    state.withLock { $0.farewells.append(farewell) }
  }

  /// Ends the program where it stands, with the first signal's exit code, or with `code` where
  /// there was none.
  func endProgram(_ code: Int32) -> Never {
    for farewell in state.withLock({ $0.farewells }) { farewell() }
    _exit(exitCode ?? code)
  }

  private static func mayWait(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }

  /// Whether the program was started with the signal ignored, as `nohup` and shells do for what
  /// runs in the background; it is to stay so.
  private static func isIgnored(_ signal: UnixSignal) -> Bool {
    var action = sigaction()
    guard sigaction(signal.rawValue, nil, &action) == 0 else { return false }
    return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
  }
}
