import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// Drains, cancels and deadlines at random moments of random runs, in virtual time.
@Suite struct EndingScheduleTests {
  /// A run and how it is ended, all drawn from one seed.
  struct Plan: Sendable {
    let sources: [String]
    let drain: Duration?
    let cancel: Duration?
    let configuration: Configuration
    /// Milliseconds that fetches and summaries take, by the number of the attempt.
    let delays: [Int]

    init(seed: UInt64) {
      var generator = Generator(state: seed)
      let milliseconds = { (most: Int) in
        Duration.milliseconds(Int.random(in: 0...most, using: &generator))
      }
      let (drain, cancel) = (milliseconds(9_000), milliseconds(9_000))
      var configuration = Configuration()
      configuration.drainTimeout = milliseconds(5_000)
      let deadline = milliseconds(9_000)
      if Bool.random(using: &generator) { configuration.deadline = deadline }
      let number = { (range: ClosedRange<Int>) in Int.random(in: range, using: &generator) }
      configuration.schedule = Schedule.allCases[number(0...2)]
      configuration.lastStep = Step.allCases[number(0...2)]
      configuration.window = number(1...5)
      configuration.fetching.maxConcurrency = number(1...4)
      configuration.fetching.hostConcurrency = number(1...2)
      configuration.fetching.retries = number(0...2)
      configuration.summarising.concurrency = number(1...2)
      let kinds = ["fine", "fine", "missing", "busy", "broken", "never", "refresh"]
      sources = (0..<number(1...7)).map { _ in
        let name = kinds[number(0...6)]
        return number(0...9) == 0 ? "junk" : "http://h\(number(0...2)).test/\(name)\(number(0...9))"
      }
      delays = (0..<8).map { _ in number(0...2_500) }
      self.drain = number(0...3) == 0 ? nil : drain
      self.cancel = number(0...3) == 0 ? cancel : nil
      self.configuration = configuration
    }

    /// When the run must be over; nil where nothing ends it early.
    var limit: Duration? {
      let drains = [drain, configuration.deadline].compactMap { $0 }
        .map { $0 + configuration.drainTimeout }
      return (drains + [cancel].compactMap { $0 }).min()
    }

    var session: VirtualSession {
      let delays = delays
      var session = VirtualSession(
        fetch: { address, attempt in
          Self.answer(
            address,
            attempt,
            .milliseconds(delays[(attempt + address.path.utf8.count) % 8])
          )
        },
        summarise: { .milliseconds(delays[$0.utf8.count % 8]) }
      )
      session.configuration = configuration
      return session
    }

    private static func answer(
      _ address: WebAddress,
      _ attempt: Int,
      _ delay: Duration
    ) -> StubFetcher.Answer {
      let text = String(repeating: "A plain sentence of \(address.path). ", count: 8)
      switch address.path.dropFirst().prefix(4) {
      case "miss": return .init("gone", after: delay, status: 404)
      case "busy":
        return .init(after: delay, status: 503, headers: [("Retry-After", "\(attempt)")])
      case "brok": return .init(.reset(host: address.host, reason: "broken"), after: delay)
      case "neve": return .init(text, after: .seconds(3_600), type: "text/plain")
      case "refr" where attempt == 1:
        return .init("<meta http-equiv=refresh content='0; url=/fine'>", after: delay)
      default: return .init(text, after: delay, type: "text/plain")
      }
    }
  }

  /// The schedules that one test takes.
  private static let share = 100

  @Test(arguments: 0..<20)
  func `everything is accounted for in time, and nothing runs on`(part: Int) throws {
    for seed in (Self.share * part)..<(Self.share * (part + 1)) {
      let plan = Plan(seed: UInt64(seed))
      let session = plan.session
      let outcome = try #require(
        session.run(plan.sources) { session, clock in
          try await Self.end(session, plan, clock)
        },
        "everybody waits for ever: seed \(seed)"
      )
      Self.check(outcome, plan, seed)
      #expect(session.fetcher.running == 0 && session.summariser.running == 0, "seed \(seed)")
    }
  }

  private static func end(_ session: Session, _ plan: Plan, _ clock: SessionClock) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      if let drain = plan.drain {
        group.addTask {
          try await clock.sleep(until: drain)
          await session.drain(reason: "a test")
        }
      }
      if let cancel = plan.cancel {
        group.addTask {
          try await clock.sleep(until: cancel)
          await session.cancel(reason: "a test")
        }
      }
      try await group.waitForAll()
    }
  }

  private static func check(_ outcome: VirtualSession.Outcome, _ plan: Plan, _ seed: Int) {
    let count = plan.sources.count
    #expect(outcome.error == nil, "seed \(seed)")
    #expect(outcome.counts.total == count, "seed \(seed)")
    #expect(outcome.records.map(\.index) == Array(1...count), "seed \(seed)")
    #expect(outcome.settled.map(\.index).sorted() == Array(1...count), "seed \(seed)")
    #expect(outcome.statistics.outcomes == outcome.counts, "seed \(seed)")
    if let limit = plan.limit { #expect(outcome.end <= limit, "seed \(seed)") }
    let isEnded = outcome.events.contains { event in
      if case .draining = event.kind {
        true
      } else if case .cancelled = event.kind {
        true
      } else {
        false
      }
    }
    if !isEnded { #expect(outcome.counts.unfinished == 0, "seed \(seed)") }
  }
}
