/// What a run has spent of its tokens and its money, and what its calls in flight may yet spend.
struct TokenLedger {
  /// What was put aside for one call.
  struct Reservation: Sendable, Hashable {
    /// The most that the call may be charged for.
    let usage: ChatUsage
    /// The prompt's tokens as they were estimated.
    let estimate: Int
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
  /// What estimates are raised by: the most that any was too low so far.
  private(set) var margin = 1.25
  /// The endpoint writes more than it is asked for, so that nothing bounds what a call costs.
  private var breach: String?

  /// A ledger without an entry.
  init(_ limits: TokenBudget.Limits) {
    self.limits = limits
  }

  /// Whether a call fits whose prompt has about so many tokens.
  func verdict(prompt estimate: Int) -> Verdict {
    if let breach { return .never(reason: breach) }
    let call = most(of: estimate)
    if let reason = excess(spent + call) { return .never(reason: reason) }
    return excess(spent + reserved + call) == nil ? .fits : .later
  }

  /// Puts aside what a call may be charged for.
  mutating func reserve(prompt estimate: Int) -> Reservation {
    let reservation = Reservation(usage: most(of: estimate), estimate: estimate)
    reserved = reserved + reservation.usage
    return reservation
  }

  /// Puts what a call was charged for in place of what was put aside for it; without a usage, all.
  mutating func settle(_ reservation: Reservation, by usage: ChatUsage?) {
    let held = reservation.usage
    reserved.promptTokens -= held.promptTokens
    reserved.completionTokens -= held.completionTokens
    let usage = Self.bounded(usage ?? held)
    spent = spent + usage
    guard !usage.isEstimated else { return }
    let ratio = Double(usage.promptTokens) / Double(max(1, reservation.estimate))
    margin = min(max(margin, ratio), 16)
    guard usage.completionTokens > held.completionTokens else { return }
    breach =
      "an answer was charged \(usage.completionTokens) tokens where \(held.completionTokens) were"
      + " allowed, so that no ceiling can be kept"
  }

  /// The most that a call may be charged for.
  private func most(of estimate: Int) -> ChatUsage {
    let prompt = (Double(max(0, min(estimate, Self.mostTokens))) * margin).rounded(.up)
    return ChatUsage(promptTokens: Int(prompt), completionTokens: TokenBudget.answerTokens)
  }

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
