import Testing

@testable import ResearchCore

struct SourceBriefTests {
  @Test func `reads back what it wrote`() {
    var brief = SourceBrief(index: 300, outcome: .failed, source: "https://a.example/é")
    #expect(SourceBrief(bytes: brief.bytes) == brief)
    brief.finalURL = ""
    brief.duplicateOf = 7
    (brief.step, brief.reason, brief.title) = (
      "fetch", "why\nnot", String(repeating: "t", count: 300)
    )
    (brief.published, brief.site, brief.day, brief.hash) = ("2026-01-31", "s", "2026-11-21", "abc")
    (brief.words, brief.hasModel) = (12_034, true)
    brief.authors = ["a", ""]
    brief.sentences = ["One.", "Two."]
    brief.fragments = [":~:text=One.", nil]
    #expect(SourceBrief(bytes: brief.bytes) == brief)
  }

  @Test func `survives bytes that are cut`() {
    var brief = SourceBrief(index: 1, outcome: .used, source: "x")
    brief.sentences = ["One.", "Two."]
    for count in 0..<brief.bytes.count {
      #expect(SourceBrief(bytes: Array(brief.bytes.prefix(count))) != brief)
    }
    #expect(SourceBrief(bytes: Array(repeating: 0xFF, count: 40)) == nil)
  }

  @Test func `takes what a report shows and no more`() {
    var record = ReportFixture.used(2, "https://a.example/", title: " A\ntitle ", text: "Text.")
    record.authors = ["a", "b", "c", "d", "e"]
    record.published = "soon"
    let brief = SourceBrief(record)
    #expect(brief.title == "A title")
    #expect(brief.authors == ["a", "b", "c", "d"])
    #expect(brief.published == nil)
    #expect(brief.day == "2026-11-21")
    #expect(brief.hash == "0123456789abcdef")
    record.source = String(repeating: "x", count: 1_000_000)
    #expect(SourceBrief(record).source.utf8.count == 2_000)
  }

  @Test(arguments: Failure.Kind.allCases)
  func `names the step of every failure`(kind: Failure.Kind) {
    let step = ReportFixture.failed(1, "x", kind).failedStep
    #expect(["list", "fetch", "extract", "summarise", "not finished"].contains(step))
  }

  @Test func `tells a page too large to fetch from one too large to parse`() {
    var record = ReportFixture.failed(1, "x", .tooLarge)
    #expect(record.failedStep == "fetch")
    record.timings = Record.Timings()
    record.timings?.extract = 0.1
    #expect(record.failedStep == "extract")
  }
}
