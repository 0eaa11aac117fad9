import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

@Suite struct ComparisonTests {
  /// What a comparison leaves behind.
  private struct Result: Sendable {
    var summary: ReportSummary?
    var events: [Event] = []
    var report: [UInt8] = []
    var sessions = 0
    var error: String?
    var hasPassedDeadline = false
    var hasReachedCeiling = false

    var table: ComparisonTable? {
      events.lazy.compactMap { event in
        if case .compared(let table) = event.kind { table } else { nil }
      }.first
    }
  }

  private func compare(
    _ virtual: VirtualSession,
    _ sources: [String],
    holdingBack: Schedule? = nil,
    meanwhile: @escaping @Sendable (Comparison, SessionClock) async throws -> Void = { _, _ in }
  ) throws -> Result {
    let result = virtual.time.run { () async -> Result in
      let (made, pieces) = (Locked(0), Locked<[UInt8]>([]))
      var result = Result()
      do {
        let comparison = try Comparison(virtual.configuration) { configuration in
          made.withLock { $0 += 1 }
          var services = virtual.services
          let isHeldBack = configuration.schedule == holdingBack
          services.hasReachedCeiling = { isHeldBack }
          return try Session(configuration, services: services)
        }
        let events = comparison.session.events()
        async let told = events.reduce(into: []) { $0.append($1) }
        async let meanwhile: Void = meanwhile(comparison, virtual.clock)
        result.summary = try await comparison.run(sources.map { .source($0) }) { piece in
          pieces.withLock { $0 += piece }
        }
        comparison.session.end(exit: 0)
        try await meanwhile
        result.hasPassedDeadline = comparison.hasPassedDeadline
        result.hasReachedCeiling = comparison.hasReachedCeiling
        result.events = await told
      } catch {
        result.error = "\(error)"
      }
      (result.sessions, result.report) = (made.withLock { $0 }, pieces.withLock { $0 })
      return result
    }
    return try #require(result)
  }

  @Test func `runs the list three times and says what each run came to`() throws {
    let virtual = VirtualSession()
    let result = try compare(virtual, VirtualSession.urls(5))
    let rows = try #require(result.table).rows
    #expect(rows.map(\.schedule) == [.oneByOne, .barriers, .streaming])
    #expect(rows.map(\.wall) == [20, 4, 4])
    #expect(rows.map(\.work) == [20, 20, 20])
    #expect(rows.map(\.overlap) == [1, 5, 5])
    #expect(rows.map(\.speedUp) == [1, 5, 5])
    #expect(rows.map(\.pagesPerSecond) == [0.25, 1.25, 1.25])
    #expect(rows.map(\.isFinished) == [true, true, true])
    #expect(rows.allSatisfy { $0.latency["fetch"]?.p99 == 1 && $0.latency["summarise"]?.p50 == 3 })
    #expect(result.sessions == 3)
    #expect(virtual.fetcher.requests.count == 15)
    #expect(Set(virtual.fetcher.requests.map(\.attempt)) == [1, 2, 3])
  }

  @Test(arguments: [nil, .oneByOne, .barriers, .streaming] as [Schedule?])
  func `has reached the ceiling where any of its runs has`(_ schedule: Schedule?) throws {
    let result = try compare(VirtualSession(), VirtualSession.urls(2), holdingBack: schedule)
    #expect(result.hasReachedCeiling == (schedule != nil))
  }

