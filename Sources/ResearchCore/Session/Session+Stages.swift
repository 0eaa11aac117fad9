import Extraction
import FlowControl
import Summarisation

extension Session {
  /// Runs the stages until everything is collected or the time to drain is over.
  func pump(into collect: CollectStage) async throws -> Int {
    let (urls, urlsIn) = flow(of: Source.self)
    let (pages, pagesIn) = flow(of: Content.self)
    let (ends, endsIn) = flow(of: Void.self)
    let fetch = FetchStage(
      fetcher: services.fetcher,
      frontier: frontier,
      stage: stage,
      limits: configuration.fetching,
      maxBuffered: configuration.effectiveMaxBuffered,
      generator: services.generator
    )
    let commands = commands
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { [frontier] in
        await frontier.run(into: urlsIn)
        return false
      }
      group.addTask {
        await fetch.run(urls, into: pagesIn)
        return false
      }
      add(stagesAfter: pages, into: endsIn, to: &group)
      group.addTask { try await self.untilTimeIsUp(commands) }
      group.addTask { try await self.tellProgress() }
      group.addTask(executorPreference: services.workers) {
        try await collect.run(ends)
        return true
      }
      while let isOver = try await group.next() {
        if isOver { break }
      }
      group.cancelAll()
    }
    return 0
  }

  private func add(
    stagesAfter pages: Flow<Content>,
    into ends: Flow<Void>.Continuation,
    to group: inout ThrowingTaskGroup<Bool, any Error>
  ) {
    guard configuration.lastStep != .fetch else {
      let body = BodyStage(stage: stage, configuration: configuration)
      group.addTask {
        try await body.run(pages, into: ends)
        return false
      }
      return
    }
    let extract = ExtractStage(stage: stage, configuration: configuration)
    let (articles, articlesIn) = flow(of: Article.self)
    let fetched = gathered(pages, &group)
    group.addTask {
      await extract.run(fetched, into: articlesIn)
      return false
    }
    guard configuration.lastStep != .extract else {
      group.addTask { await Self.deliver(articles, to: ends) }
      return
    }
    let summarise = SummariseStage(
      stage: stage,
      summariser: services.summariser,
      fallback: services.fallback,
      options: configuration.report,
      concurrency: configuration.summarising.concurrency
    )
    let (summaries, summariesIn) = flow(of: SummaryEnding.self)
    let extracted = gathered(articles, &group)
    group.addTask {
      await summarise.run(extracted, into: summariesIn)
      return false
    }
    group.addTask { await Self.deliver(summaries, to: ends) }
  }

  /// What comes out of the stream, behind a barrier where the schedule has any.
  private func gathered<Value: Sendable>(
    _ items: Flow<Value>,
    _ group: inout ThrowingTaskGroup<Bool, any Error>
  ) -> Flow<Value> {
    guard configuration.schedule == .barriers else { return items }
    let (gathered, gatheredIn) = flow(of: Value.self)
    let barrier = Barrier<Value>(frontier)
    group.addTask {
      await barrier.run(items, into: gatheredIn)
      return false
    }
    return gathered
  }

  /// A stream that the window bounds.
  nonisolated private func flow<Value>(
    of type: Value.Type
  ) -> (stream: Flow<Value>, continuation: Flow<Value>.Continuation) {
    Flow<Value>.makeStream(bufferingPolicy: .bufferingOldest(configuration.effectiveWindow))
  }

  nonisolated private static func deliver<Value>(
    _ items: Flow<Value>,
    to ends: Flow<Void>.Continuation
  ) async -> Bool {
    for await item in items { ends.pass(item.delivered) }
    ends.finish()
    return false
  }

  /// What `body` gives, unless a cancel comes meanwhile or a drain's time is over.
  ///
  /// Throws a `CancellationError` then, as soon as `body`, whose task is cancelled, has ended;
  /// where either came before, `body` has what is left of the time, and does not begin without.
  func whileThereIsTime<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard !isTimeUp else { throw CancellationError() }
    // Unbounded, but two commands at most come, as for the stages.
    let (commands, command) = AsyncStream.makeStream(of: Command.self)
    if let ordered { command.yield(ordered) }
    // Several reports may be written at once, each by its own caller.
    lastLate += 1
    let number = lastLate
    late[number] = command
    defer { late[number] = nil }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await body() }
      group.addTask {
        _ = try await self.untilTimeIsUp(commands)
        return nil
      }
      guard let result = try await group.next() ?? nil else { throw CancellationError() }
      return result
    }
  }

  /// Whether what is in flight is to be given up already.
  private var isTimeUp: Bool {
    switch ordered {
    case nil: false
    case .drain(let end): stage.clock.now >= end
    case .cancel: true
    }
  }

  /// True when what is in flight is to be given up: on a cancel, or when a drain's time is over.
  nonisolated private func untilTimeIsUp(_ commands: AsyncStream<Command>) async throws -> Bool {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      defer { group.cancelAll() }
      // Unbounded, but the commands have one drain at most.
      let (drains, drained) = AsyncStream.makeStream(of: Duration.self)
      group.addTask {
        defer { drained.finish() }
        for await command in commands {
          guard case .drain(let end) = command else { return true }
          drained.yield(end)
        }
        return false
      }
      group.addTask { [stage] in
        for await end in drains.prefix(1) {
          try await stage.clock.sleep(until: end)
          stage.events.publish(.cancelled(reason: "the time to drain is over"))
        }
        return true
      }
      return try await group.next() ?? false
    }
  }

  nonisolated private func tellProgress() async throws -> Bool {
    var remaining = RemainingTime()
    while true {
      try await stage.clock.sleep(for: .seconds(1))
      var progress = statistics.progress.until(configuration.lastStep)
      progress.remaining = remaining.estimate(progress, at: stage.clock.now.seconds)
      stage.events.publish(.progress(progress))
    }
  }
}
