/// What was asked of a model, for pages and for the report.
public struct ModelCounts: Sendable, Hashable {
  /// The answers that were asked for and have come, or failed to.
  public internal(set) var calls = 0
  /// Those that failed to come, or were of no use.
  public internal(set) var failed = 0
  /// The tokens that the model was sent, as far as it says so.
  public internal(set) var promptTokens = 0
  /// The tokens that the model wrote, as far as it says so.
  public internal(set) var completionTokens = 0

  /// Nothing has been asked yet.
  public init() {}

  /// Counts an answer.
  mutating func add(_ usage: TokenUsage?) {
    calls += 1
    promptTokens += usage?.promptTokens ?? 0
    completionTokens += usage?.completionTokens ?? 0
  }

  /// Counts an answer that was of no use.
  mutating func fail(_ usage: TokenUsage? = nil) {
    add(usage)
    failed += 1
  }
}
