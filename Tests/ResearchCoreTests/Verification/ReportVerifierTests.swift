import Fetching
import Foundation
import Testing

@testable import ResearchCore

struct ReportVerifierTests {
  private static let texts = [
    """
    The council of Westhaven approved the new harbour on Monday. It will cost 40 million euros, said \
    the mayor, and "nobody was asked" before the vote!

    The old pier was closed after the storm of 2014. Its planks are rotten & its piles are sound.
    """,
    """
    The council of Westhaven approved the new harbour on Monday. Fishermen | of the town — eleven \
    of them — do not like the plan at all.

    A museum of the lifeboats will follow in the year after that, if the money lasts long enough.
    """,
    "新港口位于城市的东边，距离火车站只有五公里。渔民们对这个计划并不满意，他们担心鱼会越来越少。",
  ]

  private static func fixture(_ format: ReportOptions.Format) -> ReportFixture {
    var records = texts.enumerated().map { number, text in
      var record = ReportFixture.used(
        number + 1,
        "https://\(["a", "b", "c"][number]).example/page?x=1&y=(2)",
        title: "Title [\(number)] of a_page",
        text: text
      )
      record.textSHA256 = sha256(Array(text.utf8))
      return record
    }
    records.append(ReportFixture.failed(4, "https://d.example/"))
    records += others
    var fixture = ReportFixture(records: records)
    fixture.options.format = format
    return fixture
  }

  /// A duplicate, a later day, and saved documents that agree and differ with pages.
  private static var others: [Record] {
    let length = { (metres: String, end: String) in
      "Bridge\n\nThe new bridge of Northford across the river Aln is \(metres) metres long. "
        + "Bridge of the river, \(end)."
    }
    var records = [
      ReportFixture.used(5, "https://e.example/a", text: length("1,233", "says the builder")),
      ReportFixture.used(6, "https://f.example/a", text: length("1,480", "says the paper")),
      ReportFixture.used(7, "/tmp/one.html", text: pier("the sale", "first")),
      ReportFixture.used(8, "/tmp/two.html", text: pier("a sale", "second")),
      ReportFixture.used(9, "https://g.example/a:~:b", text: pier("sale", "third")),
      ReportFixture.used(10, "https://e.example/a", text: length("1,233", "says the builder")),
    ]
    for index in records.indices {
      records[index].textSHA256 = records[index].text.map { sha256(Array($0.utf8)) }
    }
    records[5].retrieved = "2026-11-23T10:43:00Z"
    return records
  }

  private static func pier(_ sale: String, _ paper: String) -> String {
    "The government of Westhaven ended \(sale) of burning coal in all towns of the island.\n\n"
      + "also this is what the \(paper) paper of the town wrote about coal that winter."
  }

