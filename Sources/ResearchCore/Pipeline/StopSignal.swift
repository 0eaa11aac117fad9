import FlowControl

/// Tells those that wait for input that no more is wanted.
final class StopSignal: Sendable {
  private struct State {
    var isStopped = false
    var actions: [@Sendable () -> Void] = []
  }

  private let state = Locked(State())

  /// A signal that has not been given.
  init() {}

  /// Whether the signal has been given.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Runs `action` when the signal is given, or at once where it has been.
  func onStop(_ action: @escaping @Sendable () -> Void) {
    let isStopped = state.withLock { state in
      if !state.isStopped { state.actions.append(action) }
      return state.isStopped
    }
    if isStopped { action() }
  }

  /// Gives the signal.
  func stop() {
    let actions = state.withLock { state in
      state.isStopped = true
      defer { state.actions = [] }
      return state.actions
    }
    for action in actions { action() }
  }
}
