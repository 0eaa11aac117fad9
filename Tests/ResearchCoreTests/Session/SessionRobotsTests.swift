import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// What robots.txt does to a run, exact in virtual time.
@Suite struct SessionRobotsTests {
  /// A session whose hosts answer for robots.txt as told, and for pages after a second.
  private static func session(
    page: @escaping @Sendable (WebAddress, Int) -> StubFetcher.Answer = { address, _ in
      .init(VirtualSession.page(address.path), after: .seconds(1))
    },
    robots: @escaping @Sendable (WebAddress, Int) -> StubFetcher.Answer
  ) -> VirtualSession {
    var session = VirtualSession()
    session.fetcher = StubFetcher(clock: session.clock, robots: robots, page)
    return session
  }

  private static let text = "User-agent: *\nDisallow: /private/\nAllow: /private/open"

  private static func starts(_ session: VirtualSession, _ host: String) -> [Duration] {
    session.fetcher.requests.filter { $0.address.contains("//\(host)/") }.map(\.start)
  }

  @Test func `skips what is forbidden without asking for it`() throws {
    let session = Self.session { _, _ in .init(Self.text) }
    let outcome = try #require(
      session.run(
        ["http://a.test/", "http://a.test/private/x?y=1", "http://a.test/private/open"]
      )
    )
    #expect(outcome.outcomes == [.used, .skipped, .used])
    #expect(
      session.fetcher.requests.map(\.address).sorted() == [
        "http://a.test/", "http://a.test/private/open",
      ]
    )
    let record = try #require(outcome.records.dropFirst().first)
    #expect(record.error?.kind == .robots && record.error?.isRetryable == false)
    #expect(
      record.error?.message == "robots.txt of http://a.test forbids /private/x?y=1 "
        + "(line 2: Disallow: /private/); --robots ignore fetches it anyway"
    )
    #expect(record.attempts == 0 && record.timings == nil && record.status == nil)
    #expect(outcome.statistics.requests == 2 && outcome.counts.skipped == 1)
    #expect(outcome.statistics.progress.fetch == .init(done: 2, total: 2))
    let begun = outcome.events.contains { event in
      guard case .began(_, let subject, _) = event.kind else { return false }
      return subject.index == 2
    }
    #expect(!begun)
  }

  @Test func `forbidden pages take no crawl delay`() throws {
    let session = Self.session { _, _ in .init("User-agent: *\nDisallow: /\nCrawl-delay: 60") }
    let outcome = try #require(session.run((1...300).map { "http://a.test/\($0)" }))
    #expect(outcome.counts.skipped == 300 && session.fetcher.requests.isEmpty)
    // The first one has asked for robots.txt.
    #expect(outcome.end <= .seconds(60))
  }

  @Test func `an address that is refused fails by itself, also where requests are spaced`() throws {
    let refusal = FetchError.blockedAddress(address: "10.0.0.1", reason: "no")
    var session = Self.session(page: { _, _ in .init(refusal) }, robots: { _, _ in .init(refusal) })
    session.configuration.fetching.hostInterval = .milliseconds(500)
    let outcome = try #require(session.run(["http://a.test/1", "http://a.test/2"]))
    #expect(outcome.records.map(\.error?.kind) == [.blockedAddress, .blockedAddress])
    #expect(outcome.end <= .seconds(1))
  }

  @Test func `asks for nothing where it is told to ignore them`() throws {
    var session = Self.session { _, _ in .init(Self.text) }
    session.configuration.fetching.robots = .ignore
    let outcome = try #require(session.run(["http://a.test/private/x"]))
    #expect(outcome.counts.used == 1 && session.fetcher.robotsRequests.isEmpty)
  }

  @Test func `a host's first page waits for it, and other hosts do not`() throws {
    var session = Self.session { address, _ in
      .init(Self.text, after: address.host == "slow.test" ? .seconds(7) : .zero)
    }
    session.configuration.lastStep = .fetch
    let slow = (1...6).map { "http://slow.test/\($0)" }
    let outcome = try #require(session.run(slow + ["http://quick.test/"]))
    #expect(outcome.counts.used == 7 && session.fetcher.robotsRequests.count == 2)
    #expect(Self.starts(session, "quick.test") == [.zero])
    #expect(Self.starts(session, "slow.test").allSatisfy { $0 >= .seconds(7) })
    let record = try #require(outcome.records.first)
    #expect(record.timings?.queued == 7 && record.timings?.fetch == 1)
  }

  @Test func `a page forbidden to all comes back for nobody`() throws {
    let session = Self.session { _, _ in .init("User-agent: *\nDisallow: /") }
    let pages = (1...300).map { "http://a.test/\($0)" }
    let outcome = try #require(session.run(pages))
    #expect(outcome.counts.skipped == 300 && outcome.end == .zero)
    #expect(session.fetcher.requests.isEmpty && session.fetcher.robotsRequests.count == 1)
  }

  @Test(arguments: [0, 1, 2])
  func `a dead host is asked no more often than one page would`(retries: Int) throws {
    var session = Self.session { _, _ in
      .init(FetchError.connect(host: "dead.test", reason: "refused"), after: .seconds(10))
    }
    session.configuration.fetching.retries = retries
    let outcome = try #require(session.run((1...300).map { "http://dead.test/\($0)" }))
    #expect(outcome.counts.failed == 300 && session.fetcher.requests.isEmpty)
    #expect(session.fetcher.robotsRequests.count == retries + 1)
    #expect(outcome.records.allSatisfy { $0.error?.kind == .connect })
    #expect(outcome.records.first?.attempts == retries + 1)
    #expect(outcome.records.first?.timings?.fetch == 10)
    // Attempts of 10 s, and waits of at most 1 s and 2 s.
    let attempts = Duration.seconds(10 * (retries + 1))
    #expect(outcome.end >= attempts && outcome.end <= attempts + .seconds(3))
    #expect(outcome.statistics.requests >= retries + 1)
    #expect(outcome.statistics.retries == retries)
  }

  @Test func `comes again as the server asks, and goes on`() throws {
    let session = Self.session { _, number in
      number < 3 ? .init(status: 503, headers: [("Retry-After", "20")]) : .init(Self.text)
    }
    let outcome = try #require(session.run(["http://a.test/", "http://a.test/private/"]))
    #expect(outcome.outcomes == [.used, .skipped])
    #expect(session.fetcher.robotsRequests.map(\.start) == [0, 20, 40].map { .seconds($0) })
    #expect(Self.starts(session, "a.test") == [.seconds(40)])
  }

  @Test(arguments: [(429, 3), (503, 3), (501, 1)])
  func `skips all pages of a host whose rules cannot be read`(status: Int, asked: Int) throws {
    let session = Self.session { _, _ in .init(status: status, headers: [("Retry-After", "5")]) }
    let outcome = try #require(session.run((1...9).map { "http://a.test/\($0)" }))
    #expect(outcome.counts.skipped == 9 && session.fetcher.requests.isEmpty)
    #expect(session.fetcher.robotsRequests.count == asked)
    #expect(outcome.records.allSatisfy { $0.error?.kind == .robots && $0.error?.status == status })
    #expect(outcome.end == .seconds(5 * (asked - 1)))
  }

  @Test func `a refresh is held against the rules of the host that it leads to`() throws {
    let session = Self.session(
      page: { address, _ in
        let head = "<meta http-equiv=refresh content='0; url=http://b.test/private/x'>"
        return .init(VirtualSession.page(address.path, head: head))
      },
      robots: { address, _ in address.host == "b.test" ? .init(Self.text) : .init(status: 404) }
    )
    let outcome = try #require(session.run(["http://a.test/"]))
    #expect(outcome.outcomes == [.skipped])
    #expect(outcome.records.first?.attempts == 1)
    #expect(outcome.records.first?.error?.message.contains("robots.txt of http://b.test") == true)
    #expect(session.fetcher.requests.map(\.address) == ["http://a.test/"])
  }

  @Test func `a crawl delay makes robots.txt a request of its own`() throws {
    let session = Self.session { _, _ in .init("User-agent: *\nCrawl-delay: 5") }
    let outcome = try #require(session.run(["http://a.test/1"]))
    #expect(outcome.outcomes == [.used] && outcome.records.first?.attempts == 1)
    let waits = outcome.events.compactMap { event -> Event.Wait? in
      if case .waiting(_, let wait) = event.kind { wait } else { nil }
    }
    #expect(waits.map(\.reason) == [.robots] && waits.map(\.error) == [nil])
    #expect(outcome.statistics.requests == 1 && outcome.statistics.retries == 0)
  }

  @Test func `documents and invalid lines need no leave`() throws {
    let folder = TemporaryFolder()
    let path = folder.write(VirtualSession.page("saved"), to: "saved.html")
    let session = Self.session { _, _ in .init("User-agent: *\nDisallow: /") }
    let outcome = try #require(session.run([path, "ftp://a.test/"]))
    #expect(outcome.outcomes == [.used, .failed] && session.fetcher.robotsRequests.isEmpty)
  }

  @Test(arguments: [true, false])
  func `a drain or a cancel ends the wait for it`(isDrain: Bool) throws {
    let session = Self.session { _, _ in .init(Self.text, after: .seconds(100)) }
    let run = session.run((1...20).map { "http://a.test/\($0)" }) { session, clock in
      try await clock.sleep(for: .seconds(2))
      if isDrain {
        await session.drain(reason: "a test")
      } else {
        await session.cancel(reason: "a test")
      }
    }
    let outcome = try #require(run)
    #expect(outcome.counts.unfinished == 20 && outcome.counts.total == 20)
    #expect(outcome.end == .seconds(isDrain ? 6 : 2))
    #expect(session.fetcher.requests.isEmpty)
  }
}
