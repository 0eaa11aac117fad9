import Fetching
import FlowControl
import Summarisation

/// Makes a crowd of calls to a model, on threads or in tasks, and times them.
struct CallMeasure {
  private let task: ExerciseTask.Calls
  private let fetcher: CurlFetcher
  private let client: ChatClient
  private let transfers: FetchConfiguration

  /// What has come back so far.
  private struct Tally {
    var seconds: [Double] = []
    var failed = 0
    var failure: String?

    mutating func add(_ result: Result<Double, any Error>) {
      switch result {
      case .success(let time): seconds.append(time)
      case .failure(let error):
        failed += 1
        failure = failure ?? CallMeasure.reason(error)
      }
    }
  }

  /// Prepares connections that nothing has used yet.
  init(_ task: ExerciseTask.Calls) throws {
    self.task = task
    var transfers = FetchConfiguration()
    transfers.proxy = ""
    transfers.timeout = .seconds(task.timeout)
    // A connection for each call in flight, or those of the first round would be lost to the next.
    transfers.maxConnections = max(100, task.atOnce ?? task.count)
    self.transfers = transfers
    fetcher = try CurlFetcher(transfers)
    let endpoint = try ChatEndpoint(
      baseURL: task.model.baseURL,
      model: ExerciseTask.Model.name,
      key: nil,
      timeout: transfers.timeout
    )
    client = ChatClient(endpoint, fetcher: fetcher)
  }

  /// Makes the calls, from the first call to the last answer.
  ///
  /// Throws where the model's statistics cannot be read. When the task is cancelled no more calls
  /// are made; those in tasks are given up, those on threads end with their answers, and then it
  /// throws `CancellationError`.
  func result() async throws -> ExerciseMeasurement {
    let start = ContinuousClock.now
    let tally = await task.carrier == .threads ? onThreads() : inTasks()
    var result = ExerciseMeasurement(seconds: (ContinuousClock.now - start).seconds)
    result.failed = task.count - tally.seconds.count
    result.failure = tally.failure
    result.latency = Percentiles(of: tally.seconds)
    await fetcher.close()
    try Task.checkCancellation()
    result.mostAtOnce = try await ModelStatistics.read(at: task.model.statistics).mostAtOnce
    return result
  }

  private func inTasks() async -> Tally {
    let tally = Locked(Tally())
    // Without a bound, since all of it is put in before anything is taken: a number a call.
    let (calls, feed) = AsyncStream.makeStream(of: Int.self)
    for call in 1...task.count { feed.yield(call) }
    feed.finish()
    await forEachConcurrently(calls, limit: task.atOnce) { [client] call in
      let result: Result<Double, any Error>
      do {
        let start = ContinuousClock.now
        _ = try await client.answer(to: Self.question(call))
        result = .success((ContinuousClock.now - start).seconds)
      } catch {
        result = .failure(error)
      }
      tally.withLock { $0.add(result) }
    }
    return tally.withLock { $0 }
  }

  private func onThreads() async -> Tally {
    let results = await ThreadedRun(threads: task.atOnce ?? task.count).results(
      of: Array(1...task.count),
      worker: { [transfers] in try BlockingFetch(transfers) }
    ) { [client] worker, call in
      let start = ContinuousClock.now
      _ = try client.answer(from: worker.fetch(client.request(for: Self.question(call))))
      return (ContinuousClock.now - start).seconds
    }
    var tally = Tally()
    for result in results { tally.add(result) }
    return tally
  }

  private static func question(_ call: Int) -> [ChatMessage] {
    [ChatMessage(role: .user, content: "What is it good for to wait for many at once? (\(call))")]
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as ChatError: error.message
    case let error as FetchError: error.message
    default: "\(error)"
    }
  }
}
