/// What a model answered.
package struct ChatAnswer: Sendable, Hashable {
  /// Without the model's thoughts; where the endpoint cut it off, up to its last whole sentence.
  package var text: String
  /// What the model asks for before it goes on.
  package var toolCalls: [ChatToolCall]
  /// Whether the endpoint cut it off at the most tokens that it writes.
  package var isCut = false
  package var usage: ChatUsage?

  /// Makes an answer.
  package init(text: String, toolCalls: [ChatToolCall] = [], usage: ChatUsage? = nil) {
    self.text = text
    self.toolCalls = toolCalls
    self.usage = usage
  }
}

/// The tokens that one call was charged for.
package struct ChatUsage: Codable, Sendable, Hashable {
  package var promptTokens: Int
  package var completionTokens: Int
  /// Whether the endpoint told nothing, so that the numbers are ours.
  package var isEstimated = false

  private enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
  }

  /// Counts tokens.
  package init(promptTokens: Int, completionTokens: Int, isEstimated: Bool = false) {
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.isEstimated = isEstimated
  }

  /// The sum of two; estimated where one of them is.
  package static func + (one: ChatUsage, other: ChatUsage) -> ChatUsage {
    ChatUsage(
      promptTokens: one.promptTokens + other.promptTokens,
      completionTokens: one.completionTokens + other.completionTokens,
      isEstimated: one.isEstimated || other.isEstimated
    )
  }
}
