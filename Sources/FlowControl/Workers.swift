import DequeModule
import Glibc

/// A task executor with a thread a core, for what computes: decoding, parsing, ranking, rendering.
///
/// The threads end when the executor goes, which must not be before its last task has ended.
package final class Workers: TaskExecutor {
  private struct Work: Sendable {
    let job: UnownedJob
    let executor: UnownedTaskExecutor
  }

  private struct State {
    var queue = Deque<Work>()
    var isClosed = false
  }

  private let state = Locked(State())

  /// Starts `threads` threads; by default as many as there are cores.
  package init(threads: Int = Workers.cores) {
    for _ in 0..<max(1, threads) {
      let state = state
      Thread.start { Self.work(state) }
    }
  }

  deinit {
    state.withLock { $0.isClosed = true }
    state.notify()
  }

  /// How many cores are online.
  package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  package func enqueue(_ job: consuming ExecutorJob) {
    let work = Work(job: UnownedJob(job), executor: asUnownedTaskExecutor())
    state.withLock { $0.queue.append(work) }
    state.notifyOne()
  }

  private static func work(_ state: Locked<State>) {
    while let work = state.wait(until: { Self.next(&$0) }) {
      work.job.runSynchronously(on: work.executor)
    }
  }

  /// The next piece of work, `.some(nil)` at the end, nil to wait.
  private static func next(_ state: inout State) -> Work?? {
    if let work = state.queue.popFirst() { return .some(work) }
    return state.isClosed ? .some(nil) : nil
  }
}

/// Runs `body` on `executor`, off the shared pool; for what computes or reads a file.
@concurrent
package func perform<Result: Sendable, Failure: Error>(
  on executor: any TaskExecutor,
  _ body: @Sendable () throws(Failure) -> Result
) async throws(Failure) -> Result {
  try await withTaskExecutorPreference(executor) { () async throws(Failure) -> Result in
    try body()
  }
}

/// Runs `body` with everything that it awaits on `executor`, but for actors and other executors.
@concurrent
package func perform<Result: Sendable, Failure: Error>(
  on executor: any TaskExecutor,
  _ body: @Sendable () async throws(Failure) -> Result
) async throws(Failure) -> Result {
  try await withTaskExecutorPreference(executor) { () async throws(Failure) -> Result in
    try await body()
  }
}