  private static func check(_ report: [UInt8], _ fixture: ReportFixture) async throws
    -> Verification
  {
    try await ReportVerifier(
      report,
      records: try await fixture.store(),
      scratchIn: ReportFixture.temporaryDirectory
    ).verify()
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `finds nothing wrong with a report as it was written`(
    format: ReportOptions.Format
  ) async throws {
    var fixture = Self.fixture(format)
    for length in ReportOptions.Length.allCases {
      fixture.options.length = length
      let report = try await fixture.text(trustsSummaries: false)
      let result = try await Self.check(Array(report.utf8), fixture)
      #expect(result.flaws == [])
      #expect(result.holds && result.sentences > 3 && result.citations >= result.sentences)
    }
  }

  @Test func `finds nothing wrong whatever the options`() async throws {
    var fixture = Self.fixture(.markdown)
    fixture.options.title = "A \"title\" \\ of mine"
    fixture.options.question = "Who approved the harbour?"
    fixture.options.hasStatistics = true
    fixture.options.words = 40
    fixture.options.day = "2020-02-29"
    let report = try await fixture.text(trustsSummaries: false)
    #expect(try await Self.check(Array(report.utf8), fixture).flaws == [])
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `fails on each byte that is changed`(format: ReportOptions.Format) async throws {
    let fixture = Self.fixture(format)
    let report = Array(try await fixture.text(trustsSummaries: false).utf8)
    var passing: [String] = []
    // All of them take minutes; .ci/full asks for each.
    let isFull = ProcessInfo.processInfo.environment["EACH_BYTE"] != nil
    for index in stride(from: 0, to: report.count, by: isFull ? 1 : 97) {
      var changed = report
      changed[index] = report[index] == UInt8(ascii: "x") ? UInt8(ascii: "7") : UInt8(ascii: "x")
      // What is no report any more has failed, too.
      let result = try? await Self.check(changed, fixture)
      if result?.holds == true {
        passing.append(String(decoding: report[max(0, index - 20)...].prefix(40), as: UTF8.self))
      }
    }
    // JSON has the title once, and it is the user's.
    #expect(passing.allSatisfy { format == .json && $0.contains("\"title\":\"Report on") })
  }

  @Test(arguments: [
    ("\"value\":\"1,233 metres\"", "\"value\":\"233 metres\""),
    ("\"value\":\"1,233 metres\"", "\"value\":\"\""),
    ("\"subject\":\"", "\"subject\":\"x"), ("\"answered\":true", "\"answered\":false"),
    ("\"agreeing\":[{\"end\":", "\"agreeing\":[{\"end\":9"), ("\"score\":0.", "\"score\":0.0"),
  ])
  func `fails on what is said of a sentence`(part: String, other: String) async throws {
    var fixture = Self.fixture(.json)
    fixture.options.question = "How long is the new bridge of Northford, and who ended coal?"
    let report = try await fixture.text(trustsSummaries: false)
    let changed = report.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != report)
    #expect(try await !Self.check(Array(changed.utf8), fixture).holds)
  }

  @Test(arguments: ["2026-11-21", "2026-11-23", "2001-01-01"])
  func `takes any day for all`(day: String) async throws {
    for format in [ReportOptions.Format.markdown, .json] {
      var fixture = Self.fixture(format)
      fixture.options.day = day
      let report = try await fixture.text(trustsSummaries: false)
      #expect(try await Self.check(Array(report.utf8), fixture).flaws == [])
    }
  }

  @Test(arguments: [
    "Was the summary were written by hand?",
    "The built-in summary stands, because it was written well",
  ])
  func `takes no title for what says who wrote`(title: String) async throws {
    var fixture = Self.fixture(.markdown)
    (fixture.options.title, fixture.options.question) = (title, title + " harbour")
    let report = try await fixture.text(trustsSummaries: false)
    #expect(try await Self.check(Array(report.utf8), fixture).flaws == [])
  }

  @Test func `finds nothing wrong with statistics without timings`() async throws {
    var fixture = Self.fixture(.json)
    fixture.options.hasStatistics = true
    let report = try await fixture.text(trustsSummaries: false)
    #expect(try await Self.check(Array(report.utf8), fixture).flaws == [])
  }

  @Test func `takes no report by another template`() async throws {
    var fixture = Self.fixture(.markdown)
    fixture.options.template = "---\ntitle: {{yaml.title}}\n---\n\n# {{title}}\n"
    let report = try await fixture.text(trustsSummaries: false)
    await #expect(throws: VerificationError.noReport) {
      try await Self.check(Array(report.utf8), fixture)
    }
  }

  @Test func `says where and what`() async throws {
    let fixture = Self.fixture(.markdown)
    let report = try await fixture.text(trustsSummaries: false)
    let changed = report.replacing("40 million", with: "60 million")
    let result = try await Self.check(Array(changed.utf8), fixture)
    #expect(
      result.flaws.contains { $0.description.contains("does not say: It will cost 60 million") }
    )
    #expect(result.flaws.allSatisfy { $0.line != nil })
  }

  @Test func `fails where a record's text was changed`() async throws {
    var fixture = Self.fixture(.markdown)
    let report = try await fixture.text(trustsSummaries: false)
    fixture.records[1].text = Self.texts[1].replacing("eleven", with: "twelve")
    let result = try await Self.check(Array(report.utf8), fixture)
    #expect(
      result.flaws.first?.description == "record 2: its text was changed: text_sha256 is another"
    )
  }

  @Test func `fails where a source is missing`() async throws {
    var fixture = Self.fixture(.markdown)
    let report = try await fixture.text(trustsSummaries: false)
    fixture.records.remove(at: 1)
    #expect(try await !Self.check(Array(report.utf8), fixture).holds)
  }

  @Test(arguments: ["", "x", "{}", "<!DOCTYPE html>", "# No front matter", "\u{FF}"])
  func `takes nothing else for a report`(text: String) async throws {
    let fixture = Self.fixture(.markdown)
    await #expect(throws: VerificationError.self) {
      try await Self.check(Array(text.utf8), fixture)
    }
    await #expect(throws: VerificationError.notText) { try await Self.check([0xFF], fixture) }
  }

  @Test func `ends soon after it is cancelled`() async throws {
    let fixture = Self.fixture(.markdown)
    let report = Array(try await fixture.text(trustsSummaries: false).utf8)
    await withTaskGroup(of: Void.self) { group in
      group.cancelAll()
      group.addTask {
        await #expect(throws: CancellationError.self) { try await Self.check(report, fixture) }
      }
    }
  }
}
