internal import FlowControl

/// Whether the model may still be asked, and why not: open, it lets no call pass any more.
///
/// There is one for a run. It never closes again: what opens it is what no waiting mends.
final class ChatCircuit: Sendable {
  private struct State {
    var reason: String?
    var hasSucceeded = false
    var waiters: [Int: AsyncStream<Void>.Continuation] = [:]
    var next = 0
  }

  private let state = Locked(State())

  /// Why no call passes; nil as long as they do.
  var reason: String? { state.withLock { $0.reason } }

  /// Whether a call of the run has succeeded, so that address and model are right.
  var hasSucceeded: Bool { state.withLock { $0.hasSucceeded } }

  /// Notes that a call has succeeded.
  func noteSuccess() { state.withLock { $0.hasSucceeded = true } }

  /// Lets no call pass any more, for the first reason that is given; false where that is known.
  @discardableResult
  func open(reason: String) -> Bool {
    let waiters = state.withLock { state -> [AsyncStream<Void>.Continuation]? in
      guard state.reason == nil else { return nil }
      state.reason = reason
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters ?? [] { waiter.finish() }
    return waiters != nil
  }

  /// Throws `.stopped` where no call may pass.
  func check() throws(ChatError) {
    if let reason { throw .stopped(reason: reason) }
  }

  /// Sleeps before another attempt; throws `.stopped` as soon as there is to be none, and a
  /// `CancellationError` at once when the task is cancelled.
  func pause(for duration: Duration, on clock: SessionClock) async throws {
    let (opening, waiter) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number = park(waiter)
    defer { state.withLock { $0.waiters[number] = nil } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await clock.sleep(for: duration) }
      group.addTask { for await _ in opening {} }
      try await group.next()
      group.cancelAll()
    }
    try Task.checkCancellation()
    try check()
  }

  private func park(_ waiter: AsyncStream<Void>.Continuation) -> Int {
    let (number, isOpen) = state.withLock { state in
      state.next += 1
      if state.reason == nil { state.waiters[state.next] = waiter }
      return (state.next, state.reason != nil)
    }
    if isOpen { waiter.finish() }
    return number
  }
}
