extension ReportNote {
  /// How an agent came to what it wrote.
  package struct Agent: Sendable, Hashable, Codable {
    /// The turns of the model.
    package var steps: Int
    /// The calls of tools that it made.
    package var calls: Int
    /// What cut its work short; nil where nothing did.
    package var limit: String?
  }
}

extension ReportNote.Agent {
  /// Says in Markdown how the answer came about.
  var markdown: String {
    let turns = steps == 1 ? "1 step" : "\(steps.grouped) steps"
    let tools = calls == 1 ? "1 tool call" : "\(calls.grouped) tool calls"
    let end = limit.map { "; it was cut short by \(MarkdownEscape.label($0, limit: 60))" } ?? ""
    return "It worked as an agent, in \(turns) with \(tools)\(end)."
  }
}
