import Fetching
import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

@Suite struct ScheduleTests {
  private static let tenth = Duration.milliseconds(100)

  /// Uneven pages: the first is fetched quickly and summed up slowly, the second the other way.
  private static func uneven(_ schedule: Schedule) -> VirtualSession {
    var session = VirtualSession(
      fetch: { address, _ in
        .init(VirtualSession.page(address.path), after: .seconds(address.path == "/p0" ? 1 : 5))
      },
      summarise: { .seconds($0.contains("/p0") ? 5 : 1) }
    )
    session.configuration.schedule = schedule
    return session
  }

  @Test(arguments: [(Schedule.oneByOne, 12), (.barriers, 10), (.streaming, 6)])
  func `uneven pages take what the schedule makes of them`(
    schedule: Schedule,
    seconds: Int
  ) throws {
    let outcome = try #require(Self.uneven(schedule).run(VirtualSession.urls(2)))
    #expect(outcome.end == .seconds(seconds))
    #expect(outcome.counts.used == 2)
  }

  @Test func `one by one never has more than one step at work`() throws {
    var session = VirtualSession.mixed()
    session.configuration.schedule = .oneByOne
    session.configuration.window = 20
    let outcome = try #require(session.run(VirtualSession.mixture))
    #expect(outcome.mostInFlight == 1)
    #expect(outcome.mostSteps == 1)
    #expect(session.fetcher.most == 1)
    #expect(session.summariser.most == 1)
    #expect(outcome.counts.total == VirtualSession.mixture.count)
  }

  @Test func `a barrier opens when the last page has come, however often it was tried`() throws {
    var session = VirtualSession(
      fetch: { address, attempt in
        address.path == "/p0" && attempt == 1
          ? .init(after: .seconds(1), status: 503, headers: [("Retry-After", "10")])
          : .init(VirtualSession.page(address.path), after: .seconds(1))
      },
      summarise: { _ in .seconds(3) }
    )
    session.configuration.schedule = .barriers
    let outcome = try #require(session.run(VirtualSession.urls(5)))
    #expect(outcome.end == .seconds(1 + 10 + 1 + 3))
    #expect(outcome.starts(of: .summarise) == Array(repeating: 12, count: 5))
  }

  @Test func `a page that refreshes is waited for before the first summary`() throws {
    var session = VirtualSession(
      fetch: { address, _ in
        let isMoved = address.path == "/p0"
        let refresh = "<meta http-equiv=refresh content='0; url=fine'>"
        return .init(
          VirtualSession.page(address.path, head: isMoved ? refresh : ""),
          after: .seconds(1)
        )
      },
      summarise: { _ in .seconds(3) }
    )
    session.configuration.schedule = .barriers
    let outcome = try #require(session.run(VirtualSession.urls(3)))
    #expect(outcome.end == .seconds(1 + 1 + 3))
    #expect(outcome.starts(of: .summarise) == [2, 2, 2])
    #expect(outcome.counts.used == 3)
  }

  @Test(arguments: Schedule.allCases)
  func `gives the same records whatever the schedule`(schedule: Schedule) throws {
    func records(_ schedule: Schedule) throws -> [Record] {
      var session = VirtualSession.mixed()
      session.configuration.schedule = schedule
      session.generator = Fixed()
      return try #require(session.run(VirtualSession.mixture)).records.map { record in
        var record = record
        record.timings = nil
        record.retrieved = nil
        return record
      }
    }
    #expect(try records(schedule) == records(.streaming))
  }

  @Test(arguments: [Schedule.oneByOne, .barriers], 0...40)
  func `loses nothing when it is drained`(schedule: Schedule, tenths: Int) throws {
    try stop(schedule) { session, clock in
      try await clock.sleep(for: Self.tenth * tenths * 3)
      await session.drain(reason: "test")
    }
  }

  @Test(arguments: [Schedule.oneByOne, .barriers], 0...40)
  func `loses nothing when it is cancelled`(schedule: Schedule, tenths: Int) throws {
    try stop(schedule) { session, clock in
      try await clock.sleep(for: Self.tenth * tenths * 3)
      await session.cancel(reason: "test")
    }
  }

  @Test func `a barrier lets pass what had arrived when the run is drained`() throws {
    var session = VirtualSession(
      fetch: { address, _ in
        .init(VirtualSession.page(address.path), after: .seconds(address.path == "/p0" ? 100 : 1))
      },
      summarise: { _ in .seconds(1) }
    )
    session.configuration.schedule = .barriers
    session.configuration.fetching.maxConcurrency = 2
    session.configuration.drainTimeout = .seconds(200)
    let outcome = try #require(
      session.run(VirtualSession.urls(4)) { session, clock in
        try await clock.sleep(for: .milliseconds(1_500))
        await session.drain(reason: "test")
      }
    )
    #expect(outcome.outcomes == [.used, .used, .used, .unfinished])
    #expect(outcome.end == .seconds(101))
  }

  private func stop(
    _ schedule: Schedule,
    _ meanwhile: @escaping @Sendable (Session, SessionClock) async throws -> Void
  ) throws {
    var session = VirtualSession.mixed()
    session.configuration.schedule = schedule
    let outcome = try #require(session.run(VirtualSession.mixture, meanwhile: meanwhile))
    #expect(outcome.error == nil)
    #expect(outcome.counts.total == outcome.records.count)
    #expect(Set(outcome.settled.map(\.index)).count == outcome.settled.count)
    #expect(outcome.settled.count == VirtualSession.mixture.count)
  }

  /// Draws the same whatever was drawn before, so that the order of failures does not matter.
  private struct Fixed: RandomNumberGenerator {
    mutating func next() -> UInt64 { 1 << 40 }
  }
}

extension VirtualSession.Outcome {
  /// The most steps at once.
  fileprivate var mostSteps: Int {
    var (now, most): (Set<Int>, Int) = ([], 0)
    for event in events {
      switch event.kind {
      case .began(_, let subject, _): now.insert(subject.index)
      case .fetched(let subject, _), .extracted(let subject, _), .summarised(let subject, _),
        .waiting(let subject, _), .settled(_, let subject, _):
        now.remove(subject.index)
      default: break
      }
      most = max(most, now.count)
    }
    return most
  }

  /// When each start of a step was, in seconds.
  fileprivate func starts(of wanted: Step) -> [Double] {
    events.compactMap { event in
      guard case .began(wanted, _, _) = event.kind else { return nil }
      return event.elapsed
    }
  }
}
