import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// Who asks, who waits, and what is remembered, in virtual time.
@Suite struct RobotsRulesTests {
  private let time = VirtualTime()
  private var clock: SessionClock { SessionClock(time) }

  private func rules(_ fetcher: StubFetcher, retries: Int = 2) -> RobotsRules {
    var limits = Configuration.Fetching()
    limits.retries = retries
    let clock = clock
    return RobotsRules(
      fetcher: fetcher,
      stage: StageContext(
        events: EventBus(clock: clock, startTime: 0),
        clock: clock,
        workers: time,
        startTime: 0
      ),
      limits: limits,
      generator: Generator(state: 7)
    )
  }

  private func fetcher(
    _ robots: @escaping @Sendable (WebAddress, Int) -> StubFetcher.Answer
  ) -> StubFetcher {
    StubFetcher(clock: clock, robots: robots) { _, _ in StubFetcher.Answer() }
  }

  private static func page(_ address: String, isLedByPublic: Bool = false) throws -> FetchRequest {
    var request = FetchRequest(address: try WebAddress(address))
    request.isLedByPublic = isLedByPublic
    return request
  }

  private static let text = "User-agent: *\nDisallow: /private/\nCrawl-delay: 2"

  /// A page that has been let through.
  private struct Leave: Sendable {
    var isFresh: Bool
    var time: Duration
  }

  @Test func `asks once for fifty pages that come at once`() throws {
    let fetcher = fetcher { _, _ in .init(Self.text, after: .seconds(3), type: "text/plain") }
    let (rules, clock) = (rules(fetcher), clock)
    let pages = try (0..<50).map { try Self.page("http://h.test/\($0)") }
    let answers = time.run { () -> [Leave] in
      await withTaskGroup(of: Leave?.self) { group in
        for page in pages {
          group.addTask {
            guard case .known(let file, let isFresh)? = try? await rules.access(to: page),
              !file.allows("/private/x"), file.crawlDelay == .seconds(2)
            else { return nil }
            return Leave(isFresh: isFresh, time: clock.now)
          }
        }
        return await group.reduce(into: []) { if let answer = $1 { $0.append(answer) } }
      }
    }
    #expect(answers?.count == 50 && answers?.filter(\.isFresh).count == 1)
    #expect(answers?.allSatisfy { $0.time == .seconds(3) } == true)
    #expect(fetcher.robotsRequests.map(\.address) == ["http://h.test/robots.txt"])
  }

