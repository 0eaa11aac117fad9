import HeapModule

/// A clock and a task executor in one: time moves only when nobody can run.
///
/// Then it jumps to the next deadline. Exact and instant; after trio's autojump clock.
///
/// Everything must be a child of the task that ``run(_:)`` starts: an unstructured task leaves the
/// executor, and what waits for it waits for ever, which `run` reports as nil.
package final class VirtualTime: TaskExecutor, Clock {
  /// A point in virtual time.
  package struct Instant: InstantProtocol {
    /// The time since the beginning.
    package var offset: Duration

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct Sleeper: Comparable {
    let deadline: Duration
    let id: Int

    static func < (left: Sleeper, right: Sleeper) -> Bool {
      left.deadline != right.deadline ? left.deadline < right.deadline : left.id < right.id
    }
  }

  private struct State {
    var now = Duration.zero
    var jobs: [UnownedJob] = []
    var head = 0
    var sleepers = Heap<Sleeper>()
    var continuations: [Int: CheckedContinuation<Void, any Error>] = [:]
    var next = 0

    mutating func popJob() -> UnownedJob? {
      guard head < jobs.count else {
        jobs.removeAll(keepingCapacity: true)
        head = 0
        return nil
      }
      defer { head += 1 }
      return jobs[head]
    }

    mutating func popSleeper() -> CheckedContinuation<Void, any Error>? {
      while let sleeper = sleepers.popMin() {
        guard let continuation = continuations.removeValue(forKey: sleeper.id) else { continue }
        now = max(now, sleeper.deadline)
        return continuation
      }
      return nil
    }
  }

  private let state = Locked(State())

  /// Time stands at zero.
  package init() {}

  package var now: Instant { Instant(offset: state.withLock { $0.now }) }
  package var minimumResolution: Duration { .nanoseconds(1) }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
  }

  /// Suspends until `deadline`; throws `CancellationError` at once when the task is cancelled.
  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { park($0, id, deadline.offset) }
    } onCancel: {
      let continuation = state.withLock { $0.continuations.removeValue(forKey: id) }
      continuation?.resume(throwing: CancellationError())
    }
  }

  private func park(
    _ continuation: CheckedContinuation<Void, any Error>,
    _ id: Int,
    _ deadline: Duration
  ) {
    enum Verdict { case cancelled, due, parked }
    let verdict = state.withLock { state -> Verdict in
      guard !Task.isCancelled else { return .cancelled }
      guard deadline > state.now else { return .due }
      state.continuations[id] = continuation
      state.sleepers.insert(Sleeper(deadline: deadline, id: id))
      return .parked
    }
    switch verdict {
    case .cancelled: continuation.resume(throwing: CancellationError())
    case .due: continuation.resume()
    case .parked: break
    }
  }

  /// Runs `body` to its end on the calling thread; nil when everybody waits for ever.
  ///
  /// Those are then cancelled, so that nothing of them stays behind.
  package func run<Result: Sendable>(
    _ body: @escaping @Sendable () async -> Result
  ) -> Result? {
    let result = Locked<Result?>(nil)
    let task = Task(executorPreference: self) {
      let value = await body()
      result.withLock { $0 = value }
    }
    let isRunning = { result.withLock { $0 == nil } }
    runUntilNobodyCan(while: isRunning)
    let value = result.withLock { $0 }
    if value == nil {
      task.cancel()
      runUntilNobodyCan(while: isRunning)
    }
    return value
  }

  private func runUntilNobodyCan(while isWanted: () -> Bool) {
    while isWanted() {
      if let job = state.withLock({ $0.popJob() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if let sleeper = state.withLock({ $0.popSleeper() }) {
        sleeper.resume()
      } else {
        return
      }
    }
  }
}
