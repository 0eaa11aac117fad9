import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// How a run ends, and that nothing is lost however it does.
@Suite struct SessionTests {
  /// A list of everything that can happen, and a network that makes it happen.
  private static let mixture: [String] = (0..<40).map { number in
    switch number % 8 {
    case 0: "http://h\(number).test/fine"
    case 1: "http://missing.test/\(number)"
    case 2: "http://throttled.test/\(number)"
    case 3: "ftp://h\(number).test/"
    case 4: "http://h\(number - 4).test/fine#again"
    case 5: "http://h\(number).test/refresh"
    case 6: "http://h\(number).test/empty"
    default: "/no/such/file\(number).html"
    }
  }

  private static func mixed() -> VirtualSession {
    var session = VirtualSession(
      fetch: { address, attempt in
        let page = VirtualSession.page(address.description)
        let refresh = "<meta http-equiv=refresh content='0; url=fine'>"
        return switch (address.host, address.path) {
        case ("missing.test", _): .init("gone", after: .milliseconds(300), status: 404)
        case ("throttled.test", _) where attempt < 3:
          .init(after: .seconds(1), status: 429, headers: [("Retry-After", "3")])
        case (_, "/refresh"):
          .init(VirtualSession.page("moved", head: refresh), after: .seconds(1))
        case (_, "/empty"): .init("<html></html>", after: .seconds(2))
        default: .init(page, after: .milliseconds(1_500))
        }
      },
      summarise: { _ in .seconds(2) }
    )
    session.configuration.window = 9
    session.configuration.fetching.maxConcurrency = 5
    session.configuration.summarising.concurrency = 2
    return session
  }

  /// Four thousand pages of it are told in more events than a reader may be behind.
  private static func quick() -> VirtualSession {
    var session = VirtualSession(fetch: .zero, summarise: .zero)
    session.configuration.lastStep = .fetch
    return session
  }

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
    for record in outcome.records where record.outcome != .used && record.outcome != .duplicate {
      #expect(record.error != nil, sourceLocation: sourceLocation)
    }
  }

  @Test func `every source ends once, and as it should`() throws {
    let outcome = try #require(Self.mixed().run(Self.mixture))
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
      Self.mixed().run(Self.mixture) { session, clock in
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
      Self.mixed().run(Self.mixture) { session, clock in
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

  @Test func `two readers are told the same, in the same order`() throws {
    let other = Locked<[Event]>([])
    let outcome = try #require(
      Self.mixed().run(Self.mixture) { session, _ in
        for await event in session.events() { other.withLock { $0.append(event) } }
      }
    )
    #expect(outcome.events == other.withLock { $0 })
    #expect(outcome.events.count > 200)
  }

  @Test func `progress never runs backwards or past its total`() throws {
    let outcome = try #require(Self.mixed().run(Self.mixture))
    var last = Progress()
    var times: [Double] = []
    for event in outcome.events {
      guard case .progress(let progress) = event.kind else { continue }
      for stage in [progress.fetch, progress.extract, progress.summarise] {
        #expect(stage.done <= stage.total)
      }
      #expect(progress.settled >= last.settled)
      #expect(progress.summarise.done >= last.summarise.done)
      last = progress
      times.append(event.elapsed)
    }
    #expect(times.count > 3)
    #expect(times == (1...times.count).map(Double.init))
    let end = outcome.statistics.progress
    #expect(end.settled == 40)
    #expect(end.fetch.done == end.fetch.total)
    #expect(end.extract.done == end.extract.total)
    #expect(end.summarise == .init(done: outcome.counts.used, total: outcome.counts.used))
  }

  @Test(arguments: [Step.fetch, .extract])
  func `the time left is told for runs that end early`(last: Step) throws {
    var session = VirtualSession(fetch: .seconds(1), summarise: .seconds(1))
    session.configuration.lastStep = last
    session.configuration.fetching.maxConcurrency = 2
    let outcome = try #require(session.run(VirtualSession.urls(40)))
    let remaining = outcome.events.compactMap { event -> Double? in
      if case .progress(let progress) = event.kind { progress.remaining } else { nil }
    }
    #expect(remaining.count >= 10)
    #expect(outcome.records.allSatisfy { ($0.text != nil) == (last == .extract) })
    #expect(outcome.records.allSatisfy { $0.outcome == .used && $0.sha256?.count == 64 })
    #expect(outcome.end == .seconds(20))
  }

  @Test func `bodies that cannot be decoded count as fetched`() throws {
    var session = VirtualSession(fetch: { _, _ in
      .init("\u{1f}\u{8b}broken", headers: [("Content-Encoding", "br")])
    })
    session.configuration.lastStep = .fetch
    session.configuration.fetching.maxSize = 4
    let outcome = try #require(session.run(VirtualSession.urls(3)))
    #expect(outcome.counts.failed == 3)
    let progress = outcome.statistics.progress
    #expect(progress.fetch == .init(done: 3, total: 3))
  }

  @Test func `statistics add up`() throws {
    let outcome = try #require(Self.mixed().run(Self.mixture))
    let statistics = outcome.statistics
    #expect(statistics.sources == 40)
    let began = outcome.events.count {
      if case .began(.fetch, _, _) = $0.kind { true } else { false }
    }
    #expect(statistics.requests == began)
    #expect(statistics.retries == 10)
    let work = outcome.events.reduce(0.0) { sum, event in
      switch event.kind {
      case .fetched(_, let step): sum + step.seconds
      case .extracted(_, let step): sum + step.seconds
      case .summarised(_, let step): sum + step.seconds
      default: sum
      }
    }
    #expect(abs(statistics.workSeconds - work) < 1e-6)
    #expect(work > 0)
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

  @Test func `an unread reader holds the run up until it reads`() throws {
    let isStalled = Locked(false)
    let outcome = try #require(
      Self.quick().run(VirtualSession.urls(4_000)) {
        session,
        clock in
        let events = session.events()
        try await clock.sleep(until: .seconds(1_000))
        isStalled.withLock { $0 = session.statistics.outcomes.total < 4_000 }
        for await _ in events {}
      }
    )
    #expect(isStalled.withLock { $0 })
    #expect(outcome.counts.used == 4_000)
    #expect(outcome.end >= .seconds(1_000))
  }

  @Test func `a reader that goes away holds nothing up`() throws {
    let outcome = try #require(
      Self.quick().run(VirtualSession.urls(4_000)) {
        session,
        _ in
        for await _ in session.events() { break }
      }
    )
    #expect(outcome.counts.used == 4_000)
    #expect(outcome.end < .seconds(5))
  }

  @Test func `a run that is held up by a reader can be drained`() throws {
    let outcome = try #require(
      Self.quick().run(VirtualSession.urls(4_000)) {
        session,
        clock in
        let events = session.events()
        try await clock.sleep(until: .seconds(1_000))
        await session.drain(reason: "a test")
        try await clock.sleep(until: .seconds(2_000))
        withExtendedLifetime(events) {}
      }
    )
    #expect(outcome.counts.total == 4_000)
    #expect(outcome.counts.unfinished > 0)
    #expect(outcome.end == .seconds(1_000))
  }

  @Test func `closes the fetcher also when the run fails`() throws {
    let closed = Locked(0)
    var session = VirtualSession()
    session.closeFetcher = { closed.withLock { $0 += 1 } }
    #expect(try #require(session.run([])).error as? InputError == .noSource)
    #expect(closed.withLock { $0 } == 1)
  }
}