  @Test func `asks each scheme, host and port for its own`() throws {
    let fetcher = fetcher { _, _ in .init(Self.text) }
    let rules = rules(fetcher)
    let names = ["http://h.test/a", "https://h.test/b", "http://h.test:81/c", "http://h.test:80/d"]
    let pages = try names.map { try Self.page($0) }
    _ = time.run { for page in pages { _ = try? await rules.access(to: page) } }
    #expect(
      fetcher.robotsRequests.map(\.address) == [
        "http://h.test/robots.txt", "https://h.test/robots.txt", "http://h.test:81/robots.txt",
      ]
    )
  }

  @Test(arguments: [200, 203, 204, 206, 301, 304, 400, 401, 403, 404, 408, 410, 425, 451, 499])
  func `takes what is not there for a leave`(status: Int) throws {
    let fetcher = fetcher { _, _ in .init(Self.text, status: status) }
    let (rules, page) = (rules(fetcher), try Self.page("http://h.test/"))
    let isForbidden = time.run { () -> Bool? in
      guard case .known(let file, true)? = try? await rules.access(to: page) else { return nil }
      return !file.allows("/private/x")
    }
    #expect(isForbidden == (status < 300))
  }

  @Test(arguments: [429, 500, 501, 502, 503, 504, 505, 529, 599])
  func `asks again after a server's error, and in the end not any more`(status: Int) throws {
    let fetcher = fetcher { _, _ in .init(status: status, headers: [("Retry-After", "9")]) }
    let (rules, page, clock) = (rules(fetcher), try Self.page("http://h.test/"), clock)
    let told = time.run { () -> [String] in
      var told: [String] = []
      for _ in 1...4 {
        switch try? await rules.access(to: page) {
        case .failed(let failure, let again):
          told.append("\(failure.kind.rawValue) \(failure.status ?? 0) \(again?.seconds ?? -1)")
          // Nothing cancels this task.
          try? await clock.sleep(for: again ?? .zero)
        case .refused(let failure): told.append("refused: \(failure.message)")
        default: told.append("other")
        }
      }
      return told
    }
    let message =
      "robots.txt of http://h.test answers \(status): pages may not be fetched while it cannot be "
      + "read (--robots ignore fetches them)"
    let isRetryable = ![501, 505, 599].contains(status)
    let failed = isRetryable ? ["9.0", "9.0", "-1.0"] : ["-1.0"]
    let lines = failed.map { "robots \(status) \($0)" }
    let rest = Array(repeating: "refused: \(message)", count: 4 - lines.count)
    #expect(told == lines + rest)
    #expect(fetcher.robotsRequests.count == lines.count)
  }

  @Test func `puts others off between two attempts`() throws {
    let fetcher = fetcher { _, number in
      number == 1 ? .init(status: 503, headers: [("Retry-After", "10")]) : .init(Self.text)
    }
    let (rules, page, clock) = (rules(fetcher), try Self.page("http://h.test/"), clock)
    let told = time.run { () -> [String] in
      var told: [String] = []
      for second in [0, 4, 10] {
        // Nothing cancels this task.
        try? await clock.sleep(until: .seconds(second))
        switch try? await rules.access(to: page) {
        case .failed: told.append("failed")
        case .postponed(let delay): told.append("postponed by \(delay.seconds)")
        case .known(_, let isFresh): told.append("known, \(isFresh)")
        default: told.append("other")
        }
      }
      return told
    }
    #expect(told == ["failed", "postponed by 6.0", "known, true"])
    #expect(fetcher.robotsRequests.map(\.start) == [.zero, .seconds(10)])
  }

  struct Break: Sendable, CustomTestStringConvertible {
    var error: FetchError
    var kind: Failure.Kind?
    var attempts = 1
    var testDescription: String { error.kind }

    static let all = [
      Break(error: .dns(host: "h.test"), kind: .dns, attempts: 3),
      Break(error: .connect(host: "h.test", reason: "refused"), kind: .connect, attempts: 3),
      Break(error: .tls(host: "h.test", reason: "expired"), kind: .tls),
      Break(error: .timeout(host: "h.test", reason: "30 s"), kind: .timeout, attempts: 3),
      Break(error: .reset(host: "h.test", reason: "gone"), kind: .reset, attempts: 3),
      Break(error: .protocolViolation(host: "h.test", reason: "odd"), kind: .protocolError),
      Break(error: .tooLarge(limit: 9, measure: .asSent), kind: .robots),
      Break(error: .decode(reason: "cut"), kind: .robots),
      Break(error: .tooManyRedirects(limit: 10)), Break(error: .unsupportedScheme("ftp")),
      Break(error: .invalidURL(reason: "no")),
      Break(error: .blockedAddress(address: "10.0.0.1", reason: "private"), attempts: 8),
    ]
  }

  @Test(arguments: Break.all)
  func `fails as the page would, and asks no more often`(_ broken: Break) throws {
    let fetcher = fetcher { _, _ in .init(broken.error) }
    let (rules, page, clock) = (rules(fetcher), try Self.page("http://h.test/"), clock)
    let kinds = time.run { () -> [Failure.Kind?] in
      var kinds: [Failure.Kind?] = []
      for _ in 1...8 {
        switch try? await rules.access(to: page) {
        case .failed(let failure, let again):
          kinds.append(failure.kind)
          // Nothing cancels this task.
          try? await clock.sleep(for: again ?? .zero)
        case .refused(let failure): kinds.append(failure.kind)
        case .known(let file, _) where file.isEmpty: kinds.append(nil)
        default: kinds.append(.cancelled)
        }
      }
      return kinds
    }
    #expect(kinds == Array(repeating: broken.kind, count: 8))
    #expect(fetcher.robotsRequests.count == broken.attempts)
  }

  @Test func `what is refused to a page's refresh is not refused to what was typed`() throws {
    let fetcher = fetcher { _, number in
      number == 1
        ? .init(FetchError.blockedAddress(address: "10.0.0.1", reason: "private"))
        : .init(Self.text)
    }
    let rules = rules(fetcher)
    let led = try Self.page("http://h.test/", isLedByPublic: true)
    let typed = try Self.page("http://h.test/")
    let delay = time.run { () -> Duration? in
      _ = try? await rules.access(to: led)
      guard case .known(let file, true)? = try? await rules.access(to: typed) else { return nil }
      return file.crawlDelay
    }
    #expect(delay == .seconds(2))
    #expect(fetcher.robotsRequests.map(\.isLedByPublic) == [true, false])
  }

  @Test func `another asks where the one who asked is cancelled`() throws {
    let fetcher = fetcher { _, _ in .init(Self.text, after: .seconds(5)) }
    let (rules, page, clock) = (rules(fetcher), try Self.page("http://h.test/"), clock)
    let told = time.run {
      await withTaskGroup(of: String.self) { group in
        group.addTask {
          await withTaskGroup(of: String.self) { first in
            first.addTask {
              do {
                _ = try await rules.access(to: page)
                return "known"
              } catch {
                return "cancelled at \(clock.now.seconds)"
              }
            }
            // Nothing cancels this task.
            try? await clock.sleep(for: .seconds(2))
            first.cancelAll()
            return await first.next() ?? ""
          }
        }
        group.addTask {
          // Nothing cancels this task.
          try? await clock.sleep(for: .seconds(1))
          guard case .known(_, true)? = try? await rules.access(to: page) else { return "other" }
          return "known at \(clock.now.seconds)"
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(told == ["cancelled at 2.0", "known at 7.0"])
    #expect(fetcher.robotsRequests.map(\.start) == [.zero, .seconds(2)])
  }

  @Test func `one who waits is cancelled at once, and nobody else feels it`() throws {
    let fetcher = fetcher { _, _ in .init(Self.text, after: .seconds(5)) }
    let (rules, page, clock) = (rules(fetcher), try Self.page("http://h.test/"), clock)
    let told = time.run {
      await withTaskGroup(of: String.self) { group in
        group.addTask {
          guard case .known(_, true)? = try? await rules.access(to: page) else { return "other" }
          return "known at \(clock.now.seconds)"
        }
        group.addTask {
          await withTaskGroup(of: String.self) { second in
            second.addTask {
              // Cancelled while it waits.
              let access = try? await rules.access(to: page)
              return access == nil ? "cancelled at \(clock.now.seconds)" : "known"
            }
            // Nothing cancels this task.
            try? await clock.sleep(for: .seconds(2))
            second.cancelAll()
            return await second.next() ?? ""
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(told == ["cancelled at 2.0", "known at 5.0"])
    #expect(fetcher.robotsRequests.count == 1)
  }
}
