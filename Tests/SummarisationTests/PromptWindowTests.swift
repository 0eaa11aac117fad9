import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite struct PromptWindowTests {
  @Test(
    arguments: [
      (nil, nil, nil, 24_000), (nil, 2_048, nil, 24_000), (4_096, nil, nil, 2_322),
      (4_096, 1_024, nil, 1_929), (9_096, 2_048, nil, 4_911), (1_024, nil, nil, 500),
      (.max, nil, nil, 100_000), (nil, nil, 3_000, 1_500), (nil, nil, 100, 500),
      (4_096, nil, 3_000, 1_500), (4_096, nil, 1_000_000, 2_322),
    ] as [(Int?, Int?, Int?, Int)]
  )
  func `leaves room for the answer, and keeps to a minute's tokens`(
    context: Int?,
    answer: Int?,
    aMinute: Int?,
    tokens: Int
  ) {
    #expect(PromptWindow.tokens(ofContext: context, answer: answer, aMinute: aMinute) == tokens)
  }

  @Test(arguments: [(nil, 2_048), (100_000, 2_048), (4_096, 1_024), (2_000, 500)] as [(Int?, Int)])
  func `asks for no longer an answer than a quarter of the context`(
    context: Int?,
    tokens: Int
  ) throws {
    var limits = ChatCalls.Limits()
    limits.ceiling.tokens = 50_000
    let client = try CallStand(limits).client { _ throws(FetchError) in throw .cancelled }
    if let context { client.knowledge.note(contextTokens: context) }
    let body = client.request(for: [ChatMessage(role: .user, content: "?")]).body ?? []
    let text = String(decoding: body, as: UTF8.self)
    #expect(text.contains(#""max_tokens":\#(tokens)"#) || text.contains(#"tokens":\#(tokens),"#))
  }

  @Test func `a page above a minute's tokens is read in parts`() throws {
    var limits = ChatCalls.Limits()
    limits.tokensPerMinute = 2_500
    let (stand, most) = (CallStand(limits), Locked((calls: 0, tokens: 0)))
    let client = try stand.client { request async throws(FetchError) in
      let tokens = TokenEstimate.tokens(in: request.body ?? [])
      most.withLock { $0 = ($0.calls + 1, max($0.tokens, tokens)) }
      let usage = #"{"prompt_tokens":\#(tokens),"completion_tokens":9}"#
      return try CallStand.page(StubModel.reply("Seals rest [1].", usage: usage))
    }
    let prompts = try Prompts()
    let text = String(repeating: "Seals rest on the sandbank all day, and fish.\n\n", count: 400)
    let summary = try #require(
      stand.time.run { () -> Summary? in
        let summariser = ChatSummariser(
          client: client,
          model: "m",
          sentences: 3,
          words: nil,
          prompts: prompts
        )
        // What it throws is said by its being nil.
        return try? await summariser.summarise(SourceText(text: text, language: "en"))
      }
    )
    #expect(summary?.sentences.isEmpty == false)
    let (calls, tokens) = most.withLock { $0 }
    #expect(calls > 3 && tokens + ChatCalls.answerTokens <= 2_500)
  }
}
