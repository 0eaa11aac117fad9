import FlowControl
import Summarisation

extension Session {
  /// Takes the sources through the steps, then has the configuration's model find an answer to the
  /// report's question, for which it may search, read and add sources.
  ///
  /// The answer becomes the summary of the report that ``writeReport(to:)`` writes; where there is
  /// none the built-in summary answers. Ends and throws as ``run(_:)`` does, which it stands for,
  /// and throws ``ConfigurationError`` where the configuration names no question or asks no agent.
  public func ask(_ inputs: [SourceInput]) async throws -> AskSummary {
    guard let question = configuration.report.question, let model = services.agent else {
      throw ConfigurationError(reason: "an agent needs a question and a model")
    }
    let ends = SourceEnds()
    let happenings = events(where: SourceEnds.wants)
    extending = { [self] count, collect in
      try await work(on: question, model, AgentDesk(of: self, collect, ends, count: count))
    }
    let counts = try await withThrowingTaskGroup(of: OutcomeCounts?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        await ends.listen(to: happenings)
        return nil
      }
      group.addTask { try await self.run(inputs) }
      while let part = try await group.next() {
        if let part { return part }
      }
      throw CancellationError()
    }
    return AskSummary(
      counts: counts,
      steps: asked?.answer?.steps ?? 0,
      calls: asked?.answer?.calls ?? 0,
      isCutShort: asked?.answer?.ending == .deadline
    )
  }

  /// Has the agent work behind the list's end; gives back how many sources there are then.
  private func work(
    on question: String,
    _ model: AgentModel,
    _ desk: AgentDesk
  ) async throws -> Int {
    guard await desk.count > 0 else { return 0 }
    let start = stage.clock.now
    let sofar = Locked<AgentAnswer?>(nil)
    do {
      let answer: AgentAnswer? = try await whileThereIsTime { [self] in
        try await found(question, model, desk) { answer in sofar.withLock { $0 = answer } }
      }
      if let answer {
        asked = AskedAnswer(answer: answer, model: model.name, failure: answer.failure)
      }
    } catch {
      try Task.checkCancellation()
      guard error is CancellationError || error as? ChatError == .cancelled else { throw error }
      // The work has taken what it has taken.
      let kept = sofar.withLock { $0 }.map { answer in
        var answer = answer
        if answer.ending == .answered { answer.ending = deadline.hasPassed ? .deadline : .stopped }
        return answer
      }
      asked = AskedAnswer(
        answer: kept,
        model: model.name,
        failure: Failure(.cancelled, "the run was ended before its answer came")
      )
    }
    if let asked { tell(.answered(Event.Answered(asked, since: start, at: stage.clock.now))) }
    return await desk.count
  }

  /// What the agent answers; nil where there is no source to answer from.
  nonisolated private func found(
    _ question: String,
    _ model: AgentModel,
    _ desk: AgentDesk,
    keep: @escaping @Sendable (AgentAnswer) -> Void
  ) async throws -> AgentAnswer? {
    try await desk.open()
    guard await !desk.usable.isEmpty else { return nil }
    var limits = ResearchAgent.Limits()
    limits.steps = configuration.asking?.maxSteps ?? limits.steps
    limits.isConcurrent = configuration.schedule != .oneByOne
    let agent = ResearchAgent(model, at: work(at: desk, keep), limits: limits, clock: stage.clock)
    let context = model.contextTokens ?? limits.contextTokens
    let options = configuration.report
    return try await agent.answer(
      AgentTask(
        question: question,
        language: options.language,
        length: options.writtenLength,
        briefing: desk.briefing(tokens: context / 4)
      )
    )
  }

  nonisolated private func work(
    at desk: AgentDesk,
    _ keep: @escaping @Sendable (AgentAnswer) -> Void
  ) -> ResearchAgent.Desk {
    let (stop, deadline, clock, events) = (stop, deadline, stage.clock, stage.events)
    let model = configuration.summarising.model
    let time = configuration.deadline
    return ResearchAgent.Desk(
      use: { await desk.use($0, tokens: $1) },
      begin: { await desk.begin($0) },
      stop: { deadline.hasPassed ? .deadline : stop.isStopped ? .ended : nil },
      timeLeft: { time.map { $0 - clock.now } },
      tell: { events.publish(Event.Kind($0, model: model)) },
      keep: keep
    )
  }
}

extension AgentAnswer {
  /// Why there is no answer; nil where there is one.
  fileprivate var failure: Failure? {
    if let error { return Failure(error) }
    if ending == .stopped { return Failure(.cancelled, "the run was ended before it answered") }
    return sentences.isEmpty ? Failure(.model, "it wrote no sentence") : nil
  }
}
