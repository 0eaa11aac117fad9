import TestSupport
import Testing

@testable import Summarisation

@Suite struct TokenLedgerTests {
  private func ledger(tokens: Int? = nil, cost: Double? = nil) -> TokenLedger {
    var limits = TokenBudget.Limits()
    (limits.tokens, limits.cost) = (tokens, cost)
    limits.price = TokenBudget.Price(input: 1, output: 10)
    return TokenLedger(limits)
  }

  private func usage(_ prompt: Int, _ completion: Int) -> ChatUsage {
    ChatUsage(promptTokens: prompt, completionTokens: completion)
  }

  @Test func `puts aside the prompt with a margin and the greatest answer`() {
    var ledger = ledger(tokens: 10_000)
    let reservation = ledger.reserve(prompt: 1_000)
    #expect(reservation.usage == usage(1_250, TokenBudget.answerTokens))
    #expect(ledger.spent == usage(0, 0))
    ledger.settle(reservation, by: usage(900, 40))
    #expect(ledger.spent == usage(900, 40))
  }

  @Test func `lets a call wait that fits once others are settled, and refuses what never will`() {
    var ledger = ledger(tokens: 5_000)
    let first = ledger.reserve(prompt: 1_000)
    #expect(ledger.verdict(prompt: 1_000) == .later)
    ledger.settle(first, by: usage(1_000, 100))
    #expect(ledger.verdict(prompt: 1_000) == .fits)
    guard case .never(let reason) = ledger.verdict(prompt: 1_900) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason == "--max-tokens-total 5000 leaves too little for this call")
  }

  @Test func `counts money by the price`() {
    var ledger = ledger(cost: 0.05)
    let first = ledger.reserve(prompt: 8_000)
    #expect(ledger.verdict(prompt: 8_000) == .later)
    ledger.settle(first, by: usage(8_000, 2_000))
    // 0.028 are spent, and a call may cost 0.03048.
    guard case .never(let reason) = ledger.verdict(prompt: 8_000) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason == "--max-cost 0.05 leaves too little for this call")
  }

  @Test func `raises its estimates where they were too low`() {
    var ledger = ledger(tokens: 100_000)
    ledger.settle(ledger.reserve(prompt: 1_000), by: usage(2_000, 10))
    #expect(ledger.margin == 2 && ledger.reserve(prompt: 100).usage.promptTokens == 200)
    ledger.settle(ledger.reserve(prompt: 1_000), by: usage(500, 10))
    #expect(ledger.margin == 2)
  }

  @Test func `closes where an answer was charged more than was allowed`() {
    var ledger = ledger(tokens: 1_000_000)
    ledger.settle(ledger.reserve(prompt: 10), by: usage(10, TokenBudget.answerTokens + 1))
    guard case .never(let reason) = ledger.verdict(prompt: 10) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason.contains("no ceiling can be kept"))
  }

  @Test func `keeps all of a call whose cost nobody knows`() {
    var ledger = ledger(tokens: 1_000_000)
    ledger.settle(ledger.reserve(prompt: 100), by: nil)
    #expect(ledger.spent == usage(125, TokenBudget.answerTokens))
  }

  @Test func `stands numbers that no model counts`() {
    var ledger = ledger(tokens: .max)
    ledger.settle(ledger.reserve(prompt: .max), by: usage(.max, .min))
    ledger.settle(ledger.reserve(prompt: .min), by: usage(.min, .max))
    #expect(ledger.spent.promptTokens > 0)
    _ = ledger.verdict(prompt: .max)
  }
}