  @Test func `tells the streaming run alone, and beforehand what will be done`() throws {
    let events = try compare(VirtualSession(), VirtualSession.urls(5)).events
    #expect(events.map(\.id) == Array(1...events.count))
    let comparing = events.compactMap { event -> String? in
      guard case .comparing(let told) = event.kind else { return nil }
      return "\(told.schedule.rawValue) \(told.run)/\(told.runs) at \(event.elapsed)"
    }
    #expect(
      comparing == ["one by one 1/3 at 0.0", "barriers 2/3 at 20.0", "streaming 3/3 at 24.0"]
    )
    if case .comparing = events.first?.kind {} else { Issue.record("not said beforehand") }
    let ends = events.compactMap { event -> Int? in
      guard case .settled(_, let subject, _) = event.kind else { return nil }
      return subject.index
    }
    #expect(ends.sorted() == [1, 2, 3, 4, 5])
    let progress = events.filter { if case .progress = $0.kind { $0.elapsed < 24 } else { false } }
    #expect(progress.count >= 20)
  }

  @Test func `the reports of the same pages are equal`() throws {
    let virtual = VirtualSession.mixed()
    let result = try compare(virtual, VirtualSession.mixture)
    #expect(result.table?.haveEqualReports == true)
    #expect(result.table?.changes == 0)
    #expect(String(decoding: result.report, as: UTF8.self).contains("## Summary"))
    #expect(result.summary?.counts.total == VirtualSession.mixture.count)
  }

  @Test(arguments: 0..<4)
  func `fifty pages take what the simulation says of each schedule`(seed: UInt64) throws {
    var generator = Generator(state: seed)
    let draw = { (range: ClosedRange<Int>, generator: inout Generator) in
      (0..<50).map { _ in Int.random(in: range, using: &generator) }
    }
    var simulation = PipelineSimulation(
      fetch: draw(100...2_000, &generator),
      summarise: draw(50...1_000, &generator)
    )
    (simulation.fetchSlots, simulation.summarySlots) = (50, 3)
    var virtual = VirtualSession(
      fetch: { [simulation] address, _ in
        let page = Int(address.path.dropFirst(2)) ?? 0
        return .init(
          VirtualSession.page("page-\(page)-"),
          after: .milliseconds(simulation.fetch[page])
        )
      },
      summarise: { [simulation] text in
        let digits = text.drop { $0 != "-" }.dropFirst().prefix { $0 != "-" }
        return .milliseconds(simulation.summarise[Int(digits) ?? 0])
      }
    )
    virtual.configuration.summarising.concurrency = simulation.summarySlots
    let table = try #require(compare(virtual, VirtualSession.urls(50)).table)
    #expect(
      table.rows.map { Int(($0.wall * 1_000).rounded()) }
        == Schedule.allCases.map(simulation.wall)
    )
    #expect(Set(table.rows.map { Int(($0.work * 1_000).rounded()) }).count == 1)
  }

  @Test func `a model that answers otherwise each time changes no page`() throws {
    var virtual = VirtualSession()
    virtual.configuration.summarising.model = "stub"
    virtual.summariser = StubSummariser(clock: virtual.clock, model: "stub", isFickle: true) { _ in
      .seconds(1)
    }
    let table = try #require(compare(virtual, VirtualSession.urls(2)).table)
    #expect(table.haveEqualReports == false)
    #expect(table.changes == 0)
  }

  @Test func `names the pages that changed between the runs`() throws {
    let virtual = VirtualSession(
      fetch: { address, attempt in
        let isNew = address.path == "/p2" && attempt == 3
        return .init(VirtualSession.page(isNew ? "new" : address.path), after: .seconds(1))
      }
    )
    let result = try compare(virtual, VirtualSession.urls(4))
    let table = try #require(result.table)
    #expect(table.haveEqualReports == false)
    #expect(table.changed == [.init(index: 3, source: "http://h2.test/p2")])
    #expect(table.changes == 1)
  }

  @Test func `names a page that failed in one of the runs`() throws {
    var virtual = VirtualSession(
      fetch: { address, attempt in
        .init(
          VirtualSession.page(address.path),
          after: .seconds(1),
          status: address.path == "/p0" && attempt == 1 ? 404 : 200
        )
      }
    )
    virtual.configuration.fetching.retries = 0
    let table = try #require(compare(virtual, VirtualSession.urls(2)).table)
    #expect(table.changed.map(\.index) == [1])
  }

  @Test(arguments: (0...30).map { 2 * $0 })
  func `a drain at any time ends with a report of what there is`(halfSeconds: Int) throws {
    let result = try compare(VirtualSession(), VirtualSession.urls(5)) { comparison, clock in
      try await clock.sleep(for: .milliseconds(500 * halfSeconds))
      await comparison.drain(reason: "test")
    }
    try check(result, at: Double(halfSeconds) / 2)
  }

  @Test(arguments: (0...30).map { 2 * $0 + 1 })
  func `so does a cancel`(halfSeconds: Int) throws {
    let result = try compare(VirtualSession(), VirtualSession.urls(5)) { comparison, clock in
      try await clock.sleep(for: .milliseconds(500 * halfSeconds))
      await comparison.cancel(reason: "test")
    }
    try check(result, at: Double(halfSeconds) / 2)
  }

  @Test func `what a model wrote for a finished run stays with its records`() throws {
    var virtual = VirtualSession()
    virtual.configuration.summarising.model = "stub"
    let author = StubAuthor(clock: virtual.clock, after: .seconds(2))
    virtual.author = author
    let result = try compare(virtual, VirtualSession.urls(5)) { comparison, clock in
      try await clock.sleep(for: .seconds(24))
      await comparison.drain(reason: "test")
    }
    let report = String(decoding: result.report, as: UTF8.self)
    #expect(report.contains("All say") && !report.contains("gave none"))
    #expect(author.questions.count == 1)
    #expect(result.table?.rows.map(\.isFinished) == [true, false])
    #expect(result.table?.rows.first?.wall == 22)
  }

  @Test func `a deadline is for all runs together`() throws {
    for (seconds, finished, used) in [(14, [false], 4), (22, [true, false], 5)] {
      var virtual = VirtualSession()
      virtual.configuration.deadline = .seconds(seconds)
      let result = try compare(virtual, VirtualSession.urls(5))
      #expect(result.table?.rows.map(\.isFinished) == finished)
      #expect(result.summary?.counts.used == used)
      #expect(result.hasPassedDeadline)
    }
    var virtual = VirtualSession()
    virtual.configuration.deadline = .seconds(29)
    let result = try compare(virtual, VirtualSession.urls(5))
    #expect(result.table?.haveEqualReports == true && !result.hasPassedDeadline)
  }

  private func check(_ result: Result, at second: Double) throws {
    #expect(result.error == nil)
    let counts = try #require(result.summary).counts
    #expect(counts.total == 5)
    // The first run is whole after 20 seconds, and its records then stand in for the rest.
    if second > 20, second < 24 { #expect(counts.used == 5) }
    // Then the streaming run is the one that counts, however far it is.
    if second == 24.5 { #expect(counts.used < 5) }
    // The last page is in flight from then on, and completes within the time to drain.
    if second <= 16 { #expect(counts.unfinished > 0) }
    let ends = result.events.filter { if case .settled = $0.kind { true } else { false } }
    #expect(ends.count == 5)
    let table = try #require(result.table)
    if second != 28 { #expect((table.haveEqualReports == nil) == (second < 28)) }
    #expect(table.rows.first?.isFinished ?? false == (second > 20))
  }

  @Test func `a list without a source is an error`() throws {
    let result = try compare(VirtualSession(), [])
    #expect(result.error?.contains("names no source") == true)
  }
}
