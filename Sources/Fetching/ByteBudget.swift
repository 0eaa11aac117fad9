internal import FlowControl

/// Counts the bytes of all bodies that are arriving or are held, and says when there are too many.
final class ByteBudget: Sendable {
  private struct State {
    var held = 0
    var isAwaited = false
  }

  private let state = Locked(State())
  private let limit: Int
  private let wake: @Sendable () -> Void

  /// Makes an empty budget; `wake` is called, on any thread, when awaited bytes have come back.
  init(limit: Int, wake: @escaping @Sendable () -> Void) {
    self.limit = limit
    self.wake = wake
  }

  var held: Int { state.withLock { $0.held } }

  /// Whether bytes may be counted in; where not, `wake` is called once they may.
  func hasRoomOrAwaits() -> Bool {
    state.withLock { state in
      if state.held >= limit { state.isAwaited = true }
      return state.held < limit
    }
  }

  /// Counts bytes in, unless the budget is full already and they are not urgent.
  ///
  /// One chunk may go beyond the limit: a chunk larger than the whole budget must find its way too.
  func take(_ count: Int, isUrgent: Bool) -> Bool {
    state.withLock { state in
      guard state.held < limit || isUrgent else {
        state.isAwaited = true
        return false
      }
      state.held += count
      return true
    }
  }

  /// Counts bytes out.
  func giveBack(_ count: Int) {
    let isWakeNeeded = state.withLock { state in
      state.held -= count
      guard state.isAwaited, state.held < limit else { return false }
      state.isAwaited = false
      return true
    }
    if isWakeNeeded { wake() }
  }
}
