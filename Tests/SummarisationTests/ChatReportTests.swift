import Fetching
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(15)))
struct ChatReportTests {
  private let sources = [
    ReportSource(number: 1, title: "Seals", summary: "Seals rest."),
    ReportSource(number: 5, summary: "The harbour opens."),
  ]

  private func summary(_ model: StubModel, sentences: Int = 3) async throws -> AuthoredSummary {
    try await ChatReport(client: model.client, model: "tiny").summary(
      of: sources,
      question: nil,
      language: "en",
      sentences: sentences
    )
  }

  @Test func `binds sentences to the sources they cite`() async throws {
    let model = StubModel("## All\n\nSeals **rest** [1][9]. The harbour opens [5, 1](http://h).")
    let summary = try await summary(model)
    #expect(
      summary.sentences == [
        AuthoredSummary.Sentence(text: "Seals rest.", sources: [1]),
        AuthoredSummary.Sentence(text: "The harbour opens.", sources: [1, 5]),
      ]
    )
    #expect(summary.model == "tiny")
    #expect(summary.usage == ChatUsage(promptTokens: 7, completionTokens: 3))
    #expect(model.prompt.last?.contains("[5]\nThe harbour opens.") == true)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (5, 3)])
  func `never gives more than asked`(asked: Int, given: Int) async throws {
    let model = StubModel("One is here [1]. Two is there [1]. Three is gone [5].")
    try await #expect(summary(model, sentences: asked).sentences.count == given)
    #expect(model.count == min(asked, 1))
  }

  @Test func `asks nothing about no sources`() async throws {
    let model = StubModel("Never said.")
    let report = ChatReport(client: try model.client, model: "m")
    let summary = try await report.summary(of: [], question: "?", language: nil, sentences: 3)
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
    let report = ChatReport(client: client, model: "m")
    let summary = try await report.summary(
      of: sources,
      question: nil,
      language: "en",
      sentences: 3
    )
    #expect(summary.sentences.map(\.text) == ["The key is … here."])
  }

  @Test func `ends at once when its task is cancelled`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.hold("/chat/completions")
    let fetcher = try CurlFetcher()
    let endpoint = try ChatEndpoint(baseURL: site.url("/"), model: "m", key: nil)
    let report = ChatReport(client: ChatClient(endpoint, fetcher: fetcher), model: "m")
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(throws: ChatError.cancelled) {
          try await report.summary(of: sources, question: nil, language: nil, sentences: 1)
        }
      }
      await site.arrived("/chat/completions")
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 }
    await fetcher.close()
  }
}
