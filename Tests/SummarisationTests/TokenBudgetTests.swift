import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct TokenBudgetTests {
  private static func prompt(_ tokens: Int) -> TokenLedger.Prompt {
    TokenLedger.Prompt(estimate: tokens, bytes: tokens)
  }

  /// What an endpoint was asked and has charged.
  private struct Bill {
    var (spent, inFlight, most) = (0, 0, 0)
    var calls = 0

    mutating func begin(_ tokens: Int) {
      calls += 1
      inFlight += tokens
      most = max(most, spent + inFlight)
    }

    mutating func end(_ tokens: Int, used: Int) {
      inFlight -= tokens
      spent += used
    }
  }

  /// Calls at once to an endpoint that charges what it likes, up to what it was allowed.
  private func run(
    tokens: Int,
    calls count: Int,
    seed: UInt64
  ) throws -> (bill: Bill, results: [Result<ChatAnswer, ChatError>], stand: CallStand) {
    var limits = ChatCalls.Limits()
    limits.ceiling.tokens = tokens
    limits.retries = 2
    let stand = CallStand(limits, seed: seed)
    let (bill, random) = (Locked(Bill()), Locked(SeededGenerator(seed: seed)))
    let client = try stand.client { [stand] request async throws(FetchError) in
      #expect(String(decoding: request.body ?? [], as: UTF8.self).contains(#""max_tokens":2048"#))
      let estimate = TokenEstimate.tokens(in: request.body ?? [])
      // The vocabulary of one seed in two makes up to twice as many tokens as it is taken to.
      let most = min(estimate * Int(1 + seed % 2), request.body?.count ?? 0)
      let (prompt, answer, delay, fate) = random.withLock { random in
        (
          Int.random(in: ((most * 4 + 4) / 5)...most, using: &random),
          Int.random(in: 1...2_048, using: &random),
          Int.random(in: 0...3_000, using: &random), Int.random(in: 0..<12, using: &random)
        )
      }
      bill.withLock { $0.begin(prompt + answer) }
      let used = fate == 0 ? 0 : prompt + answer
      defer { bill.withLock { $0.end(prompt + answer, used: used) } }
      try await stand.pause(.milliseconds(delay))
      let usage = #"{"prompt_tokens":\#(prompt),"completion_tokens":\#(answer)}"#
      switch fate {
      case 0: return try CallStand.page("{}", status: 503)
      // It was charged for, and nobody hears of it.
      case 1: throw .reset(host: "h", reason: "r")
      case 2: return try CallStand.page(StubModel.reply("", usage: "null"))
      case 3: return try CallStand.page("{}", status: 500)
      case 4: return try CallStand.page(StubModel.reply("<think>Hm.", usage: usage))
      case 5:
        let half = #"data: {"choices":[{"delta":{"content":"Half"}}]}"# + "\n\n"
        let error = #"data: {"error":{"message":"no","code":429}}"# + "\n\n"
        return try CallStand.page(half + error)
      default: return try CallStand.page(StubModel.reply("Yes.", usage: usage))
      }
    }
    let results = try #require(stand.results(count, of: client) { 100 * ($0 % 40) })
    return (bill.withLock { $0 }, results, stand)
  }

  @Test func `is never exceeded by calls in flight, on random schedules`() throws {
    var (answered, refused) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      let tokens = 3_000 + Int(seed) * 311
      let outcome = try run(tokens: tokens, calls: 60, seed: seed)
      #expect(outcome.bill.most <= tokens, "seed \(seed)")
      for result in outcome.results {
        switch result {
        case .success: answered += 1
        case .failure(.overBudget): refused += 1
        case .failure: break
        }
      }
      let isRefused = outcome.results.contains {
        if case .failure(.overBudget) = $0 { true } else { false }
      }
      #expect(outcome.stand.calls.hasReachedCeiling == isRefused)
    }
    #expect(answered > 1_000 && refused > 1_000)
  }

  @Test func `waits for calls in flight that may give room back`() throws {
    var limits = ChatCalls.Limits()
    limits.ceiling.tokens = 5_000
    let stand = CallStand(limits)
    let starts = Locked<[Duration]>([])
    let client = try stand.client { [stand] _ async throws(FetchError) in
      starts.withLock { $0.append(stand.clock.now) }
      try await stand.pause(.seconds(2))
      let usage = #"{"prompt_tokens":40,"completion_tokens":60}"#
      return try CallStand.page(StubModel.reply("Yes.", usage: usage))
    }
    let results = try #require(stand.results(5, of: client))
    #expect(results.allSatisfy { (try? $0.get()) != nil })
    // Two at once may take some 4,300, and three more than there is.
    #expect(starts.withLock { $0 } == [0, 0, 2, 2, 4].map { .seconds($0) })
    #expect(!stand.calls.hasReachedCeiling)
  }

  @Test func `lets go of a call that is cancelled while it waits for room`() throws {
    let time = VirtualTime()
    let clock = SessionClock(time)
    var limits = TokenBudget.Limits()
    limits.tokens = 3_000
    let budget = TokenBudget(limits, clock: clock)
    let ends = time.run { () -> [Bool] in
      // Nothing is spent yet.
      guard let first = try? await budget.reserve(Self.prompt(100), priority: .normal) else {
        return []
      }
      return await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do throws(ChatError) {
            _ = try await budget.reserve(Self.prompt(200), priority: .high)
            return false
          } catch {
            return error == .cancelled
          }
        }
        // It is not cancelled.
        try? await clock.sleep(for: .seconds(1))
        group.cancelAll()
        let isCancelled = await group.next() ?? false
        budget.settle(first, by: ChatUsage(promptTokens: 1, completionTokens: 1))
        let next = try? await budget.reserve(Self.prompt(100), priority: .normal)
        return [isCancelled, next != nil]
      }
    }
    #expect(ends == [true, true])
  }

  @Test func `refuses all once it is closed, those that wait at once`() throws {
    let time = VirtualTime()
    let clock = SessionClock(time)
    var limits = TokenBudget.Limits()
    limits.tokens = 3_000
    let budget = TokenBudget(limits, clock: clock)
    let errors = time.run { () -> [ChatError?] in
      _ = try? await budget.reserve(Self.prompt(100), priority: .normal)
      return await withTaskGroup(of: ChatError?.self) { group in
        for _ in 0..<3 {
          group.addTask {
            do throws(ChatError) {
              _ = try await budget.reserve(Self.prompt(100), priority: .normal)
              return nil
            } catch {
              return error
            }
          }
        }
        // It is not cancelled.
        try? await clock.sleep(for: .seconds(1))
        budget.close(with: .stopped(reason: "r"))
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(errors == Array(repeating: .stopped(reason: "r"), count: 3))
    #expect(clock.now == .seconds(1) && !budget.hasReachedCeiling)
  }
}
