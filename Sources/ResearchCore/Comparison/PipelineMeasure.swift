import FlowControl

/// Runs the real pipeline for a row, and times it from its events.
struct PipelineMeasure {
  private let task: ExerciseTask.Pipeline

  /// One run's times, and what went wrong in it.
  private struct Part: Sendable {
    var times = RunTimes(keepsSpans: true)
    /// When it started, in seconds since 1970.
    var start = 0.0
    var failed = 0
    var failure: String?

    mutating func fold(_ event: Event) {
      times.fold(event)
      switch event.kind {
      case .started: start = event.time
      case .settled(let outcome, _, let settled) where outcome != .used:
        failed += 1
        failure = failure ?? settled.error?.message ?? outcome.rawValue
      case .summarised(_, let summarised):
        // The built-in summariser took another time than the model that was to be measured.
        guard let error = summarised.error else { break }
        failed += 1
        failure = failure ?? error.message
      case .authored(let authored):
        // The report has a summary all the same, but not the one that was to be timed.
        guard let error = authored.error else { break }
        failed += 1
        failure = failure ?? error.message
      default: break
      }
    }
  }

  /// A measurement of `task`.
  init(_ task: ExerciseTask.Pipeline) {
    self.task = task
  }

  /// Runs all that there is to run; throws where a run, or the model's statistics, cannot be had.
  ///
  /// When the task is cancelled the runs give up what is in flight, no other begins, and it throws
  /// `CancellationError`.
  func result() async throws -> ExerciseMeasurement {
    var parts: [Part] = []
    if task.schedule == .oneByOne {
      for run in task.runs { parts.append(try await part(of: run)) }
    } else {
      parts = try await withThrowingTaskGroup(of: Part.self) { group in
        for run in task.runs { group.addTask { try await part(of: run) } }
        return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.start < $1.start }
      }
    }
    return try await checked(Self.merged(parts))
  }

  /// All runs on one axis of time, which begins with the first of them.
  private static func merged(_ parts: [Part]) -> ExerciseMeasurement {
    let origin = parts.map(\.start).min() ?? 0
    var result = ExerciseMeasurement(seconds: 0)
    var pages = 0
    for part in parts {
      let offset = part.start - origin
      for var span in part.times.spans {
        if span.index > 0 { span.index += pages }
        span.start += offset
        span.end += offset
        result.spans.append(span)
      }
      pages += part.times.pages
      result.seconds = max(result.seconds, offset + part.times.wall)
      result.failed += part.failed
      result.failure = result.failure ?? part.failure
    }
    return result
  }

  private func part(of run: ExerciseTask.Pipeline.Run) async throws -> Part {
    let session = try Session(configuration(of: run))
    let events = session.events()
    return try await withThrowingTaskGroup(of: Part.self) { group in
      group.addTask {
        var part = Part()
        for await event in events { part.fold(event) }
        return part
      }
      _ = try await session.run(run.pages.map { .source($0) })
      if run.model != nil { try await session.writeReport { _ in } }
      session.end(exit: 0)
      return try await group.next() ?? Part()
    }
  }

  private func configuration(of run: ExerciseTask.Pipeline.Run) -> Configuration {
    var configuration = Configuration()
    configuration.schedule = task.schedule
    configuration.fetching.hostConcurrency = 0
    configuration.fetching.retries = 0
    // The server is the exercise's own, and one request more would lengthen what is measured.
    configuration.fetching.robots = .ignore
    configuration.fetching.proxy = ""
    configuration.fetching.timeout = .seconds(task.timeout)
    configuration.summarising.concurrency = task.slots
    guard let model = run.model else {
      configuration.lastStep = .fetch
      return configuration
    }
    configuration.summarising.model = ExerciseTask.Model.name
    configuration.summarising.baseURL = model.baseURL
    configuration.summarising.modelTimeout = .seconds(task.timeout)
    configuration.summarising.modelRetries = 0
    return configuration
  }

  /// Holds the measurement against what the server saw: a summary a page, and a report a run.
  private func checked(_ measurement: ExerciseMeasurement) async throws -> ExerciseMeasurement {
    var result = measurement
    for run in task.runs {
      guard let model = run.model else { continue }
      let seen = try await ModelStatistics.read(at: model.statistics)
      // Where several runs go on at once each has a count of its own: the most is no sum.
      if task.runs.count == 1 { result.mostAtOnce = seen.mostAtOnce }
      guard seen.posts != run.pages.count + 1, result.failed == 0 else { continue }
      result.failed += 1
      result.failure = "the model was asked \(seen.posts) times, not \(run.pages.count + 1)"
    }
    return result
  }
}
