import Fetching
import FlowControl
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct ChatSummariserTests {
  private func summary(
    _ answer: String,
    of text: String = "Seals rest on the sandbank.",
    sentences: Int = 3,
    words: Int? = nil
  ) async throws -> Summary {
    let summariser = ChatSummariser(
      client: try StubModel(answer).client,
      model: "tiny",
      sentences: sentences,
      words: words,
      prompts: try Prompts()
    )
    return try await summariser.summarise(SourceText(text: text, language: "en"))
  }

  private static func summariser(_ client: ChatClient, sentences: Int) throws -> ChatSummariser {
    ChatSummariser(
      client: client,
      model: "m",
      sentences: sentences,
      words: nil,
      prompts: try Prompts()
    )
  }

  @Test func `gives the model's sentences with what they rest on`() async throws {
    let summary = try await summary("Seals *rest* on the sandbank [1, 9]. They rest long.【4】 Yes.")
    #expect(
      summary.sentences.map(\.text) == ["Seals rest on the sandbank.", "They rest long.", "Yes."]
    )
    #expect(summary.sentences.map(\.places) == [[0..<27], [], []])
    #expect(summary.sentences.map(\.isSupported) == [true, false, false])
    #expect(summary.sentences.allSatisfy { $0.start == 0 && $0.end == 0 && $0.score == 1 })
    #expect(summary.model == "tiny" && summary.language == "en")
    #expect(summary.usage == ChatUsage(promptTokens: 7, completionTokens: 3))
  }

  @Test(arguments: [
    (2, nil, ["One is here.", "Two is\nthere."]), (1, nil, ["One is here."]), (0, nil, []),
    (3, 6, ["One is here.", "Two is there."]), (3, 5, ["One is here."]), (3, 2, []),
    (-1, nil, []), (9, 9, ["One is here.", "Two is there.", "Three is gone."]),
  ])
  func `never exceeds its bounds`(sentences: Int, words: Int?, texts: [String]) async throws {
    let summary = try await summary(
      "One is here. Two is\nthere.\n\n- Three is gone.",
      sentences: sentences,
      words: words
    )
    let expected = texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(summary.sentences.map(\.text) == expected)
  }

  @Test func `passes over a sentence that exceeds the words`() async throws {
    let answer = "This sentence has far more words than were asked for. Seals rest."
    try await #expect(summary(answer, words: 4).sentences.map(\.text) == ["Seals rest."])
    try await #expect(summary(answer, words: 1).sentences.isEmpty)
  }

  @Test(arguments: ["# Only a heading", "---\n", "```\n```", "\u{200B}"])
  func `throws where an answer holds no sentence`(answer: String) async throws {
    for words in [nil, 1, 0] {
      await #expect(throws: ChatError.empty(endpoint: "http://127.0.0.1:1/v1")) {
        try await summary(answer, words: words)
      }
    }
  }

  @Test(arguments: ["sk-**secret**-4711", "sk-secret\u{200B}-4711", "`sk-secret`-4711"])
  func `shows no key that marks hide`(key: String) async throws {
    let endpoint = try ChatEndpoint(baseURL: "http://h", model: "m", key: "sk-secret-4711")
    let client = ChatClient(endpoint, fetcher: StubModel("The key is \(key) here."))
    let summariser = try Self.summariser(client, sentences: 3)
    let summary = try await summariser.summarise(SourceText(text: "Seals."))
    #expect(summary.sentences.map(\.text) == ["The key is … here."])
  }

  /// Finds out whether anybody else holds what is posted: writing to it copies it then.
  private struct SoleOwner: Fetcher {
    let copied: Locked<Bool?>

    func fetch(_ request: consuming FetchRequest) async throws(FetchError) -> Page {
      var body = request.body ?? []
      request.body = nil
      let before = body.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      body[0] = 0
      let after = body.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      copied.withLock { $0 = before != after }
      return try StubModel.page(StubModel.reply("Seals rest."))
    }
  }

  @Test func `holds no prompt while it waits`() async throws {
    let copied = Locked<Bool?>(nil)
    let endpoint = try ChatEndpoint(baseURL: "http://h", model: "m", key: nil)
    let client = ChatClient(endpoint, fetcher: SoleOwner(copied: copied))
    let summariser = try Self.summariser(client, sentences: 3)
    _ = try await summariser.summarise(SourceText(text: "Seals."))
    #expect(copied.withLock { $0 } == false)
  }

  @Test(arguments: ["", " \n"])
  func `asks nothing about nothing`(text: String) async throws {
    let model = StubModel("Never said.")
    let summariser = try Self.summariser(model.client, sentences: 3)
    let summary = try await summariser.summarise(SourceText(text: text))
    #expect(summary.sentences.isEmpty && summary.model == "m" && model.count == 0)
  }

  @Test func `asks once with the page's facts`() async throws {
    let model = StubModel("Yes.")
    let summariser = try Self.summariser(model.client, sentences: 3)
    let text = SourceText(text: "Seals.", title: "T", address: "http://h/pages/1")
    _ = try await summariser.summarise(text)
    #expect(model.count == 1)
    #expect(
      model.prompt.last?.contains("Title: T\nAddress: http://h/pages/1\n\n[1] Seals.\n") == true
    )
  }

  @Test func `goes on with what was cut off`() async throws {
    let model = ScriptedModel { number, _ in
      number == 0 ? .cut("Seals rest [1]. They") : .text("They rest long [1].")
    }
    let summary = try await model.summariser().summarise(SourceText(text: "Seals rest long."))
    #expect(summary.sentences.map(\.text) == ["Seals rest.", "They rest long."])
    #expect(summary.usage == ChatUsage(promptTokens: 14, completionTokens: 6))
  }

  @Test func `halves what is too long for the model after all`() async throws {
    let text = String(repeating: "Seals rest on the sandbank until the tide comes in. ", count: 100)
    let model = ScriptedModel { number, _ in
      number == 0 ? .tooLong : .text("Seals rest on the sandbank [1].")
    }
    let summary = try await model.summariser().summarise(SourceText(text: text, language: "en"))
    #expect(summary.sentences.map(\.text) == ["Seals rest on the sandbank."])
    // Two halves, and one of both.
    #expect(model.questions.count == 4 && model.user(1).contains("part 1 of 2"))
  }

  @Test func `throws where a short text is too long`() async throws {
    let model = ScriptedModel { _, _ in .tooLong }
    let error = await #expect(throws: ChatError.self) {
      try await model.summariser().summarise(SourceText(text: "Seals rest."))
    }
    guard case .tooLong = error else { throw error ?? ChatError.cancelled }
    #expect(model.questions.count == 1)
  }

  @Test func `passes the model's errors on`() async throws {
    await #expect(throws: ChatError.empty(endpoint: "http://127.0.0.1:1/v1")) {
      try await summary("<think>")
    }
  }

  @Test func `throws a cancellation as such`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    let path = "/chat/completions"
    site.hold(path)
    let fetcher = try CurlFetcher()
    let endpoint = try ChatEndpoint(baseURL: site.url("/"), model: "m", key: nil)
    let client = ChatClient(endpoint, fetcher: fetcher)
    let summariser = try Self.summariser(client, sentences: 1)
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: CancellationError.self) {
          try await summariser.summarise(SourceText(text: "x"))
        }
      }
      await site.arrived(path)
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 }
    await fetcher.close()
  }
}
