import Summarisation

/// What was asked of a model, for pages and for the report.
public struct ModelCounts: Sendable, Hashable {
  /// The calls that were made, each attempt and each part of a text among them.
  public internal(set) var calls = 0
  /// The answers that failed to come, or were of no use, whatever was tried for them.
  public internal(set) var failed = 0
  /// The pages that the built-in summariser did in the model's place.
  public internal(set) var fallbacks = 0
  /// The answers that were not asked for, because the run may spend no more.
  public internal(set) var heldBack = 0
  /// The tokens that the model was sent, as far as it says so or they were estimated.
  public internal(set) var promptTokens = 0
  /// The tokens that the model wrote, as far as it says so or they were estimated.
  public internal(set) var completionTokens = 0
  /// Whether any of the tokens were estimated.
  public internal(set) var isEstimated = false
  /// What tokens cost; nil where nobody says.
  public internal(set) var price: ModelPrice?

  /// Nothing has been asked yet.
  public init() {}

  /// What all tokens cost, in the price's money; nil where nobody says what they do.
  public var cost: Double? {
    price.map {
      (Double(promptTokens) * $0.input + Double(completionTokens) * $0.output) / 1_000_000
    }
  }

  /// Counts the summary of a page.
  mutating func add(_ summarised: Event.Summarised) {
    if summarised.model != nil { add(summarised.usage) }
    guard let error = summarised.error else { return }
    fallbacks += 1
    if summarised.hasFailedCall { fail() }
    if error.kind == .budget { heldBack += 1 }
  }

  /// Counts the summary of a report.
  mutating func add(_ authored: Event.Authored) {
    switch authored.error?.kind {
    case nil: add(authored.usage)
    case .budget: heldBack += 1
    default: fail(authored.usage)
    }
  }

  /// Counts a turn of an agent.
  mutating func add(_ asked: Event.Asked) {
    switch asked.error?.kind {
    case nil: add(asked.usage)
    case .budget: heldBack += 1
    default: fail(asked.usage)
    }
  }

  /// Takes the calls as they were counted where they are made, whatever became of them.
  mutating func take(_ spent: ChatSpent) {
    calls = spent.calls
    (promptTokens, completionTokens) = (spent.promptTokens, spent.completionTokens)
    isEstimated = spent.isEstimated
  }

  /// Counts an answer.
  mutating func add(_ usage: TokenUsage?) {
    calls += 1
    guard let usage else { return }
    promptTokens += usage.promptTokens
    completionTokens += usage.completionTokens
    if usage.estimated == true { isEstimated = true }
  }

  /// Counts an answer that was of no use.
  mutating func fail(_ usage: TokenUsage? = nil) {
    add(usage)
    failed += 1
  }
}
