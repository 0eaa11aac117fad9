import Summarisation

/// What came of asking an agent, as a report takes it.
struct AskedAnswer: Sendable {
  /// The agent's answer; nil where it was given up.
  var answer: AgentAnswer?
  /// The model that was asked.
  let model: String
  /// Why there is no answer.
  var failure: Failure?

  /// The note of a report for which the agent was asked.
  func note(on request: ReportRequest) -> ReportNote {
    var note = ReportNote(model: model, request: request)
    if let answer {
      if failure == nil {
        note.take(
          AuthoredSummary(sentences: answer.sentences, model: model, usage: answer.usage),
          within: request.length
        )
      }
      note.usage = answer.usage.map(TokenUsage.init)
      note.agent = ReportNote.Agent(
        steps: answer.steps,
        calls: answer.calls,
        limit: answer.ending.limit
          ?? (answer.isCut ? "the length of answers that its endpoint allows" : nil)
      )
    }
    if let failure { note.error = failure }
    return note
  }
}

extension AgentAnswer.Ending {
  /// What cut the work short, in the words of the report; nil where nothing did.
  var limit: String? {
    switch self {
    case .answered: nil
    case .steps: "--max-steps"
    case .deadline: "--deadline"
    case .stopped: "a signal"
    case .failed(.overBudget): "the ceiling of tokens"
    case .failed: "a failure of the model"
    }
  }
}
