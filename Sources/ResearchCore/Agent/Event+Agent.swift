import Summarisation

extension Event.Kind {
  /// What an agent tells, as an event.
  init(_ event: AgentEvent, model: String?) {
    switch event {
    case .asked(let step, let calls, let usage, let error, let seconds):
      self = .asked(
        Event.Asked(
          model: model ?? "",
          step: step,
          calls: calls,
          usage: usage.map(TokenUsage.init),
          error: error.map { Failure($0) },
          seconds: seconds
        )
      )
    case .used(let tool, let about, let passages, let failure, let seconds):
      self = .tool(
        Event.ToolUse(
          name: tool,
          about: about?.oneLine(limit: 300),
          passages: passages,
          reason: failure?.oneLine(limit: 300),
          seconds: seconds
        )
      )
    }
  }
}

extension Event.Answered {
  /// What came of asking an agent.
  init(_ asked: AskedAnswer, since start: Duration, at now: Duration) {
    self.init(
      model: asked.model,
      sentences: asked.failure == nil ? asked.answer?.sentences.count ?? 0 : 0,
      steps: asked.answer?.steps ?? 0,
      calls: asked.answer?.calls ?? 0,
      limit: asked.answer?.ending.limit,
      error: asked.failure,
      seconds: (now - start).seconds
    )
  }
}

extension Event {
  /// One turn of an agent's model.
  public struct Asked: Sendable, Hashable {
    /// The model.
    public var model: String
    /// Which turn, from 1.
    public var step: Int
    /// The calls of tools that it asks for; none where it answers.
    public var calls: Int
    /// What it counted.
    public var usage: TokenUsage?
    /// Why nothing came.
    public var error: Failure?
    /// How long it took.
    public var seconds: Double
  }

  /// One use of a tool by an agent.
  public struct ToolUse: Sendable, Hashable {
    /// The tool.
    public var name: String
    /// The address, query or source that it was asked for.
    public var about: String?
    /// The passages that it gave.
    public var passages: Int
    /// Why it gave nothing.
    public var reason: String?
    /// How long it took; 0 for what was known already.
    public var seconds: Double
  }

  /// What came of asking an agent.
  public struct Answered: Sendable, Hashable {
    /// The model.
    public var model: String
    /// The sentences of its answer.
    public var sentences: Int
    /// Its turns.
    public var steps: Int
    /// The calls of tools that it made.
    public var calls: Int
    /// What cut its work short; nil where nothing did.
    public var limit: String?
    /// Why there is no answer; the built-in summary stands then.
    public var error: Failure?
    /// How long all of it took, the wait for the first sources included.
    public var seconds: Double
  }
}
