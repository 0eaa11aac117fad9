import Testing

@testable import ResearchCore

struct ReportWriterTests {
  @Test(arguments: ReportOptions.Format.allCases)
  func `is the same in whatever order records arrived`(format: ReportOptions.Format) async throws {
    var fixture = Self.pages
    fixture.options.format = format
    let inOrder = try await fixture.write(shuffled: false)
    let shuffled = try await fixture.write(shuffled: true)
    #expect(inOrder.text == shuffled.text)
    #expect(inOrder.summary == shuffled.summary)
  }

  @Test func `says what the report came to`() async throws {
    let (text, summary) = try await Self.pages.write()
    #expect(summary.counts.total == 6)
    #expect(summary.counts.used == 3 && summary.sources == 3)
    #expect(summary.counts.duplicate == 2 && summary.counts.pages == 4)
    #expect(summary.hasUsableSource && !summary.isIncomplete)
    #expect(summary.findings > 0)
    #expect(summary.lines == text.utf8.count { $0 == UInt8(ascii: "\n") })
    #expect(text.hasSuffix("\n"))
  }

  @Test func `counts equal final addresses as duplicates of the lowest`() async throws {
    let (text, _) = try await Self.pages.write(shuffled: true)
    let number = try #require(
      section("## Sources", of: text).split(separator: "\n")
        .first { $0.contains("](https://a.example/)") }?
        .split(separator: " ").dropFirst().first
    )
    let excluded = section("## Not included", of: text)
    #expect(
      excluded.contains("| <https://short.example/> | fetch | duplicate of source \(number) |")
    )
    #expect(excluded.contains("| <https://a.example/> | list | duplicate of source \(number) |"))
  }

  @Test func `names the original of a duplicate only when the report has it`() async throws {
    var duplicate = Record(index: 2, source: "https://a.example/")
    (duplicate.outcome, duplicate.duplicateOf) = (.duplicate, 1)
    let records = [ReportFixture.failed(1, "https://a.example/"), duplicate]
    let text = try await ReportFixture(records: records).text()
    #expect(text.contains("| <https://a.example/> | list | duplicate of another source |"))
  }

  @Test func `tells when no source was usable`() async throws {
    let records = [
      ReportFixture.failed(1, "https://a.example/"), ReportFixture.used(2, "https://b.example/"),
    ]
    let (text, summary) = try await ReportFixture(records: records).write()
    #expect(!summary.hasUsableSource)
    #expect(summary.findings == 0)
    #expect(text.contains("No source could be used, so there are no findings."))
  }

  @Test func `tells that sources were not finished`() async throws {
    let records = [ReportFixture.pageAboutTasks(1), Record(index: 2, source: "https://b.example/")]
    let (_, summary) = try await ReportFixture(records: records).write()
    #expect(summary.isIncomplete)
    #expect(summary.counts.unfinished == 1)
  }

  @Test func `keeps page summaries apart from the bounds of the report's`() async throws {
    var fixture = Self.pages
    (fixture.options.sentences, fixture.options.words) = (1, 3)
    let bounded = try await fixture.text(trustsSummaries: false)
    let free = try await Self.pages.text(trustsSummaries: false)
    #expect(section("## Summary", of: bounded).contains("No sentence fits"))
    let bodies = [bounded, free].map { report in
      section("## Sources in detail", of: report).split(separator: "\n")
        .filter { $0.contains("¶") }.map(String.init).sorted()
    }
    #expect(bodies[0] == bodies[1])
    #expect(!bodies[0].isEmpty)
  }

  @Test(arguments: ReportOptions.Format.allCases)
  func `makes summaries anew as the run makes them`(format: ReportOptions.Format) async throws {
    var run = Self.pages
    run.options.format = format
    var elsewhere = run
    for index in run.records.indices {
      let summaries = PageSummary(options: run.options, trustsStored: false)
      run.records[index].summary = summaries.sentences(of: run.records[index])
      elsewhere.records[index].summary = Array(run.records[index].summary?.prefix(1) ?? [])
    }
    let trusted = try await run.text(trustsSummaries: true)
    #expect(try await elsewhere.text(trustsSummaries: false) == trusted)
    #expect(try await elsewhere.text(trustsSummaries: true) != trusted)
  }

  @Test func `adds timings only when asked`() async throws {
    var fixture = Self.pages
    fixture.records[0].timings = Record.Timings()
    fixture.records[0].timings?.fetch = 0.412
    #expect(!(try await fixture.text().contains("Median")))
    fixture.options.hasStatistics = true
    #expect(try await fixture.text().contains("| fetch | 1 | 412 ms | 412 ms | 412 ms |\n"))
  }

  @Test func `takes the given day for its date, where it is one`() async throws {
    var fixture = Self.pages
    fixture.options.day = "1980-01-01"
    #expect(try await fixture.text().contains("\ndate: 1980-01-01\n"))
    fixture.options.day = "x\n---\n"
    #expect(try await fixture.text() == Self.pages.text())
  }

  @Test func `refuses a wrong template before any work`() {
    var options = ReportOptions()
    options.template = "{{#open}}"
    #expect(throws: ReportTemplateError.self) {
      try ReportWriter(options: options, temporaryDirectory: ReportFixture.temporaryDirectory)
    }
  }

  @Test func `says that the scratch file cannot be made`() async throws {
    let writer = try ReportWriter(options: ReportOptions(), temporaryDirectory: "/no such folder")
    let store = try await Self.pages.store()
    await #expect(throws: SystemError.self) { try await writer.write(store) { _ in } }
  }

  @Test func `hands on the sink's error`() async throws {
    struct Full: Error {}
    let writer = try ReportWriter(
      options: ReportOptions(),
      temporaryDirectory: ReportFixture.temporaryDirectory
    )
    let store = try await Self.pages.store()
    await #expect(throws: Full.self) { try await writer.write(store) { _ in throw Full() } }
  }

  @Test(arguments: ReportOptions.Format.allCases)
  func `stops when cancelled`(format: ReportOptions.Format) async throws {
    var fixture = Self.pages
    fixture.options.format = format
    await withTaskGroup(of: Void.self) { [fixture] group in
      group.addTask {
        withUnsafeCurrentTask { $0?.cancel() }
        await #expect(throws: CancellationError.self) { try await fixture.write() }
      }
    }
  }

  @Test func `hands on large reports in pieces`() async throws {
    let records = (1...2_000).map { ReportFixture.failed($0, "https://a.example/\($0)") }
    let writer = try ReportWriter(
      options: ReportOptions(),
      temporaryDirectory: ReportFixture.temporaryDirectory
    )
    let collected = Collected()
    let summary = try await writer.write(try await ReportFixture(records: records).store()) {
      collected.pieces += 1
      collected.bytes += $0
    }
    #expect(collected.pieces > 1)
    #expect(summary.counts.failed == 2_000)
  }

  private static var pages: ReportFixture {
    var first = ReportFixture.pageAboutTasks(1)
    first.finalURL = "https://a.example/"
    var other = ReportFixture.used(
      2,
      "https://b.example/",
      title: "Groups",
      text: "A task group gives its children a parent that waits. It cancels all when one fails."
    )
    other.language = "en"
    var repeated = ReportFixture.pageAboutTasks(4)
    (repeated.source, repeated.finalURL) = ("https://short.example/", "https://a.example/")
    var duplicate = Record(index: 5, source: "https://a.example/")
    (duplicate.outcome, duplicate.duplicateOf) = (.duplicate, 1)
    let third = ReportFixture.used(
      6,
      "https://c.example/",
      title: "Rivers",
      text: "Rivers carry water from the mountains to the sea. They shape the land as they go."
    )
    return ReportFixture(records: [
      first, other, ReportFixture.failed(3, "https://gone.example/"), repeated, duplicate, third,
    ])
  }
}

extension ReportFixture {
  /// A page with enough sentences for every length.
  fileprivate static func pageAboutTasks(_ index: Int) -> Record {
    let sentences = (1...12).map { "Task number \($0) has a parent that waits for its end." }
    return used(
      index,
      "https://a.example/\(index)",
      title: "Tasks",
      text: sentences.joined(separator: " ")
    )
  }
}
