import Fetching
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct ChatReportTests {
  private let sources = [
    Self.source(1, title: "Seals", "Seals rest."), Self.source(5, "The harbour opens."),
  ]

  /// A source with one passage, which has its number.
  private static func source(_ number: Int, title: String? = nil, _ text: String) -> ReportSource {
    var source = ReportSource(number: number, title: title)
    source.passages = [
      Passage(number: number, source: number, start: 0, end: text.count, text: text)
    ]
    return source
  }

  private func summary(_ model: StubModel, sentences: Int = 3) async throws -> AuthoredSummary {
    try await ChatReport(client: model.client, model: "tiny", prompts: Prompts()).summary(
      of: sources,
      question: nil,
      language: "en",
      length: SummaryLength(sentences: sentences)
    )
  }

  @Test func `binds sentences to the passages they cite`() async throws {
    var sources = sources
    let passages = (1...3).map {
      Passage(number: $0, source: $0 < 3 ? 1 : 5, start: $0, end: $0 + 4, text: "Text \($0).")
    }
    (sources[0].passages, sources[1].passages) = (Array(passages[..<2]), [passages[2]])
    let model = StubModel("Both say so [3, 1]. One says that [2][9]. None says more.")
    let report = ChatReport(client: try model.client, model: "tiny", prompts: try Prompts())
    let summary = try await report.summary(
      of: sources,
      question: "Why?",
      language: nil,
      length: SummaryLength(sentences: 3)
    )
    #expect(summary.sentences.map(\.sources) == [[1, 5], [1], []])
    #expect(summary.sentences.map { $0.passages.map(\.number) } == [[1, 3], [2], []])
    let user = try #require(model.prompt.last)
    #expect(user.contains("\nTitle: Seals\n[1] Text 1.\n[2] Text 2.\n\n[3] Text 3.\n"))
    #expect(!user.contains("Seals rest.") && user.contains("Why?"))
  }

  /// So many sources of so many characters each.
  private func many(_ count: Int, _ length: Int) -> [ReportSource] {
    (1...count).map { number in
      var source = ReportSource(number: number, title: "T")
      source.passages = (0..<5).map {
        Passage(
          number: number * 5 + $0,
          source: number,
          start: 0,
          end: length,
          text: String(repeating: "ü", count: length)
        )
      }
      return source
    }
  }

  @Test(arguments: [1, 2, 7, 100, 500, 3_000])
  func `bounds the prompt for any number of sources`(count: Int) async throws {
    let model = StubModel("One is here [1].")
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    _ = try await report.summary(
      of: many(count, 20_000 / min(count, 500)),
      question: nil,
      language: nil,
      length: SummaryLength(sentences: 1)
    )
    let user = try #require(model.prompt.last)
    let used = min(count, ChatReport.maxSources)
    let text = user.count { $0 == "ü" }
    #expect(text <= ChatPrompt.maxText && text > 30_000)
    #expect(user.contains("[\(used * 5)] ü") && !user.contains("[\(used * 5 + 5)]"))
  }

  @Test func `shows half of each source where that is too long, and cites no more`() async throws {
    let model = ScriptedModel { number, _ in
      number < 2 ? .tooLong : .text("Shown [50]. Hidden [54].")
    }
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    let summary = try await report.summary(
      of: many(60, 180),
      question: nil,
      language: nil,
      length: SummaryLength(sentences: 3)
    )
    #expect(model.questions.count == 3)
    #expect((0..<3).map { model.user($0).count { $0 == "ü" } } == [54_000, 21_600, 10_800])
    #expect(summary.sentences.map(\.sources) == [[10], []])
  }

  @Test func `throws where next to nothing is too long`() async throws {
    let model = ScriptedModel { _, _ in .tooLong }
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    await #expect(throws: ChatError.self) {
      try await report.summary(
        of: many(400, 100),
        question: nil,
        language: nil,
        length: SummaryLength(sentences: 3)
      )
    }
    #expect(model.questions.count == 2)
  }

  @Test func `binds sentences to the sources they cite`() async throws {
    let model = StubModel("## All\n\nSeals **rest** [1][9]. The harbour opens [5, 1](http://h).")
    let summary = try await summary(model)
    #expect(summary.sentences.map(\.text) == ["Seals rest.", "The harbour opens."])
    #expect(summary.sentences.map(\.sources) == [[1], [1, 5]])
    #expect(summary.model == "tiny")
    #expect(summary.usage == ChatUsage(promptTokens: 7, completionTokens: 3))
    #expect(model.prompt.last?.contains("\n[5] The harbour opens.\n") == true)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (5, 3)])
  func `never gives more than asked`(asked: Int, given: Int) async throws {
    let model = StubModel("One is here [1]. Two is there [1]. Three is gone [5].")
    try await #expect(summary(model, sentences: asked).sentences.count == given)
    #expect(model.count == min(asked, 1))
  }

  @Test func `tells the model how many words there may be, and takes no more`() async throws {
    let model = StubModel("One is here [1]. Two is over there [1]. Gone [5].")
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    let summary = try await report.summary(
      of: sources,
      question: nil,
      language: "en",
      length: SummaryLength(sentences: 3, words: 4)
    )
    #expect(summary.sentences.map(\.text) == ["One is here.", "Gone."])
    #expect(model.prompt.contains { $0.contains("at most 4 words in all") })
  }

  @Test func `asks nothing about no sources`() async throws {
    let model = StubModel("Never said.")
    let report = ChatReport(client: try model.client, model: "m", prompts: try Prompts())
    let summary = try await report.summary(
      of: [],
      question: "?",
      language: nil,
      length: SummaryLength(sentences: 3)
    )
    #expect(summary.sentences.isEmpty && model.count == 0)
  }

  @Test(arguments: ["# Only a heading", "[1]", "---"])
  func `throws where an answer holds no sentence`(answer: String) async throws {
    await #expect(throws: ChatError.empty(endpoint: "http://127.0.0.1:1/v1")) {
      try await summary(StubModel(answer))
    }
  }

  @Test(arguments: ["sk-**secret**-4711", "sk-secret[1]-4711", "sk-secret\u{200B}-4711"])
  func `shows no key that marks and citations hide`(key: String) async throws {
    let endpoint = try ChatEndpoint(baseURL: "http://h", model: "m", key: "sk-secret-4711")
    let client = ChatClient(endpoint, fetcher: StubModel("The key is \(key) here [1]."))
    let report = ChatReport(client: client, model: "m", prompts: try Prompts())
    let summary = try await report.summary(
      of: sources,
      question: nil,
      language: "en",
      length: SummaryLength(sentences: 3)
    )
    #expect(summary.sentences.map(\.text) == ["The key is … here."])
  }

  @Test func `ends at once when its task is cancelled`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.hold("/chat/completions")
    let fetcher = try CurlFetcher()
    let endpoint = try ChatEndpoint(baseURL: site.url("/"), model: "m", key: nil)
    let client = ChatClient(endpoint, fetcher: fetcher)
    let report = ChatReport(client: client, model: "m", prompts: try Prompts())
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: ChatError.cancelled) {
          try await report.summary(
            of: sources,
            question: nil,
            language: nil,
            length: SummaryLength(sentences: 1)
          )
        }
      }
      await site.arrived("/chat/completions")
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 }
    await fetcher.close()
  }
}
