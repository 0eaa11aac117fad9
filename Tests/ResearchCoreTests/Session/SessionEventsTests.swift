import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// What readers are told, and that none of them can do harm.
@Suite struct SessionEventsTests {
  /// Four thousand pages of it are told in more events than a reader may be behind.
  private static func quick() -> VirtualSession {
    var session = VirtualSession(fetch: .zero, summarise: .zero)
    session.configuration.lastStep = .fetch
    return session
  }

  @Test func `two readers are told the same, in the same order`() throws {
    let other = Locked<[Event]>([])
    let outcome = try #require(
      VirtualSession.mixed().run(VirtualSession.mixture) { session, _ in
        for await event in session.events() { other.withLock { $0.append(event) } }
      }
    )
    #expect(outcome.events == other.withLock { $0 })
    #expect(outcome.events.count > 200)
  }

  @Test func `progress never runs backwards or past its total`() throws {
    let outcome = try #require(VirtualSession.mixed().run(VirtualSession.mixture))
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
    let outcome = try #require(VirtualSession.mixed().run(VirtualSession.mixture))
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
}
