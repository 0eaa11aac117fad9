import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// That the statistics of real sessions add up, however these end.
@Suite struct SessionStatisticsTests {
  /// Sessions with random pages, limits and ends.
  private static func expectSums(of seed: UInt64, _ total: inout RequestCounts) throws {
    var chaos = RandomSession(seed: seed)
    let ending = chaos.ending()
    let outcome = try #require(
      chaos.session.run(chaos.sources) { session, clock in
        guard let drain = ending.drain else { return }
        try await clock.sleep(until: drain)
        if !ending.isCancel { await session.drain(reason: "a test") }
        guard let cancel = ending.cancel else { return }
        try await clock.sleep(until: cancel)
        await session.cancel(reason: "a test")
      },
      "seed \(seed)"
    )
    #expect(outcome.error == nil, "seed \(seed)")
    let (statistics, events) = (outcome.statistics, outcome.events)
    let counts = statistics.counts
    #expect(counts.successful + counts.failed + counts.cancelled == counts.requests, "seed \(seed)")
    #expect(counts.open == 0, "seed \(seed)")
    #expect(counts.requests == events.count { $0.isBeginOfFetch }, "seed \(seed)")
    #expect(counts.successful == events.count { $0.isFetched }, "seed \(seed)")
    #expect(counts.retries == events.count { $0.isRetry }, "seed \(seed)")
    #expect(counts.retries <= counts.failed, "seed \(seed)")
    let robots = chaos.session.fetcher.robotsRequests.count
    #expect(statistics.robotsFiles == robots, "seed \(seed)")
    #expect(statistics.outcomes.total == chaos.sources.count, "seed \(seed)")
    #expect(statistics.sources == chaos.sources.count, "seed \(seed)")
    #expect(
      statistics.latency(.fetch)?.count ?? 0 == counts.successful + counts.failed,
      "seed \(seed)"
    )
    #expect(
      statistics.latency(.queued)?.count ?? 0 == counts.successful + counts.failed,
      "seed \(seed)"
    )
    if ending.drain == nil { #expect(counts.cancelled == 0, "seed \(seed)") }
    expectHosts(statistics, events, seed)
    expectMoments(events, window: chaos.session.configuration.effectiveWindow, seed)
    total.add(counts)
  }

  private static func expectHosts(_ statistics: Statistics, _ events: [Event], _ seed: UInt64) {
    var sum = RequestCounts()
    for row in statistics.hosts { sum.add(row.counts) }
    #expect(sum == statistics.counts, "seed \(seed)")
    var requests: [String: Int] = [:]
    for event in events {
      if case .began(.fetch, _, let host) = event.kind { requests[host ?? "", default: 0] += 1 }
    }
    let rows = statistics.hosts.filter { $0.counts.requests > 0 }.map {
      ($0.host, $0.counts.requests)
    }
    #expect(Dictionary(uniqueKeysWithValues: rows) == requests, "seed \(seed)")
  }

  /// At no moment may more have ended than had begun, or more be open than the window lets in.
  private static func expectMoments(_ events: [Event], window: Int, _ seed: UInt64) {
    var statistics = Statistics()
    for event in events {
      // The end gives up what is open: that is for runs which fail, and not needed by others.
      if case .ended = event.kind { #expect(statistics.counts.open == 0, "seed \(seed)") }
      statistics.fold(event.kind)
      #expect((0...window).contains(statistics.counts.open), "seed \(seed), event \(event.id)")
    }
    guard case .ended(let counts, _, let told) = events.last?.kind else {
      Issue.record("no end")
      return
    }
    #expect(told == statistics && counts == told.outcomes, "seed \(seed)")
  }

  @Test(arguments: 0..<UInt64(10))
  func `successful, failed and cancelled are all requests, however a run ends`(part: UInt64) throws
  {
    var total = RequestCounts()
    for seed in 0..<UInt64(40) { try Self.expectSums(of: 100 * part + seed, &total) }
    // Else there was nothing to add up.
    #expect(total.successful > 100 && total.failed > 100 && total.cancelled > 5)
    #expect(total.retries > 50)
  }

  @Test func `what a cancel cuts off is counted as cancelled`() throws {
    var session = VirtualSession(fetch: .seconds(2), summarise: .seconds(1))
    session.configuration.fetching.maxConcurrency = 4
    let outcome = try #require(
      session.run(VirtualSession.urls(10)) { session, clock in
        try await clock.sleep(until: .seconds(3))
        await session.cancel(reason: "a test")
      }
    )
    let counts = outcome.statistics.counts
    #expect([counts.requests, counts.successful, counts.failed, counts.cancelled] == [8, 4, 0, 4])
    #expect(outcome.statistics.hosts.map(\.counts.requests) == Array(repeating: 1, count: 8))
  }

  @Test func `the wait for a slot is told, and is no part of the fetch`() throws {
    var session = VirtualSession(fetch: .seconds(1), summarise: .zero)
    session.configuration.fetching.maxConcurrency = 1
    let outcome = try #require(session.run(VirtualSession.urls(4)))
    let told = outcome.events.compactMap { event -> FetchTimings? in
      if case .fetched(_, let fetched) = event.kind { fetched.timings } else { nil }
    }
    #expect(told.map(\.queued) == [0, 1, 2, 3] && told.allSatisfy { $0.firstByte == nil })
    let queued = try #require(outcome.statistics.latency(.queued))
    #expect(queued.mean == 1.5 && queued.slowest == 3)
    #expect(outcome.statistics.latency(.fetch)?.slowest == 1)
  }

  @Test func `the wait before another attempt is none for a slot`() throws {
    let session = VirtualSession(fetch: { (_, attempt) -> StubFetcher.Answer in
      let status = attempt == 1 ? 503 : 200
      var answer = StubFetcher.Answer(
        VirtualSession.page("a"),
        after: .seconds(1),
        status: status,
        headers: [("Retry-After", "9")]
      )
      (answer.timings.connect, answer.timings.firstByte) = (.milliseconds(250), .milliseconds(500))
      answer.timings.total = .seconds(1)
      return answer
    })
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    let statistics = outcome.statistics
    #expect(statistics.latency(.queued)?.count == 2 && statistics.latency(.queued)?.slowest == 0)
    for stage in [Statistics.Stage.connect, .firstByte, .transfer, .fetch] {
      #expect(statistics.latency(stage)?.count == 2)
    }
    #expect(statistics.latency(.connect)?.mean == 0.25 && statistics.latency(.transfer)?.p50 == 0.5)
    let wait = try #require(outcome.events.compactMap(\.wait).first)
    #expect(wait.took == 1 && wait.timings?.firstByte == 0.25 && wait.timings?.queued == 0)
    #expect(statistics.counts.newConnections == 2)
  }
}

extension Event {
  fileprivate var isBeginOfFetch: Bool {
    if case .began(.fetch, _, _) = kind { true } else { false }
  }

  fileprivate var isFetched: Bool { if case .fetched = kind { true } else { false } }

  fileprivate var isRetry: Bool { wait?.reason == .retry }

  fileprivate var wait: Wait? { if case .waiting(_, let wait) = kind { wait } else { nil } }
}
