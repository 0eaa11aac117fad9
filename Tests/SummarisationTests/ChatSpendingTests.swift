import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct ChatSpendingTests {
  private static let told = #"{"prompt_tokens":60,"completion_tokens":40}"#

  /// What one call came to that was answered so, one attempt after another.
  private func spent(
    _ answers: [(status: Int, body: String)]
  ) throws -> (spent: ChatSpent, isAnswered: Bool) {
    var limits = ChatCalls.Limits()
    limits.retries = answers.count - 1
    let (stand, count) = (CallStand(limits), Locked(0))
    let client = try stand.client { _ async throws(FetchError) in
      let number = count.withLock { count in
        defer { count += 1 }
        return count
      }
      return try CallStand.page(answers[number].body, status: answers[number].status)
    }
    let result = try #require(stand.results(1, of: client)?.first)
    return (client.spent, (try? result.get()) != nil)
  }

  @Test func `counts each attempt, and the tokens of what was answered`() throws {
    let answers = [(500, "{}"), (503, "{}"), (200, StubModel.reply("Yes.", usage: Self.told))]
    let outcome = try spent(answers)
    #expect(outcome.isAnswered)
    #expect(outcome.spent == ChatSpent(calls: 3, promptTokens: 60, completionTokens: 40))
  }

  @Test func `counts what is paid for and of no use`() throws {
    let outcome = try spent([(200, StubModel.reply("", usage: Self.told))])
    #expect(!outcome.isAnswered)
    #expect(outcome.spent == ChatSpent(calls: 1, promptTokens: 60, completionTokens: 40))
  }

  @Test func `estimates what nobody tells`() throws {
    let outcome = try spent([(200, StubModel.reply("", usage: "null"))])
    #expect(!outcome.isAnswered && outcome.spent.calls == 1 && outcome.spent.isEstimated)
    #expect((20...100).contains(outcome.spent.promptTokens))
    #expect(try spent([(401, "{}")]).spent == ChatSpent(calls: 1))
  }

  @Test func `holds any number that an endpoint tells`() {
    let spending = ChatSpending()
    spending.add(ChatUsage(promptTokens: .max, completionTokens: -5))
    spending.add(ChatUsage(promptTokens: 1, completionTokens: 2, isEstimated: true))
    let sum = ChatSpent(promptTokens: .max, completionTokens: 2, isEstimated: true)
    #expect(spending.spent == sum)
  }
}
