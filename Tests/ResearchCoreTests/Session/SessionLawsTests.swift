import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// The laws of ARCHITECTURE.md, exact in virtual time.
@Suite struct SessionLawsTests {
  struct Grid: Sendable, CustomTestStringConvertible {
    var pages: Int
    var slots: Int
    var fetch: Int
    var summarise: Int

    var testDescription: String { "n \(pages), k \(slots), f \(fetch), s \(summarise)" }

    static let all = [1, 2, 5, 23].flatMap { pages in
      [1, 2, 3, 5, 40].flatMap { slots in
        [(1, 3), (3, 1), (0, 2)].map { fetch, summarise in
          Grid(pages: pages, slots: slots, fetch: fetch, summarise: summarise)
        }
      }
    }
  }

  @Test(arguments: Grid.all)
  func `takes one fetch and as many rounds of summaries as the slots need`(grid: Grid) throws {
    var session = VirtualSession(
      fetch: .seconds(grid.fetch),
      summarise: .seconds(grid.summarise)
    )
    session.configuration.summarising.concurrency = grid.slots
    let outcome = try #require(session.run(VirtualSession.urls(grid.pages)))
    let rounds = (grid.pages + grid.slots - 1) / grid.slots
    #expect(outcome.end == .seconds(grid.fetch + rounds * grid.summarise))
    #expect(outcome.counts.used == grid.pages)
    #expect(session.summariser.most == min(grid.slots, grid.pages))
  }

  @Test(arguments: [(1, 1, 3), (5, 1, 3), (7, 2, 5)])
  func `a window of one does one thing at a time`(pages: Int, fetch: Int, summarise: Int) throws {
    var session = VirtualSession(fetch: .seconds(fetch), summarise: .seconds(summarise))
    session.configuration.window = 1
    let outcome = try #require(session.run(VirtualSession.urls(pages)))
    #expect(outcome.end == .seconds(pages * (fetch + summarise)))
    #expect(outcome.mostInFlight == 1)
    #expect(outcome.counts.used == pages)
  }

  @Test func `uneven pages stream past each other`() throws {
    let session = VirtualSession(
      fetch: { address, _ in
        let isQuick = address.path == "/p0"
        return .init(VirtualSession.page(address.path), after: .seconds(isQuick ? 1 : 5))
      },
      summarise: { .seconds($0.contains("/p0") ? 5 : 1) }
    )
    let outcome = try #require(session.run(VirtualSession.urls(2)))
    #expect(outcome.end == .seconds(6))
  }

  @Test func `slots for summaries bound the exercise as the tutorial says`() throws {
    let seconds = try (1...5).map { slots in
      var session = VirtualSession()
      session.configuration.summarising.concurrency = slots
      return try #require(session.run(VirtualSession.urls(5))).end
    }
    #expect(seconds == [16, 10, 7, 7, 4].map { .seconds($0) })
  }

  @Test(arguments: [1, 2, 3, 7, 20])
  func `never holds more than the window between permit and store`(window: Int) throws {
    var session = VirtualSession(
      fetch: { address, attempt in
        let isRefused = attempt == 1 && address.path.last == "3"
        return .init(
          VirtualSession.page(address.path),
          after: .seconds(1),
          status: isRefused ? 503 : 200
        )
      },
      summarise: { _ in .seconds(3) }
    )
    session.configuration.window = window
    let outcome = try #require(session.run(VirtualSession.urls(40)))
    #expect(outcome.mostInFlight == window)
    #expect(outcome.counts.used == 40)
    #expect(session.fetcher.most <= window)
  }

  @Test(arguments: [1, 3, 8], [1, 2, 5])
  func `never fetches more at once than is allowed`(all: Int, host: Int) throws {
    var session = VirtualSession(fetch: .seconds(2), summarise: .seconds(1))
    session.configuration.fetching.maxConcurrency = all
    session.configuration.fetching.hostConcurrency = host
    let urls = (0..<30).map { "http://h\($0 % 3).test/p\($0)" }
    let outcome = try #require(session.run(urls))
    #expect(session.fetcher.most == min(all, 3 * host))
    #expect(session.fetcher.mostOfOneHost <= min(all, host))
    #expect(outcome.counts.used == 30)
    let rounds = (30 + min(all, 3 * host) - 1) / min(all, 3 * host)
    if all == 1 || all >= 3 * host { #expect(outcome.end == .seconds(2 * rounds + 1)) }
  }

  @Test func `a slow summary holds no host`() throws {
    var session = VirtualSession(fetch: .seconds(1), summarise: .seconds(100))
    session.configuration.fetching.hostConcurrency = 1
    let urls = (0..<10).map { "http://one.test/p\($0)" }
    let outcome = try #require(session.run(urls))
    #expect(outcome.end == .seconds(110))
    #expect(session.fetcher.requests.map(\.start) == (0..<10).map { .seconds($0) })
  }

  @Test func `three hundred pages of a throttled host do not delay ten of another`() throws {
    var session = VirtualSession(fetch: { address, _ in
      address.host == "slow.test"
        ? .init(after: .milliseconds(100), status: 429, headers: [("Retry-After", "30")])
        : .init(VirtualSession.page(address.path), after: .seconds(1))
    })
    session.configuration.window = 12
    session.configuration.fetching.hostConcurrency = 5
    let urls =
      (0..<300).map { "http://slow.test/\($0)" } + (0..<10).map { "http://quick.test/\($0)" }
    let outcome = try #require(session.run(urls))
    let ends = outcome.events.compactMap { event -> Double? in
      guard case .settled(.used, _, _) = event.kind else { return nil }
      return event.elapsed
    }
    #expect(ends == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    #expect(outcome.counts.failed == 300)
    #expect(outcome.records.prefix(300).allSatisfy { $0.error?.kind == .rateLimited })
    // It is asked every 30 s for five minutes; those that are left by then are not asked for.
    #expect(outcome.end == .milliseconds(11 * 30_100))
    #expect(outcome.records.prefix(300).allSatisfy { ($0.attempts ?? 0) <= 3 })
    #expect(outcome.records[299].error?.message.contains("asked no more") == true)
  }
}

extension VirtualSession.Outcome {
  /// The most sources at once that had been admitted and were not yet stored or sent back.
  var mostInFlight: Int {
    var (now, most) = (0, 0)
    for event in events {
      switch event.kind {
      case .began(.fetch, _, _): now += 1
      case .settled, .waiting: now -= 1
      default: break
      }
      most = max(most, now)
    }
    return most
  }
}
