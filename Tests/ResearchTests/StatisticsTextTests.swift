@testable import ResearchCore
import TestSupport
import Testing

@testable import research

struct StatisticsTextTests {
  private static func statistics(_ events: [Event.Kind]) -> Statistics {
    var statistics = Statistics()
    for event in events { statistics.fold(event) }
    return statistics
  }

  @Test func `says nothing of a run that asked for nothing`() {
    let text = StatisticsText(Statistics())
    #expect(text.sentence == nil && text.stages.isEmpty)
  }

  @Test func `the log ends with statistics and what came out`() async throws {
    let site = try SavedPage.site(2)
    defer { site.stop() }
    let run = try await Program.run(
      "fetch",
      "-j",
      "1",
      "--retry=0",
      "--robots=ignore",
      site.url("/1"),
      site.url("/2"),
      site.url("/none")
    )
    let lines = run.log.split(separator: "\n")
    let statistics = try #require(lines.dropLast().last)
    #expect(
      statistics.contains(
        "statistics     3 requests: 2 successful, 1 failed; 1 connection, reused 2 times; "
      )
    )
    #expect(statistics.contains("; fetch p50 ") && statistics.contains(", p99 "))
    #expect(lines.last?.contains(" ended ") == true)
    #expect(!run.log.contains("| stage"))
  }

  @Test func `a run over saved pages is short`() async throws {
    let log = try await Program.run(Program.samples).log
    let line = try #require(log.split(separator: "\n").dropLast().last)
    #expect(line.contains("statistics     21 saved documents: 20 successful, 1 failed; "))
    #expect(!line.contains("connection"))
  }

  @Test func `detail adds a table of the stages`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let log = try await Program.run("-v", "--robots=ignore", site.url("/1")).log
    let stages = log.split(separator: "\n").filter { $0.hasPrefix("|") }
      .map { $0.split(separator: "|")[0].filter { $0 != " " } }
    #expect(
      stages.filter { !$0.hasPrefix("-") }
        == ["stage", "queue", "connect", "firstbyte", "transfer", "fetch", "extract", "summarise"]
    )
    #expect(log.contains("first byte ") && log.contains("transfer "))
  }

  @Test(arguments: ["-q", "-qq"]) func `little is said where little is asked`(option: String)
    async throws
  {
    let log = try await Program.run(option, Program.samples).log
    #expect(!log.contains("statistics"))
  }

  @Test func `counts the calls of a model and their tokens`() {
    let usage = TokenUsage(promptTokens: 34_567, completionTokens: 1_234)
    let authored = Event.Authored(model: "m", sentences: 2, usage: usage, seconds: 1)
    let text = StatisticsText(Self.statistics([.authored(authored)]))
    #expect(text.sentence == "1 model call, 34,567 + 1,234 tokens")
  }

  @Test func `marks what was estimated, and tells pages done instead and the cost`() {
    var usage = TokenUsage(promptTokens: 34_567, completionTokens: 1_234)
    usage.estimated = true
    let authored = Event.Authored(model: "m", sentences: 2, usage: usage, seconds: 1)
    let subject = Event.Subject(index: 1, source: "a", attempt: 1)
    let page = Event.Summarised(
      sentences: 1,
      error: Failure(.model, "no"),
      hasFailedCall: true,
      seconds: 1
    )
    var statistics = Self.statistics([.authored(authored), .summarised(subject, page)])
    let text = "2 model calls, 1 failed, 1 page built-in instead, ~34,567 + ~1,234 tokens"
    #expect(StatisticsText(statistics).sentence?.hasSuffix(text) == true)
    statistics.model.price = ModelPrice(input: 1, output: 10)
    #expect(StatisticsText(statistics).sentence?.hasSuffix(text + ", cost ~0.0469") == true)
    let spent = Event.Summarised(sentences: 1, error: Failure(.budget, "no"), seconds: 1)
    let none = StatisticsText(Self.statistics([.summarised(subject, spent)])).sentence
    #expect(none?.hasSuffix("0 model calls, 1 page built-in instead") == true)
  }
}
