import FlowControl
import Glibc

/// Stands in for Swift's shared pool, and finds the jobs that hold a thread of it for too long.
///
/// A job may neither compute nor block for the limit. What it computes is the time that the system
/// counts for its thread, and it blocks while the system says that its thread is asleep in one
/// wait: a machine at work on other things makes neither longer.
package final class WatchedPool: TaskExecutor {
  /// What a job did that it must not.
  package enum Offence: Sendable, Hashable {
    case computed(Duration)
    /// With the number of the system call in which it slept, as this machine has it.
    case blocked(systemCall: Int?)
  }

  private struct Work: Sendable {
    let job: UnownedJob
    let executor: UnownedTaskExecutor
  }

  private struct State {
    var queue: [Work] = []
    var head = 0
    var isClosed = false
    var jobs = 0
    /// The jobs that run, by the thread that runs them.
    var running: [Int: Int] = [:]
    var offences: [Offence] = []

    /// The next piece of work for a thread, `.some(nil)` at the end, nil to wait.
    mutating func next(for thread: Int) -> Work?? {
      if head == queue.count { (queue, head) = ([], 0) }
      guard head < queue.count else { return isClosed ? .some(nil) : nil }
      defer { head += 1 }
      jobs += 1
      running[thread] = jobs
      return .some(queue[head])
    }
  }

  private let state = Locked(State())

  /// Starts its threads, and one that watches them.
  package init(threads: Int = 2, limit: Duration = .milliseconds(50)) {
    let state = state
    for _ in 0..<threads { Thread.start { Self.work(state, limit) } }
    Thread.start { Self.watch(state, limit) }
  }

  deinit {
    state.withLock { $0.isClosed = true }
    state.notify()
  }

  /// How many jobs have begun.
  package var jobs: Int { state.withLock { $0.jobs } }

  /// Whether all its jobs have ended, and what they did is known.
  package var isIdle: Bool {
    state.withLock { $0.running.isEmpty && $0.head == $0.queue.count }
  }

  /// What was found so far; what a job computed is known when it has ended.
  package var offences: [Offence] { state.withLock { $0.offences } }

  /// Blocks the calling thread until something was found.
  package func waitForOffence() {
    state.wait { $0.offences.isEmpty ? nil : () }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let work = Work(job: UnownedJob(job), executor: asUnownedTaskExecutor())
    state.withLock { $0.queue.append(work) }
    // Those who wait for an offence must not take the one call.
    state.notify()
  }

  private static func work(_ state: Locked<State>, _ limit: Duration) {
    let thread = ThreadStatus.current
    while let work = state.wait(until: { $0.next(for: thread) }) {
      let start = processorTime()
      work.job.runSynchronously(on: work.executor)
      let computed = processorTime() - start
      state.withLock {
        $0.running[thread] = nil
        if computed >= limit { $0.offences.append(.computed(computed)) }
      }
      if computed >= limit { state.notify() }
    }
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Looks at the threads every few milliseconds, until the pool goes.
  private static func watch(_ state: Locked<State>, _ limit: Duration) {
    var sleeps: [Int: Sleep] = [:]
    while state.wait(atMost: .milliseconds(5), until: { $0.isClosed ? () : nil }) == nil {
      let running = state.withLock { $0.running }
      sleeps = sleeps.filter { running[$0.key] == $0.value.job }
      for (thread, job) in running {
        let seen = ContinuousClock.now
        guard let status = ThreadStatus(of: thread), status.isAsleep else {
          sleeps[thread] = nil
          continue
        }
        guard var sleep = sleeps[thread], sleep.switches == status.switches else {
          sleeps[thread] = Sleep(job: job, switches: status.switches, since: .now)
          continue
        }
        guard !sleep.isTold, seen - sleep.since >= limit else { continue }
        sleep.isTold = true
        sleeps[thread] = sleep
        let call = ThreadStatus.systemCall(of: thread)
        state.withLock { $0.offences.append(.blocked(systemCall: call)) }
        state.notify()
      }
    }
  }

  /// One wait of a thread: it is the same as long as the thread has not switched once more.
  private struct Sleep {
    let job: Int
    let switches: Int
    let since: ContinuousClock.Instant
    var isTold = false
  }
}
