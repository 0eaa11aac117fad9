internal import FlowControl

/// The tutorial's thread pool, as a baseline: blocking calls on so many threads, results in order.
///
/// The threads are the run's own; nothing on the concurrency pool blocks.
package struct ThreadedRun: Sendable {
  /// Starts a thread that runs a body, or throws.
  typealias Start = @Sendable (@escaping @Sendable () -> Void) throws -> Void

  /// The tutorial's number of threads.
  package static let defaultThreads = 10

  private let threads: Int
  private let start: Start

  /// Makes a pool; a run starts no more threads than it has inputs.
  package init(threads: Int = ThreadedRun.defaultThreads) {
    self.init(threads: threads) { try Thread.startIfPossible($0) }
  }

  /// Makes a pool of threads that `start` starts.
  init(threads: Int, start: @escaping Start) {
    self.threads = max(1, threads)
    self.start = start
  }

  /// Calls `body` for each input, in order, and returns the results in the order of the inputs.
  ///
  /// Each thread makes a worker of its own, which goes with it. A thread that cannot be started, or
  /// cannot make its worker, is one less; where none is left, its error stands for the inputs that
  /// nobody took. When the task is cancelled no further input is handed out: those left fail with
  /// `CancellationError`. A blocking call cannot be interrupted, so that the calls that are running
  /// are waited for.
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
          do {
            try start { Self.work(on: pool, inputs, worker, body) }
          } catch {
            pool.withLock { $0.end(error) }?.resume()
          }
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
    var failure: (any Error)?
    do {
      let worker = try makeWorker()
      while let index = pool.withLock({ $0.take() }) {
        let result = Result { try body(worker, inputs[index]) }
        pool.withLock { $0.results[index] = result }
      }
    } catch {
      failure = error
    }
    pool.withLock { $0.end(failure) }?.resume()
  }
}

/// What the threads of one run share.
private struct Pool<Output: Sendable> {
  var results: [Result<Output, any Error>?]
  var continuation: CheckedContinuation<Void, Never>?
  var isCancelled = false
  /// Why a thread could not begin.
  private var failure: (any Error)?
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

  /// Counts a thread out, which could not begin where there is a failure; the last one gets what
  /// waits for all of them.
  mutating func end(_ failure: (any Error)?) -> CheckedContinuation<Void, Never>? {
    self.failure = failure ?? self.failure
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
