import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct ChatCircuitTests {
  /// Calls of which the third is told that no call can succeed.
  private func run(
    _ limits: ChatCalls.Limits,
    calls count: Int,
    first: String? = nil,
    refusal: (status: Int, body: String)
  ) throws -> (starts: [Duration], errors: [ChatError], end: Duration) {
    let stand = CallStand(limits)
    let starts = Locked<[Duration]>([])
    let client = try stand.client { [stand] _ async throws(FetchError) in
      let number = starts.withLock { starts in
        starts.append(stand.clock.now)
        return starts.count
      }
      guard number != 3 else { return try CallStand.page(refusal.body, status: refusal.status) }
      if number == 1, let first { return try CallStand.page(first) }
      // Those before it wait for an hour, as they are asked to.
      return try CallStand.page("{}", status: 500, headers: [("Retry-After", "3600")])
    }
    let results = try #require(stand.results(count, of: client))
    let errors = results.compactMap { result in
      if case .failure(let error) = result { error } else { nil }
    }
    return (starts.withLock { $0 }, errors, stand.clock.now)
  }

  @Test(arguments: [
    (401, #"{"error":{"message":"Incorrect API key"}}"#),
    (403, #"{"error":{"message":"Not yours"}}"#),
    (404, #"{"error":{"message":"The model `m` does not exist"}}"#),
    (400, #"{"error":{"message":"Invalid model name passed in model=m"}}"#),
    (429, #"{"error":{"message":"Pay","code":"insufficient_quota"}}"#),
    (402, "{}"), (400, #"{"error":{"message":"No","type":"budget_exceeded"}}"#),
    (403, #"{"error":{"message":"Insufficient credits"}}"#),
    (429, #"{"error":{"message":"No","code":"billing_hard_limit_reached"}}"#),
    (400, #"[{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}}]"#),
    (400, #"{"error":{"message":"No","details":[{"a":1},{"reason":"API_KEY_INVALID"}]}}"#),
    (400, #"{"error":{"message":"No","code":"model_not_found"}}"#),
    (400, #"{"error":{"code":"DeploymentNotFound"}}"#),
    (400, #"{"type":"error","error":{"type":"not_found_error","message":"model: m"}}"#),
    (404, #"{"error":{"message":"Not Found"}}"#), (404, "<html>"), (405, ""), (301, ""), (302, ""),
    (307, ""), (308, ""), (200, "<html>Log in"),
  ])
  func `lets no further call be made, wherever the others wait`(status: Int, body: String) throws {
    var limits = ChatCalls.Limits()
    (limits.requestsPerMinute, limits.ceiling.tokens) = (60, 12_000)
    let outcome = try run(limits, calls: 20, refusal: (status, body))
    #expect(outcome.starts == [0, 1, 2].map { .seconds($0) } && outcome.end == .seconds(2))
    let stopped = outcome.errors.filter { if case .stopped = $0 { true } else { false } }
    #expect(stopped.count == 19 && Set(stopped.map(\.message)).count == 1)
    let first = try #require(outcome.errors.first { if case .stopped = $0 { false } else { true } })
    #expect(stopped.first == .stopped(reason: first.message) && !first.isRetryable)
    #expect(stopped.allSatisfy { !$0.isRetryable })
  }

  @Test(arguments: [
    (400, #"{"error":{"message":"Bad request"}}"#), (403, "<html>Blocked"), (403, ""),
    (403, #"{"error":{"message":"Your input was flagged by moderation"}}"#), (422, "{}"),
    (429, "{}"), (500, "{}"), (200, "{}"),
  ])
  func `goes on where only one text is at fault`(status: Int, body: String) throws {
    var limits = ChatCalls.Limits()
    limits.retries = 0
    let outcome = try run(limits, calls: 20, refusal: (status, body))
    #expect(outcome.starts.count == 20)
  }

  @Test(arguments: [
    (403, #"{"error":{"message":"Not yours"}}"#), (404, #"{"error":{"message":"No such route"}}"#),
    (404, #"{"error":{"message":"The model `m` does not exist"}}"#), (405, "{}"), (302, ""),
    (400, #"{"error":{"message":"Invalid model name passed in model=m"}}"#),
    (422, #"{"error":{"message":"unknown model"}}"#), (200, "<html>Log in"),
  ])
  func `takes it for one text's fault once a call has succeeded`(
    status: Int,
    body: String
  ) throws {
    var limits = ChatCalls.Limits()
    (limits.requestsPerMinute, limits.retries) = (60, 0)
    let first = StubModel.reply("Yes.")
    let outcome = try run(limits, calls: 20, first: first, refusal: (status, body))
    #expect(outcome.starts.count == 20)
  }

  @Test(arguments: [
    (401, #"{"error":{"message":"Revoked"}}"#),
    (429, #"{"error":{"message":"Pay","code":"insufficient_quota"}}"#),
  ])
  func `stops for a key that is refused even then`(status: Int, body: String) throws {
    var limits = ChatCalls.Limits()
    limits.requestsPerMinute = 60
    let first = StubModel.reply("Yes.")
    let outcome = try run(limits, calls: 20, first: first, refusal: (status, body))
    #expect(outcome.starts.count == 3)
  }

  @Test func `does not stop for a form that is asked anew`() throws {
    let stand = CallStand(ChatCalls.Limits())
    let client = try stand.client { request throws(FetchError) in
      let body = String(decoding: request.body ?? [], as: UTF8.self)
      guard body.contains(#""stream":true"#) else {
        return try CallStand.page(StubModel.reply("Yes."))
      }
      return try CallStand.page(#"{"error":{"message":"no stream"}}"#, status: 405)
    }
    let results = try #require(stand.results(3, of: client))
    #expect(results.allSatisfy { (try? $0.get().text) == "Yes." })
  }

  @Test func `keeps its first reason`() {
    let circuit = ChatCircuit()
    #expect(circuit.reason == nil && circuit.open(reason: "one") && !circuit.open(reason: "two"))
    #expect(throws: ChatError.stopped(reason: "one")) { try circuit.check() }
  }

  @Test func `ends a wait when it opens, and when its task is cancelled`() throws {
    let time = VirtualTime()
    let clock = SessionClock(time)
    let circuit = ChatCircuit()
    let ends = time.run {
      await withTaskGroup(of: (any Error)?.self) { group in
        let wait: @Sendable () async -> (any Error)? = {
          do {
            try await circuit.pause(for: .seconds(60), on: clock)
            return nil
          } catch {
            return error
          }
        }
        group.addTask { await wait() }
        // It is not cancelled.
        try? await clock.sleep(for: .seconds(2))
        group.cancelAll()
        let first = await group.next() ?? nil
        let others = await withTaskGroup(of: (any Error)?.self) { group in
          for _ in 0..<3 { group.addTask { await wait() } }
          // It is not cancelled.
          try? await clock.sleep(for: .seconds(5))
          circuit.open(reason: "r")
          return await group.reduce(into: []) { $0.append($1) }
        }
        return (first is CancellationError, others.map { $0 as? ChatError })
      }
    }
    #expect(ends?.0 == true && ends?.1 == Array(repeating: .stopped(reason: "r"), count: 3))
    #expect(clock.now == .seconds(7))
  }
}
