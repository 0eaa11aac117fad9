import Fetching
import FoundationEssentials
import TestSupport
import Testing

@testable import Summarisation

@Suite(.timeLimit(.minutes(1)))
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

  @Test func `is kept as JSON and read again`() async throws {
    let summary = try await summary(StubModel("Seals rest [1]."))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(summary)
    #expect(
      String(decoding: json, as: UTF8.self) == #"""
        {"model":"tiny","sentences":[{"sources":[1],"text":"Seals rest."}],"usage":{"completion_tokens":3,"prompt_tokens":7}}
        """#
    )
    try #expect(JSONDecoder().decode(AuthoredSummary.self, from: json) == summary)
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
