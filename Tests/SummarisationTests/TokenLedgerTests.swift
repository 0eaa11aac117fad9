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

  private func prompt(_ estimate: Int, bytes: Int? = nil) -> TokenLedger.Prompt {
    TokenLedger.Prompt(estimate: estimate, bytes: bytes ?? estimate)
  }

  /// What is put aside for a prompt.
  private func aside(_ ledger: TokenLedger, _ prompt: TokenLedger.Prompt) -> Int {
    var ledger = ledger
    return ledger.reserve(prompt).usage.promptTokens
  }

  @Test func `puts aside a prompt's bytes and the greatest answer, then a margin`() {
    var ledger = ledger(tokens: 10_000)
    let first = ledger.reserve(prompt(1_000, bytes: 4_000))
    #expect(first.usage.promptTokens == 4_000)
    #expect(first.usage.completionTokens == TokenBudget.answerTokens)
    #expect(ledger.spent == usage(0, 0))
    ledger.settle(first, by: usage(900, 40))
    #expect(ledger.spent == usage(900, 40))
    #expect(aside(ledger, prompt(1_000, bytes: 4_000)) == 1_250)
    #expect(aside(ledger, prompt(1_000, bytes: 1_100)) == 1_100)
  }

  @Test func `lets a call wait that fits once others are settled, and refuses what never will`() {
    var ledger = ledger(tokens: 5_000)
    let first = ledger.reserve(prompt(1_000))
    #expect(ledger.verdict(prompt(1_000)) == .later)
    ledger.settle(first, by: usage(1_000, 100))
    #expect(ledger.verdict(prompt(1_000)) == .fits)
    guard case .never(let reason) = ledger.verdict(prompt(1_900)) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason == "--max-tokens-total 5000 leaves too little for this call")
  }

  @Test func `counts money by the price`() {
    var ledger = ledger(cost: 0.05)
    let first = ledger.reserve(prompt(8_000))
    #expect(ledger.verdict(prompt(8_000)) == .later)
    ledger.settle(first, by: usage(8_000, 2_000))
    // 0.028 are spent, and a call may cost 0.02848.
    guard case .never(let reason) = ledger.verdict(prompt(8_000)) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason == "--max-cost 0.05 leaves too little for this call")
  }

  @Test func `raises its estimates where they were too low, with a margin`() {
    var ledger = ledger(tokens: 100_000)
    ledger.settle(ledger.reserve(prompt(1_000, bytes: 4_000)), by: usage(2_000, 10))
    #expect(aside(ledger, prompt(100, bytes: 4_000)) == 250)
    ledger.settle(ledger.reserve(prompt(1_000, bytes: 4_000)), by: usage(500, 10))
    #expect(aside(ledger, prompt(100, bytes: 4_000)) == 250)
  }

  @Test func `puts more than the bytes aside where the endpoint adds a prompt of its own`() {
    var ledger = ledger(tokens: 100_000)
    ledger.settle(ledger.reserve(prompt(100, bytes: 400)), by: usage(800, 10))
    #expect(aside(ledger, prompt(100, bytes: 400)) == 800)
  }

  @Test func `closes where an answer was charged more than was allowed`() {
    var ledger = ledger(tokens: 1_000_000)
    ledger.settle(ledger.reserve(prompt(10)), by: usage(10, TokenBudget.answerTokens + 1))
    guard case .never(let reason) = ledger.verdict(prompt(10)) else {
      Issue.record("it was let through")
      return
    }
    #expect(reason.contains("no ceiling can be kept"))
  }

  @Test(arguments: [
    (nil, 100, TokenBudget.answerTokens),
    (ChatUsage(promptTokens: 7, completionTokens: 9, isEstimated: true), 100, 2_048),
    (ChatUsage(promptTokens: 7, completionTokens: 9_000, isEstimated: true), 100, 9_000),
    (ChatUsage(promptTokens: 7, completionTokens: 9), 7, 9),
  ])
  func `keeps all of a call whose cost nobody told`(used: ChatUsage?, input: Int, output: Int) {
    var ledger = ledger(tokens: 1_000_000)
    ledger.settle(ledger.reserve(prompt(100)), by: used)
    #expect(ledger.spent.promptTokens == input && ledger.spent.completionTokens == output)
    // It tells nothing of the estimate.
    #expect((ledger.margin == nil) == (used?.isEstimated != false))
  }

  @Test func `gives back what cost nothing`() {
    var ledger = ledger(tokens: 3_000)
    let reservation = ledger.reserve(prompt(900))
    #expect(ledger.verdict(prompt(900)) == .later)
    ledger.release(reservation)
    #expect(ledger.verdict(prompt(900)) == .fits && ledger.spent == usage(0, 0))
  }

  @Test func `stands numbers that no model counts`() {
    var ledger = ledger(tokens: .max)
    ledger.settle(ledger.reserve(prompt(.max)), by: usage(.max, .min))
    ledger.settle(ledger.reserve(prompt(.min)), by: usage(.min, .max))
    #expect(ledger.spent.promptTokens > 0)
    _ = ledger.verdict(prompt(.max))
  }
}
