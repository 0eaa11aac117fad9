import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// How a run ends, and that nothing is lost however it does.
@Suite struct SessionTests {
  private static func expectConservation(
    _ outcome: VirtualSession.Outcome,
    of count: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.counts.total == count, sourceLocation: sourceLocation)
    #expect(outcome.records.map(\.index) == Array(1...count), sourceLocation: sourceLocation)
    #expect(
      outcome.settled.map(\.index).sorted() == Array(1...count),
      sourceLocation: sourceLocation
    )
    let ends = Dictionary(uniqueKeysWithValues: outcome.settled)
    #expect(
      outcome.records.allSatisfy { ends[$0.index] == $0.outcome },
      sourceLocation: sourceLocation
    )
    #expect(
      outcome.events.map(\.id) == Array(1...max(1, outcome.events.count)),
      sourceLocation: sourceLocation
    )
    #expect(outcome.statistics.outcomes == outcome.counts, sourceLocation: sourceLocation)
    expectBalance(outcome, of: count, sourceLocation: sourceLocation)
    for record in outcome.records where record.outcome != .used && record.outcome != .duplicate {
      #expect(record.error != nil, sourceLocation: sourceLocation)
    }
  }

  /// At no moment may more have ended than had joined.
  private static func expectBalance(
    _ outcome: VirtualSession.Outcome,
    of count: Int,
    sourceLocation: SourceLocation
  ) {
    var statistics = Statistics()
    for event in outcome.events {
      statistics.fold(event.kind)
      #expect(statistics.sources >= statistics.outcomes.total, sourceLocation: sourceLocation)
      let progress = statistics.progress
      for step in [progress.fetch, progress.extract, progress.summarise] {
        #expect(step.total >= 0, sourceLocation: sourceLocation)
      }
    }
    #expect(statistics.sources == count, sourceLocation: sourceLocation)
  }

  @Test func `every source ends once, and as it should`() throws {
    let outcome = try #require(VirtualSession.mixed().run(VirtualSession.mixture))
    Self.expectConservation(outcome, of: 40)
    for (number, record) in outcome.records.enumerated() {
      let expected: [Outcome] = [
        .used, .failed, .used, .failed, .duplicate, .used, .failed, .failed,
      ]
      #expect(record.outcome == expected[number % 8], "source \(record.index)")
    }
    let kinds = outcome.records.prefix(8).map { $0.error?.kind }
    #expect(kinds == [nil, .http, nil, .unsupportedScheme, nil, nil, .empty, .file])
    #expect(outcome.records[4].duplicateOf == 1)
    #expect(outcome.records[2].attempts == 3)
    #expect(outcome.records[5].attempts == 2)
  }

  @Test(arguments: stride(from: 0, through: 40, by: 1).map { 500 * $0 })
  func `nothing is lost in a drain at any moment`(milliseconds: Int) throws {
    let moment = Duration.milliseconds(milliseconds)
    let outcome = try #require(
      VirtualSession.mixed().run(VirtualSession.mixture) { session, clock in
        try await clock.sleep(until: moment)
        await session.drain(reason: "a test")
      }
    )
    Self.expectConservation(outcome, of: 40)
    #expect(outcome.end <= max(moment, .seconds(0)) + .seconds(40))
    for event in outcome.events where event.elapsed > moment.seconds {
      if case .began(.fetch, _, _) = event.kind { Issue.record("admitted after the drain") }
    }
  }

  @Test(arguments: stride(from: 0, through: 40, by: 1).map { 500 * $0 })
  func `nothing is lost in a cancel at any moment`(milliseconds: Int) throws {
    let moment = Duration.milliseconds(milliseconds)
    let outcome = try #require(
      VirtualSession.mixed().run(VirtualSession.mixture) { session, clock in
        try await clock.sleep(until: moment)
        await session.cancel(reason: "a test")
      }
    )
    Self.expectConservation(outcome, of: 40)
    #expect(outcome.end <= moment)
  }

  @Test func `what is in flight completes when a session drains`() throws {
    var session = VirtualSession(fetch: .seconds(2), summarise: .seconds(1))
    session.configuration.fetching.maxConcurrency = 2
    let outcome = try #require(
      session.run(VirtualSession.urls(10)) { session, clock in
        try await clock.sleep(until: .milliseconds(2_500))
        await session.drain(reason: "a test")
      }
    )
    #expect(outcome.end == .seconds(5))
    #expect(
      outcome.outcomes == [.used, .used, .used, .used] + Array(repeating: .unfinished, count: 6)
    )
    #expect(outcome.records.map(\.attempts) == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test func `what is in flight is given up when the time to drain is over`() throws {
    var session = VirtualSession(fetch: .seconds(100))
    session.configuration.drainTimeout = .seconds(4)
    let outcome = try #require(
      session.run(VirtualSession.urls(3)) { session, clock in
        try await clock.sleep(until: .seconds(1))
        await session.drain(reason: "a test")
        try await clock.sleep(until: .seconds(3))
        await session.drain(reason: "again")
      }
    )
    #expect(outcome.end == .seconds(5))
    #expect(outcome.counts.unfinished == 3)
    #expect(outcome.records.map(\.attempts) == [1, 1, 1])
    let isTold = outcome.events.contains { event in
      if case .cancelled = event.kind { event.elapsed == 5 } else { false }
    }
    #expect(isTold)
  }

  @Test func `a second signal ends a drain at once`() throws {
    let session = VirtualSession(fetch: .seconds(100))
    let outcome = try #require(
      session.run(VirtualSession.urls(3)) { session, clock in
        try await clock.sleep(until: .seconds(1))
        await session.drain(reason: "first")
        try await clock.sleep(until: .seconds(2))
        await session.cancel(reason: "second")
      }
    )
    #expect(outcome.end == .seconds(2))
    #expect(outcome.counts.unfinished == 3)
  }

  @Test func `sources that wait for another attempt are unfinished after a drain`() throws {
    let session = VirtualSession(fetch: { _, _ in
      .init(after: .seconds(1), status: 503, headers: [("Retry-After", "50")])
    })
    let outcome = try #require(
      session.run(VirtualSession.urls(5)) { session, clock in
        try await clock.sleep(until: .seconds(10))
        await session.drain(reason: "a test")
      }
    )
    Self.expectConservation(outcome, of: 5)
    #expect(outcome.end == .seconds(10))
    #expect(outcome.counts.unfinished == 5)
    #expect(outcome.records.allSatisfy { $0.attempts == 1 })
  }

  @Test(arguments: [true, false])
  func `a session that is stopped before it begins finishes nothing`(isDrain: Bool) throws {
    let virtual = VirtualSession()
    let result = virtual.run(
      VirtualSession.urls(4),
      before: { session in
        if isDrain {
          await session.drain(reason: "early")
        } else {
          await session.cancel(reason: "early")
        }
      }
    )
    let outcome = try #require(result)
    Self.expectConservation(outcome, of: 4)
    #expect(outcome.end == .zero)
    #expect(outcome.counts.unfinished == 4)
    #expect(virtual.fetcher.requests.isEmpty)
  }

  @Test func `a duplicate stands for its first, even for one that failed`() throws {
    let session = VirtualSession(fetch: { _, _ in .init("gone", status: 404) })
    let outcome = try #require(
      session.run(["http://a.test/x?utm_source=mail", "http://A.test:80/x", "http://a.test/x#y"])
    )
    #expect(outcome.outcomes == [.failed, .duplicate, .duplicate])
    #expect(outcome.records.map(\.duplicateOf) == [nil, 1, 1])
    #expect(session.fetcher.requests.count == 1)
  }

  @Test func `records keep what the steps took`() throws {
    let outcome = try #require(VirtualSession().run(VirtualSession.urls(1)))
    let timings = try #require(outcome.records.first?.timings)
    #expect(timings.fetch == 1)
    #expect(timings.extract == 0)
    #expect(timings.summarise == 3)
    #expect(timings.queued == 0)
    let record = try #require(outcome.records.first)
    #expect(record.retrieved == "1970-01-12T13:46:41Z")
    #expect(record.contentType == "text/html")
    #expect(record.charset == "utf-8")
    #expect(record.summary?.first?.text == record.text.map { String($0.prefix(10)) })
  }

  @Test func `refuses a second run, which would write over the first one's records`() throws {
    let closed = Locked(0)
    let first = Locked(OutcomeCounts())
    var virtual = VirtualSession()
    virtual.closeFetcher = { closed.withLock { $0 += 1 } }
    let result = virtual.run(
      VirtualSession.urls(3),
      before: { session in
        // What it throws shows in the counts.
        let counts = try? await session.run([.source("http://first.test/")])
        first.withLock { $0 = counts ?? $0 }
      }
    )
    #expect(first.withLock { $0.used } == 1)
    #expect(try #require(result).error as? SessionError == .alreadyUsed)
    #expect(virtual.fetcher.requests.map(\.address) == ["http://first.test/"])
    #expect(closed.withLock { $0 } == 1)
  }

  @Test(arguments: 0..<10)
  func `a cancelled task records nothing of what had not begun`(milliseconds: Int) throws {
    let records = Locked<[Int]?>(nil)
    var virtual = VirtualSession(fetch: .seconds(100))
    virtual.configuration.fetching.maxConcurrency = 1
    let clock = virtual.clock
    _ = virtual.run(
      [],
      before: { session in
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            await #expect(throws: CancellationError.self) {
              _ = try await session.run(VirtualSession.urls(10).map { .source($0) })
            }
          }
          // Nothing cancels this task.
          try? await clock.sleep(until: .milliseconds(milliseconds))
          group.cancelAll()
        }
        let indices = await session.recordIndices
        records.withLock { $0 = Array(indices) }
      }
    )
    #expect(try #require(records.withLock { $0 }).allSatisfy { $0 == 1 })
  }

  @Test func `closes the fetcher also when the run fails`() throws {
    let closed = Locked(0)
    var session = VirtualSession()
    session.closeFetcher = { closed.withLock { $0 += 1 } }
    #expect(try #require(session.run([])).error as? InputError == .noSource)
    #expect(closed.withLock { $0 } == 1)
  }
}
