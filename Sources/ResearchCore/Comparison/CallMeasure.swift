import Fetching
import FlowControl
import Summarisation

/// Makes a crowd of calls to a model, on threads or in tasks, and times them.
struct CallMeasure {
  private let task: ExerciseTask.Calls
  private let fetcher: CurlFetcher
  private let client: ChatClient
  private let transfers: FetchConfiguration

  /// What has come back, in the order of the calls.
  private struct Tally {
    var seconds: [Double] = []
    var failed = 0
    var failure: String?

    init(_ results: [Result<Double, any Error>]) {
      for result in results {
        switch result {
        case .success(let time): seconds.append(time)
        case .failure(let error):
          failed += 1
          failure = failure ?? ExerciseMeasurement.reason(of: error)
        }
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
    result.failed = tally.failed
    result.failure = tally.failure
    result.latency = Percentiles(of: tally.seconds)
    await fetcher.close()
    try Task.checkCancellation()
    result.mostAtOnce = try await ModelStatistics.read(at: task.model.statistics).mostAtOnce
    return result
  }

  /// A task for every call, which waits for one of the slots where there is a limit.
  private func inTasks() async -> Tally {
    let slots = AsyncSemaphore(task.atOnce ?? .max, clock: SessionClock(ContinuousClock()))
    let count = task.count
    let results = await withTaskGroup(of: (Int, Result<Double, any Error>).self) { group in
      for call in 1...count {
        group.addTask { [client] in (call, await Self.timed(call, by: client, within: slots)) }
      }
      var results = [Result<Double, any Error>](
        repeating: .failure(CancellationError()),
        count: count
      )
      for await (call, result) in group { results[call - 1] = result }
      return results
    }
    return Tally(results)
  }

  /// How long a call took, the wait for its slot left out.
  private static func timed(
    _ call: Int,
    by client: ChatClient,
    within slots: AsyncSemaphore
  ) async -> Result<Double, any Error> {
    do {
      return try await slots.withPermit {
        let start = ContinuousClock.now
        _ = try await client.answer(to: question(call))
        return .success((ContinuousClock.now - start).seconds)
      }
    } catch {
      return .failure(error)
    }
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
    return Tally(results)
  }

  private static func question(_ call: Int) -> [ChatMessage] {
    [ChatMessage(role: .user, content: "What is it good for to wait for many at once? (\(call))")]
  }
}
