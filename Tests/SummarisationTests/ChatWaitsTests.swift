import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct ChatWaitsTests {
  /// The waits that so many calls tell of, each answered by its number.
  private func waits(
    _ limits: ChatCalls.Limits,
    calls: Int,
    _ answer: @escaping @Sendable (Int) throws(FetchError) -> Page
  ) throws -> [ChatWait] {
    let (stand, count, told) = (CallStand(limits), Locked(0), Locked<[ChatWait]>([]))
    let client = try stand.client { _ async throws(FetchError) in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return try answer(number)
    }
    client.onWait { wait in told.withLock { $0.append(wait) } }
    _ = try #require(stand.results(calls, of: client))
    return told.withLock { $0 }
  }

  @Test func `tells of a wait for another attempt, and why`() throws {
    let waits = try waits(ChatCalls.Limits(), calls: 1) { number throws(FetchError) in
      guard number < 2 else { return try CallStand.page(StubModel.reply("Yes.")) }
      return try CallStand.page("{}", status: 500, headers: [("Retry-After", "7")])
    }
    let error = ChatError.refused(endpoint: "http://127.0.0.1:1/v1", status: 500, reason: "")
    #expect(waits == [ChatWait(reason: .retry(error), duration: .seconds(7), attempt: 1)])
  }

  @Test func `tells of a wait for the rate`() throws {
    var limits = ChatCalls.Limits()
    limits.requestsPerMinute = 10
    let waits = try waits(limits, calls: 3) { _ throws(FetchError) in
      try CallStand.page(StubModel.reply("Yes."))
    }
    let wait = ChatWait(reason: .rate, duration: .seconds(6), attempt: 1)
    #expect(waits == [wait, wait])
  }
}
