import Fetching
import FlowControl
import Testing

@testable import Summarisation

/// What calls that fail are reckoned at.
struct ChatFlawTests {
  private static let bill = #"{"prompt_tokens":500,"completion_tokens":20000}"#

  /// When the calls leave, the second of them a second after the first, which is answered so.
  private func starts(
    _ limits: ChatCalls.Limits,
    _ first: @escaping @Sendable () throws(FetchError) -> Page
  ) throws -> [Duration] {
    let stand = CallStand(limits)
    let starts = Locked<[Duration]>([])
    let client = try stand.client { [stand] _ throws(FetchError) in
      let number = starts.withLock { starts in
        starts.append(stand.clock.now)
        return starts.count
      }
      return number == 1 ? try first() : try CallStand.page(StubModel.reply("Yes."))
    }
    let messages = [ChatMessage(role: .user, content: "Well?")]
    _ = stand.time.run {
      for _ in 0..<2 {
        // The first one fails, as it is to.
        _ = try? await client.answer(to: messages)
        // It is not cancelled.
        try? await stand.clock.sleep(for: .seconds(1))
      }
    }
    return starts.withLock { $0 }
  }

  private func limits(tpm: Int? = nil, ceiling: Int? = nil) -> ChatCalls.Limits {
    var limits = ChatCalls.Limits()
    (limits.tokensPerMinute, limits.ceiling.tokens, limits.retries) = (tpm, ceiling, 0)
    return limits
  }

  @Test(arguments: [
    StubModel.reply("<think>Hm.", usage: bill),
    StubModel.reply("No", finish: #""content_filter""#, usage: bill),
    #"{"choices":[],"usage":\#(bill)}"#,
    #"data: {"choices":[{"delta":{"content":"\#(String(repeating: "one ", count: 25_000))"}}]}"#
      + "\n\ndata: broken\n\n",
  ])
  func `counts what a failed answer was charged for`(body: String) throws {
    let failed: @Sendable () throws(FetchError) -> Page = { () throws(FetchError) in
      try CallStand.page(body)
    }
    #expect(try starts(limits(tpm: 20_000), failed) == [0, 60].map { .seconds($0) })
    // It was charged more than it was allowed, or all that there was.
    #expect(try starts(limits(ceiling: 20_000), failed) == [.zero])
  }

  @Test func `counts what had come of an answer that broke off`() throws {
    let starts = try starts(limits(tpm: 2_000)) { () throws(FetchError) in
      let page = try StubModel.page("", type: "text/event-stream")
      let answer = UnfinishedAnswer(page: page, received: 1_000_000)
      throw .interrupted(answer, by: .reset(host: "h", reason: "r"))
    }
    #expect(starts == [0, 60].map { .seconds($0) })
  }

  @Test(arguments: [(0, 0), (0, 9), (9, 0)])
  func `takes a bill of zeros for none`(prompt: Int, completion: Int) async throws {
    let bill = #"{"prompt_tokens":\#(prompt),"completion_tokens":\#(completion)}"#
    let stand = CallStand(ChatCalls.Limits())
    let client = try stand.client { _ throws(FetchError) in
      try CallStand.page(StubModel.reply("Yes, it is.", usage: bill))
    }
    let told = try #require(try stand.results(1, of: client)?.first?.get().usage)
    #expect(told.isEstimated && told.completionTokens == 4 && told.promptTokens > 10)
  }

  @Test(
    arguments: [
      400, 401, 402, 403, 404, 405, 408, 413, 418, 422, 425, 429, 500, 502, 503, 504, 529, 200,
    ]
  )
  func `a call is free where it was refused before the model had any work`(status: Int) {
    let free = [400, 401, 402, 403, 404, 405, 413, 422, 429, 503, 529]
    let error = ChatError.refused(endpoint: "e", status: status, reason: "")
    #expect(error.isFree == free.contains(status))
    // Behind a piece of an answer nothing is.
    #expect(!ChatFlaw(error, said: 0).isFree && ChatFlaw(error).isFree == error.isFree)
  }
}
