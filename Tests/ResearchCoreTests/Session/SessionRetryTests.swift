import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// What comes again, and when.
@Suite struct SessionRetryTests {
  private static func refusing(
    _ attempts: Int,
    status: Int = 503,
    retryAfter: String? = nil
  ) -> VirtualSession {
    VirtualSession(fetch: { address, attempt in
      let isRefused = attempt <= attempts && address.path == "/p0"
      return StubFetcher.Answer(
        VirtualSession.page(address.path),
        after: .seconds(1),
        status: isRefused ? status : 200,
        headers: retryAfter.map { [("Retry-After", $0)] } ?? []
      )
    })
  }

  private static func starts(_ session: VirtualSession, of path: String = "/p0") -> [Duration] {
    session.fetcher.requests.filter { $0.address.hasSuffix(path) }.map(\.start)
  }

  @Test func `a page that waits for its next attempt holds nothing`() throws {
    var session = Self.refusing(1, retryAfter: "10")
    session.configuration.window = 1
    let outcome = try #require(session.run(VirtualSession.urls(3)))
    #expect(Self.starts(session) == [.zero, .seconds(11)])
    #expect(Self.starts(session, of: "/p1") == [.seconds(1)])
    #expect(Self.starts(session, of: "/p2") == [.seconds(2)])
    #expect(outcome.end == .seconds(12))
    let record = try #require(outcome.records.first)
    #expect(record.outcome == .used)
    #expect(record.attempts == 2)
    #expect(record.timings?.queued == 10)
    #expect(record.timings?.fetch == 1)
    #expect(outcome.statistics.retries == 1)
    #expect(outcome.statistics.requests == 4)
  }

  @Test(arguments: [
    ("7", 7), ("0", 1), ("600", 60), ("Mon, 12 Jan 1970 13:47:00 GMT", 19),
    ("Mon, 12 Jan 1970 13:46:00 GMT", 1),
  ])
  func `obeys Retry-After, up to a minute, and half the rate seen`(header: String, seconds: Int)
    throws
  {
    let session = Self.refusing(1, status: 429, retryAfter: header)
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(Self.starts(session) == [.zero, .seconds(1 + seconds)])
    #expect(outcome.counts.used == 1)
  }

  @Test(arguments: [0, 1, 2, 5])
  func `tries as often as is allowed, with growing waits`(retries: Int) throws {
    var session = Self.refusing(100, status: 500)
    session.configuration.fetching.retries = retries
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    let starts = Self.starts(session)
    #expect(starts.count == retries + 1)
    for (attempt, pair) in zip(starts, starts.dropFirst()).enumerated() {
      let wait = pair.1 - pair.0 - .seconds(1)
      #expect(wait >= .zero && wait <= .seconds(1 << attempt))
    }
    #expect(outcome.records.first?.attempts == retries + 1)
    #expect(outcome.records.first?.error?.kind == .http)
    #expect(outcome.records.first?.error?.status == 500)
    #expect(outcome.records.first?.status == 500)
    #expect(outcome.counts.failed == 1)
  }

