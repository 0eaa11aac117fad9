/// What came of an agent's work.
package struct AgentAnswer: Sendable {
  /// Why the agent stopped asking for tools.
  package enum Ending: Sendable, Equatable {
    /// It knew enough.
    case answered
    /// It had taken all steps that it may.
    case steps
    /// The run's time was nearly or wholly over.
    case deadline
    /// Somebody ended the run.
    case stopped
    /// The model could not be asked any more.
    case failed(ChatError)
  }

  /// The model that was asked.
  package var model: String
  /// What it answered, each sentence with the passages that it cites; none where it gave nothing.
  package var sentences: [AuthoredSummary.Sentence] = []
  /// Whether its end is missing: the endpoint cut it off again and again.
  package var isCut = false
  /// How the work ended.
  package var ending = Ending.answered
  /// Why there are no sentences, where the model was asked for them.
  package var error: ChatError?
  /// The turns of the model, the one that answers among them.
  package var steps = 0
  /// The calls of tools, repeated ones included.
  package var calls = 0
  /// The tokens of all turns.
  package var usage: ChatUsage?

  /// Nothing has been asked yet.
  package init(model: String) { self.model = model }
}

/// What an agent tells of its work.
package enum AgentEvent: Sendable {
  /// The model has taken a turn, or failed to.
  case asked(step: Int, calls: Int, usage: ChatUsage?, error: ChatError?, seconds: Double)
  /// A tool has been used, or could not be.
  case used(tool: String, about: String?, passages: Int, failure: String?, seconds: Double)
}
