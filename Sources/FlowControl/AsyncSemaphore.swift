/// Permits for work that may only run so many times at once.
///
/// They are given by priority, then first come first served; a waiter that needs several holds
/// back the smaller ones behind it, so that it cannot starve. A cancelled waiter disturbs nobody.
package final class AsyncSemaphore: Sendable {
  private struct Waiter {
    let weight: Int
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var free: Int
    var waiters = PriorityQueue<Waiter>()

    /// Those that may go now, in order.
    mutating func admit() -> [CheckedContinuation<Bool, Never>] {
      var admitted: [CheckedContinuation<Bool, Never>] = []
      while let first = waiters.first, first.weight <= free, let waiter = waiters.popFirst() {
        free -= waiter.weight
        admitted.append(waiter.continuation)
      }
      return admitted
    }
  }

  /// Gives the permits that it stands for back when the last reference to it goes.
  package final class Permit: Sendable {
    private let semaphore: AsyncSemaphore
    private let weight: Int

    fileprivate init(_ semaphore: AsyncSemaphore, weight: Int) {
      self.semaphore = semaphore
      self.weight = weight
    }

    deinit {
      semaphore.release(weight)
    }
  }

  /// How many permits there are in all.
  package let permits: Int
  private let clock: SessionClock
  private let state: Locked<State>

  /// A semaphore with `permits` permits, at least one; `Int.max` never makes anybody wait.
  package init(_ permits: Int, clock: SessionClock) {
    self.permits = max(1, permits)
    self.clock = clock
    state = Locked(State(free: max(1, permits)))
  }

  /// The permits that are out.
  package var inUse: Int { permits - state.withLock { $0.free } }

  /// How many wait.
  package var waiting: Int { state.withLock { $0.waiters.count } }

  /// Runs `body` with `weight` permits, which come back however it ends.
  ///
  /// A weight above all there is counts as all there is. Throws `CancellationError` without
  /// running `body` when the task is cancelled before it has its permits.
  package func withPermit<Result>(
    weight: Int = 1,
    priority: Priority = .normal,
    _ body: () async throws -> Result
  ) async throws -> Result {
    let permit = try await acquire(weight: weight, priority: priority)
    defer { withExtendedLifetime(permit) {} }
    return try await body()
  }

  /// Waits for `weight` permits, which are out for as long as the result is kept.
  ///
  /// A weight of zero or less takes none, and yet waits for its turn. Throws `CancellationError`
  /// when the task is cancelled before it has them.
  package func acquire(weight: Int = 1, priority: Priority = .normal) async throws -> Permit {
    let weight = min(max(weight, 0), permits)
    let ticket = Locked<PriorityQueue<Waiter>.Ticket?>(nil)
    let isGranted = await withTaskCancellationHandler {
      await withCheckedContinuation { park($0, weight, priority, ticket) }
    } onCancel: {
      withdraw(ticket)
    }
    guard isGranted else { throw CancellationError() }
    return Permit(self, weight: weight)
  }

  /// Queues, or answers at once.
  ///
  /// The check for cancellation and the queueing share the lock that the cancellation handler
  /// takes, so that no cancel falls between them.
  private func park(
    _ continuation: CheckedContinuation<Bool, Never>,
    _ weight: Int,
    _ priority: Priority,
    _ ticket: Locked<PriorityQueue<Waiter>.Ticket?>
  ) {
    let now = clock.now
    let isCancelled = state.withLock { state in
      guard !Task.isCancelled else { return true }
      let waiter = Waiter(weight: weight, continuation: continuation)
      let place = state.waiters.insert(waiter, priority: priority, at: now)
      ticket.withLock { $0 = place }
      return false
    }
    if isCancelled { continuation.resume(returning: false) }
    resumeAdmitted { _ in }
  }

  private func withdraw(_ ticket: Locked<PriorityQueue<Waiter>.Ticket?>) {
    let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard let place = ticket.withLock({ $0 }) else { return nil }
      return state.waiters.remove(place)?.continuation
    }
    continuation?.resume(returning: false)
    // The withdrawn one may have held back smaller ones.
    resumeAdmitted { _ in }
  }

  private func release(_ weight: Int) {
    resumeAdmitted { $0.free += weight }
  }

  private func resumeAdmitted(after change: (inout State) -> Void) {
    let admitted = state.withLock { state in
      change(&state)
      return state.admit()
    }
    for continuation in admitted { continuation.resume(returning: true) }
  }
}
