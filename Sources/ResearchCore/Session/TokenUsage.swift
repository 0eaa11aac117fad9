package import Summarisation

/// What a model counted for a call.
public struct TokenUsage: Sendable, Hashable, Codable {
  /// The tokens that it was sent.
  public var promptTokens: Int
  /// The tokens that it wrote.
  public var completionTokens: Int

  /// Whether the endpoint told nothing, so that the numbers are ours; nil where it did.
  public var estimated: Bool?

  /// A count.
  public init(promptTokens: Int, completionTokens: Int) {
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
  }

  /// The count as the endpoint gave it, or as it was estimated.
  package init(_ usage: ChatUsage) {
    self.init(promptTokens: usage.promptTokens, completionTokens: usage.completionTokens)
    estimated = usage.isEstimated ? true : nil
  }

  private enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
    case estimated
  }
}
