import ResearchCore

extension EventDescription {
  /// A turn of an agent's model.
  func describe(_ asked: Event.Asked) -> String {
    let time = Quantity.time(asked.seconds)
    if let error = asked.error {
      return "step \(asked.step) failed after \(time): \(error.message)"
    }
    let calls = asked.calls > 0 ? asked.calls.counting("tool call") : "an answer"
    return "step \(asked.step): \(calls) by \(asked.model), \(time)"
  }

  /// A use of a tool.
  func describe(_ use: Event.ToolUse) -> String {
    let about = use.about.map { ": \($0)" } ?? ""
    if let reason = use.reason { return "nothing, \(reason)\(about)" }
    return "\(use.passages.counting("passage")), \(Quantity.time(use.seconds))\(about)"
  }

  /// The end of an agent's work.
  func describe(_ answered: Event.Answered) -> String {
    let work = "\(answered.steps.counting("step")), \(answered.calls.counting("tool call"))"
    let end = "\(work), \(Quantity.time(answered.seconds))"
    if let error = answered.error {
      return "nothing by \(answered.model), the built-in summary stands: \(error.message), \(end)"
    }
    let limit = answered.limit.map { ", cut short by \($0)" } ?? ""
    return "\(answered.sentences.counting("sentence")) by \(answered.model), \(end)\(limit)"
  }
}
