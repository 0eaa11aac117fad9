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
    (404, #"{"error":{"message":"Not Found"}}"#), (400, #"{"error":{"message":"Bad request"}}"#),
    (403, #"{"error":{"message":"Your input was flagged by moderation"}}"#), (422, "{}"),
    (429, "{}"), (500, "{}"), (200, "{}"),
  ])
  func `goes on where only one text is at fault`(status: Int, body: String) throws {
    var limits = ChatCalls.Limits()
    limits.retries = 0
    let outcome = try run(limits, calls: 20, refusal: (status, body))
    #expect(outcome.starts.count == 20)
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
