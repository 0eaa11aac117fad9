internal import FlowControl

/// The tutorial's thread pool, as a baseline: blocking calls on so many threads, results in order.
///
/// The threads are the run's own; nothing on the concurrency pool blocks.
package struct ThreadedRun: Sendable {
  private let threads: Int

  /// Makes a pool; a run starts no more threads than it has inputs.
  package init(threads: Int = 10) {
    self.threads = max(1, threads)
  }

  /// Calls `body` for each input, in order, and returns the results in the order of the inputs.
  ///
  /// Each thread makes a worker of its own, which goes with it; a thread that cannot make one ends,
  /// and its error stands for the inputs that nobody took where no thread is left. When the task is
  /// cancelled no further input is handed out: those left fail with `CancellationError`. A blocking
  /// call cannot be interrupted, so that the calls that are running are waited for.
  package func results<Worker, Input: Sendable, Output: Sendable>(
    of inputs: [Input],
    worker: @escaping @Sendable () throws -> Worker,
    _ body: @escaping @Sendable (Worker, Input) throws -> Output
  ) async -> [Result<Output, any Error>] {
    guard !inputs.isEmpty else { return [] }
    let count = min(threads, inputs.count)
    let pool = Locked(Pool<Output>(inputs: inputs.count, threads: count))
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        pool.withLock { $0.continuation = continuation }
        for _ in 0..<count {
          Thread.start { Self.work(on: pool, inputs, worker, body) }
        }
      }
    } onCancel: {
      pool.withLock { $0.isCancelled = true }
    }
    return pool.withLock { $0.all }
  }

  /// What a thread does: it takes inputs until there are no more; the last thread ends the run.
  private static func work<Worker, Input: Sendable, Output: Sendable>(
    on pool: Locked<Pool<Output>>,
    _ inputs: [Input],
    _ makeWorker: () throws -> Worker,
    _ body: (Worker, Input) throws -> Output
  ) {
    do {
      let worker = try makeWorker()
      while let index = pool.withLock({ $0.take() }) {
        let result = Result { try body(worker, inputs[index]) }
        pool.withLock { $0.results[index] = result }
      }
    } catch {
      pool.withLock { $0.failure = error }
    }
    pool.withLock { $0.end() }?.resume()
  }
}

/// What the threads of one run share.
private struct Pool<Output: Sendable> {
  var results: [Result<Output, any Error>?]
  var continuation: CheckedContinuation<Void, Never>?
  var isCancelled = false
  /// Why a thread could not begin.
  var failure: (any Error)?
  private var next = 0
  private var threads: Int

  init(inputs: Int, threads: Int) {
    results = Array(repeating: nil, count: inputs)
    self.threads = threads
  }

  /// The index of the next input; nil where there is nothing more to do.
  mutating func take() -> Int? {
    guard !isCancelled, next < results.count else { return nil }
    defer { next += 1 }
    return next
  }

  /// Counts a thread out; the last one gets what waits for all of them.
  mutating func end() -> CheckedContinuation<Void, Never>? {
    threads -= 1
    guard threads == 0 else { return nil }
    defer { continuation = nil }
    return continuation
  }

  var all: [Result<Output, any Error>] {
    let missing = isCancelled ? nil : failure
    return results.map { $0 ?? .failure(missing ?? CancellationError()) }
  }
}
