/// What a run has spent of its tokens and its money, and what its calls in flight may yet spend.
struct TokenLedger {
  /// What was put aside for one call.
  struct Reservation: Sendable, Hashable {
    /// The most that the call may be charged for.
    let usage: ChatUsage
    /// The prompt as it was estimated.
    let prompt: Prompt
  }

  /// How long a prompt is.
  struct Prompt: Sendable, Hashable {
    /// In tokens, about.
    let estimate: Int
    /// In bytes: no vocabulary that is made of bytes makes more tokens of them.
    let bytes: Int
  }

  /// Whether a call may be made.
  enum Verdict: Equatable {
    case fits
    /// Calls in flight may give room back.
    case later
    case never(reason: String)
  }

  private let limits: TokenBudget.Limits
  /// What is spent for good.
  private(set) var spent = ChatUsage(promptTokens: 0, completionTokens: 0)
  private var reserved = ChatUsage(promptTokens: 0, completionTokens: 0)
  /// What estimates are raised by: a quarter more than the most that any was too low so far; nil
  /// until an endpoint has told what a prompt had.
  private(set) var margin: Double?
  /// Tokens a byte at most: above 1 only where the endpoint adds a prompt of its own.
  private var density = 1.0
  /// The endpoint writes more than it is asked for, so that nothing bounds what a call costs.
  private var breach: String?

  /// A ledger without an entry.
  init(_ limits: TokenBudget.Limits) {
    self.limits = limits
  }

  /// Whether a call fits with such a prompt.
  func verdict(_ prompt: Prompt) -> Verdict {
    if let breach { return .never(reason: breach) }
    let call = most(of: prompt)
    if let reason = excess(spent + call) { return .never(reason: reason) }
    return excess(spent + reserved + call) == nil ? .fits : .later
  }

  /// Puts aside what a call may be charged for.
  mutating func reserve(_ prompt: Prompt) -> Reservation {
    let reservation = Reservation(usage: most(of: prompt), prompt: prompt)
    reserved = reserved + reservation.usage
    return reservation
  }

  /// Gives back what was put aside for a call that cost nothing.
  mutating func release(_ reservation: Reservation) {
    reserved.promptTokens -= reservation.usage.promptTokens
    reserved.completionTokens -= reservation.usage.completionTokens
  }

  /// Puts what a call was charged for in place of what was put aside for it.
  ///
  /// What no endpoint told counts as all of it at least: thoughts are charged and not seen.
  mutating func settle(_ reservation: Reservation, by usage: ChatUsage?) {
    release(reservation)
    let held = reservation.usage
    let usage = usage.map(Self.bounded) ?? held
    guard !usage.isEstimated else {
      spent.promptTokens += max(held.promptTokens, usage.promptTokens)
      spent.completionTokens += max(held.completionTokens, usage.completionTokens)
      spent.isEstimated = true
      return
    }
    spent = spent + usage
    learn(from: usage, reservation.prompt)
    guard usage.completionTokens > held.completionTokens else { return }
    breach =
      "an answer was charged \(usage.completionTokens) tokens where \(held.completionTokens) were"
      + " allowed, so that no ceiling can be kept"
  }

  /// Raises what follows where the endpoint counts more than is estimated here.
  private mutating func learn(from usage: ChatUsage, _ prompt: Prompt) {
    let tokens = Double(usage.promptTokens)
    density = max(density, tokens / Double(max(1, prompt.bytes)))
    margin = max(margin ?? 1.25, 1.25 * tokens / Double(max(1, prompt.estimate)))
  }

  /// The most that a call may be charged for: by its bytes until the endpoint has shown how the
  /// estimate does, which may be wrong for scripts that were not there before.
  private func most(of prompt: Prompt) -> ChatUsage {
    var tokens = Self.bounded(prompt.bytes) * density
    if let margin { tokens = min(tokens, Self.bounded(prompt.estimate) * margin) }
    let most = Int(min(tokens, Double(Self.mostTokens)).rounded(.up))
    return ChatUsage(
      promptTokens: most,
      completionTokens: TokenBudget.answerTokens,
      isEstimated: true
    )
  }

  private static func bounded(_ count: Int) -> Double { Double(max(0, min(count, mostTokens))) }

  /// Why so much is too much; nil where it is not.
  ///
  /// It tells no running number, so that all pages that are refused for it have one reason.
  private func excess(_ usage: ChatUsage) -> String? {
    if let most = limits.tokens, Self.sum(usage) > most {
      return "--max-tokens-total \(most) leaves too little for this call"
    }
    if let most = limits.cost, cost(of: usage) > most {
      return "--max-cost \(most) leaves too little for this call"
    }
    return nil
  }

  private func cost(of usage: ChatUsage) -> Double {
    (Double(usage.promptTokens) * limits.price.input
      + Double(usage.completionTokens) * limits.price.output) / 1_000_000
  }

  private static let mostTokens = 1_000_000_000_000

  private static func sum(_ usage: ChatUsage) -> Int { usage.promptTokens + usage.completionTokens }

  private static func bounded(_ usage: ChatUsage) -> ChatUsage {
    ChatUsage(
      promptTokens: min(max(0, usage.promptTokens), mostTokens),
      completionTokens: min(max(0, usage.completionTokens), mostTokens),
      isEstimated: usage.isEstimated
    )
  }
}