  @Test(arguments: [400, 401, 403, 404, 410, 451, 206, 304, 204])
  func `does not repeat what will not change`(status: Int) throws {
    let session = Self.refusing(100, status: status)
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(Self.starts(session).count == 1)
    #expect(outcome.records.first?.error?.kind == (status == 204 ? .empty : .http))
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 529])
  func `repeats what may pass`(status: Int) throws {
    let session = Self.refusing(1, status: status)
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(Self.starts(session).count == 2)
    #expect(outcome.counts.used == 1)
  }

  @Test func `repeats failed connections, and not refused addresses`() throws {
    let session = VirtualSession(fetch: { address, attempt in
      if address.path == "/p0", attempt == 1 {
        return StubFetcher.Answer(FetchError.reset(host: "h0.test", reason: "gone"))
      }
      if address.path == "/p1" {
        return StubFetcher.Answer(FetchError.blockedAddress(address: "10.0.0.1", reason: "no"))
      }
      return StubFetcher.Answer(VirtualSession.page(address.path))
    })
    let outcome = try #require(session.run(VirtualSession.urls(3)))
    #expect(outcome.outcomes == [.used, .failed, .used])
    #expect(outcome.records.map(\.attempts) == [2, 1, 1])
    #expect(outcome.records[1].error?.kind == .blockedAddress)
  }

  private static func refreshing(to target: String) -> VirtualSession {
    VirtualSession(fetch: { address, _ in
      let head = "<meta http-equiv=refresh content='0; url=\(target)'>"
      return StubFetcher.Answer(
        VirtualSession.page(address.path, head: head),
        after: .seconds(1)
      )
    })
  }

  @Test func `follows a refresh once, as a new attempt`() throws {
    let session = Self.refreshing(to: "http://other.test/next")
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(
      session.fetcher.requests.map(\.address) == ["http://h0.test/p0", "http://other.test/next"]
    )
    let record = try #require(outcome.records.first)
    #expect(record.outcome == .used)
    #expect(record.finalURL == "http://other.test/next")
    #expect(record.attempts == 2)
    #expect(outcome.end == .seconds(2))
    #expect(outcome.statistics.retries == 0)
    #expect(outcome.statistics.progress.fetch == .init(done: 1, total: 1))
  }

  @Test(arguments: [true, false])
  func `a refresh says whether a public page has led to it`(isPublic: Bool) throws {
    let session = VirtualSession(fetch: { address, _ in
      let head = "<meta http-equiv=refresh content='0; url=http://other.test/next'>"
      var answer = StubFetcher.Answer(VirtualSession.page(address.path, head: head))
      answer.isPublic = isPublic
      return answer
    })
    _ = try #require(session.run(VirtualSession.urls(1)))
    #expect(session.fetcher.requests.map(\.isLedByPublic) == [false, isPublic])
  }

  @Test(arguments: [true, false])
  func `a further attempt says whether an earlier one has come to a public page`(
    isPublic: Bool
  ) throws {
    let session = VirtualSession(fetch: { address, attempt in
      var answer = StubFetcher.Answer(
        VirtualSession.page(address.path),
        status: attempt == 1 ? 503 : 200
      )
      answer.isPublic = isPublic
      return answer
    })
    _ = try #require(session.run(VirtualSession.urls(1)))
    #expect(session.fetcher.requests.map(\.isLedByPublic) == [false, isPublic])
  }

  @Test(arguments: [0, 1])
  func `a refresh counts as a redirect`(allowed: Int) throws {
    var session = Self.refreshing(to: "http://other.test/next#there")
    session.configuration.fetching.maxRedirects = allowed
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(session.fetcher.requests.map(\.redirects) == (allowed == 0 ? [0] : [0, 1]))
    #expect(outcome.records[0].error?.kind == (allowed == 0 ? .tooManyRedirects : nil))
    #expect(allowed == 0 || outcome.records[0].finalURL == "http://other.test/next#there")
  }

  @Test func `tells of a wait before the attempt that it delays`() throws {
    let session = Self.refreshing(to: "next")
    let outcome = try #require(session.run(VirtualSession.urls(20)))
    var waited: Set<Int> = []
    for event in outcome.events {
      switch event.kind {
      case .waiting(let subject, _): waited.insert(subject.index)
      case .began(.fetch, let subject, _):
        #expect(waited.contains(subject.index) == (subject.attempt == 2))
      default: break
      }
    }
    #expect(waited == Set(1...20))
  }

  @Test func `a refresh waits for the host that it leads to`() throws {
    var session = Self.refreshing(to: "http://target.test/page")
    session.configuration.fetching.hostConcurrency = 1
    let outcome = try #require(session.run(VirtualSession.urls(5)))
    #expect(session.fetcher.mostOfOneHost == 1)
    #expect(outcome.end == .seconds(6))
  }

  @Test func `a refresh uses up no retry, and no growth of the waits`() throws {
    var session = VirtualSession(fetch: { address, attempt in
      let head = "<meta http-equiv=refresh content='0; url=next'>"
      return StubFetcher.Answer(
        VirtualSession.page(address.path, head: address.path == "/p0" ? head : ""),
        after: .seconds(1),
        status: address.path == "/next" && attempt <= 2 ? 500 : 200
      )
    })
    session.configuration.fetching.retries = 2
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(outcome.counts.used == 1)
    #expect(outcome.records.first?.attempts == 4)
    #expect(outcome.statistics.retries == 2)
    let starts = Self.starts(session, of: "/next")
    #expect(starts.count == 3)
    for (failure, pair) in zip(starts, starts.dropFirst()).enumerated() {
      #expect(pair.1 - pair.0 - .seconds(1) <= .seconds(1 << failure))
    }
  }

  @Test func `a refresh needs no retry`() throws {
    var session = Self.refreshing(to: "next")
    session.configuration.fetching.retries = 0
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(outcome.counts.used == 1)
  }
}
