/// What a model answered.
package struct ChatAnswer: Sendable, Hashable {
  /// Without the model's thoughts; where the endpoint cut it off, up to its last whole sentence.
  package var text: String
  package var usage: ChatUsage?

  /// Makes an answer.
  package init(text: String, usage: ChatUsage? = nil) {
    self.text = text
    self.usage = usage
  }
}

/// The tokens that one call was charged for.
package struct ChatUsage: Codable, Sendable, Hashable {
  package var promptTokens: Int
  package var completionTokens: Int

  private enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
  }

  /// Counts tokens.
  package init(promptTokens: Int, completionTokens: Int) {
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
  }
}
