import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// How often hosts are asked, in virtual time.
@Suite struct SessionPolitenessTests {
  private static func pages(_ count: Int, of host: String) -> [String] {
    (0..<count).map { "http://\(host).test/\($0)" }
  }

  private static func starts(_ session: VirtualSession, of host: String) -> [Duration] {
    session.fetcher.requests.filter { $0.address.contains("//\(host).") }.map(\.start)
  }

  @Test func `asks a host at intervals, and others meanwhile`() throws {
    var session = VirtualSession(fetch: .milliseconds(500), summarise: .zero)
    session.configuration.fetching.robots = .ignore
    session.configuration.fetching.hostInterval = .seconds(2)
    let outcome = try #require(
      session.run(Self.pages(4, of: "a") + Self.pages(2, of: "b") + ["http://c.test/"])
    )
    #expect(Self.starts(session, of: "a") == [0, 2, 4, 6].map { .seconds($0) })
    #expect(Self.starts(session, of: "b") == [0, 2].map { .seconds($0) })
    #expect(Self.starts(session, of: "c") == [.zero])
    #expect(outcome.end == .milliseconds(6_500))
    #expect(outcome.counts.used == 7)
  }

  @Test func `an interval counts from beginning to beginning`() throws {
    var session = VirtualSession(fetch: .seconds(5), summarise: .zero)
    session.configuration.fetching.robots = .ignore
    session.configuration.fetching.hostInterval = .seconds(1)
    session.configuration.fetching.hostConcurrency = 3
    _ = try #require(session.run(Self.pages(5, of: "a")))
    #expect(Self.starts(session, of: "a") == [0, 1, 2, 5, 6].map { .seconds($0) })
    #expect(session.fetcher.mostOfOneHost == 3)
  }

  @Test func `robots.txt is the first of the requests that are spaced`() throws {
    var session = VirtualSession(fetch: .milliseconds(500), summarise: .zero)
    session.configuration.fetching.hostInterval = .seconds(2)
    let outcome = try #require(session.run(Self.pages(3, of: "a")))
    #expect(Self.starts(session, of: "a") == [2, 4, 6].map { .seconds($0) })
    #expect(outcome.records.map(\.attempts) == [1, 1, 1])
    #expect(outcome.statistics.requests == 3)
  }

  @Test func `says once for a host that it is held back by its interval`() throws {
    var session = VirtualSession(fetch: .milliseconds(500), summarise: .zero)
    session.configuration.fetching.robots = .ignore
    session.configuration.fetching.hostInterval = .seconds(2)
    let outcome = try #require(session.run(Self.pages(4, of: "a")))
    let held = outcome.events.compactMap { event -> String? in
      guard case .held(let host, let reason, let seconds) = event.kind else { return nil }
      return "\(host) \(reason) \(seconds)"
    }
    #expect(held == ["http://a.test:80 host 2.0"])
  }

  @Test func `a drain ends the wait of a host that is held back`() throws {
    var session = VirtualSession(fetch: .seconds(1), summarise: .zero)
    session.configuration.fetching.robots = .ignore
    session.configuration.fetching.hostInterval = .seconds(100)
    let outcome = try #require(
      session.run(Self.pages(5, of: "a")) { session, clock in
        try await clock.sleep(for: .seconds(7))
        await session.drain(reason: "a test")
      }
    )
    #expect(outcome.end == .seconds(7))
    #expect(outcome.counts.used == 1)
    #expect(outcome.counts.unfinished == 4)
  }

  /// A host that refuses every request while it was asked more than five times in the second
  /// before, and others that answer at once.
  private static func throttling() -> VirtualSession {
    let seen = Locked<[Duration]>([])
    let time = Locked<SessionClock?>(nil)
    let session = VirtualSession(fetch: { address, _ in
      let page = page(address.path)
      guard address.host == "a.test", let now = time.withLock({ $0?.now }) else {
        return .init(page, after: .seconds(1))
      }
      let recent = seen.withLock { seen in
        seen.append(now)
        return seen.filter { $0 > now - .seconds(1) }.count
      }
      guard recent > 5 else { return .init(page, after: .milliseconds(100)) }
      return .init(after: .milliseconds(100), status: 429, headers: [("Retry-After", "2")])
    })
    time.withLock { $0 = session.clock }
    return session
  }

  private static func page(_ name: String) -> String { VirtualSession.page(name) }

  @Test func `300 pages of a throttled host do not delay ten of another`() throws {
    var alone = Self.throttling()
    alone.configuration.fetching.maxConcurrency = 8
    alone.configuration.window = 12
    let undisturbed = try #require(alone.run(Self.pages(10, of: "b")))
    var session = Self.throttling()
    session.configuration.fetching.maxConcurrency = 8
    session.configuration.fetching.hostConcurrency = 2
    alone.configuration.fetching.hostConcurrency = 2
    session.configuration.window = 12
    let ended = Locked<[Int: Duration]>([:])
    let outcome = try #require(
      session.run(Self.pages(300, of: "a") + Self.pages(10, of: "b")) { session, clock in
        for await event in session.events() {
          guard case .settled(_, let subject, _) = event.kind else { continue }
          ended.withLock { $0[subject.index] = clock.now }
        }
      }
    )
    #expect(undisturbed.counts.used == 10)
    // Two at once, a second each.
    #expect(Self.starts(session, of: "b") == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map { .seconds($0) })
    let others = ended.withLock { ended in (301...310).map { ended[$0] } }
    #expect(others == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5].map { .seconds($0) })
    #expect(outcome.counts.used + outcome.counts.failed == 310)
  }

  @Test func `finds the rate that a throttled host bears, and loses hardly a page`() throws {
    let session = Self.throttling()
    let outcome = try #require(session.run(Self.pages(300, of: "a")))
    let refused = Self.starts(session, of: "a").count - 300
    #expect(outcome.counts.used >= 295)
    #expect(refused < 100)
    // At five a second 300 pages take a minute.
    #expect(outcome.end < .seconds(180))
  }

  @Test func `asks nobody of a host before the time that the host asked for`() throws {
    let session = VirtualSession(fetch: { address, attempt in
      guard address.path == "/0", attempt == 1 else {
        return .init(Self.page(address.path), after: .milliseconds(400))
      }
      return .init(after: .milliseconds(100), status: 503, headers: [("Retry-After", "30")])
    })
    let outcome = try #require(session.run(Self.pages(20, of: "a")))
    let starts = Self.starts(session, of: "a").sorted()
    #expect(starts.prefix(6).allSatisfy { $0 == .zero })
    #expect(starts.dropFirst(6).allSatisfy { $0 >= .milliseconds(30_100) })
    #expect(outcome.counts.used == 20)
  }
}
