/// What an agent is to find out, and how its answer is to be.
package struct AgentTask: Sendable {
  package var question: String
  /// A BCP 47 tag; nil for the question's own.
  package var language: String?
  /// The bounds of the answer.
  package var length: SummaryLength
  /// What is there to begin with.
  package var briefing: AgentResult

  /// Describes a task.
  package init(
    question: String,
    language: String? = nil,
    length: SummaryLength,
    briefing: AgentResult
  ) {
    self.question = question
    self.language = language
    self.length = length
    self.briefing = briefing
  }
}
