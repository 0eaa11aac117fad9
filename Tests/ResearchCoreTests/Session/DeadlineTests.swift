import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// Runs that are to be over by a certain time, in virtual time.
@Suite struct DeadlineTests {
  /// What a run came to, and whether its time was over before it was.
  private static func run(
    _ virtual: VirtualSession,
    pages: Int,
    meanwhile: @escaping @Sendable (Session, SessionClock) async throws -> Void = { _, _ in }
  ) throws -> (VirtualSession.Outcome, hasPassed: Bool) {
    let session = Locked<Session?>(nil)
    let result = virtual.run(VirtualSession.urls(pages), meanwhile: meanwhile) { made in
      session.withLock { $0 = made }
    }
    let outcome = try #require(result)
    let hasPassed = try #require(session.withLock { $0 }).hasPassedDeadline
    return (outcome, hasPassed)
  }

  private static func drains(_ outcome: VirtualSession.Outcome) -> [Double: String] {
    outcome.events.reduce(into: [:]) { drains, event in
      if case .draining(let reason) = event.kind { drains[event.elapsed] = reason }
    }
  }

  @Test func `what is in flight completes, and the rest is not finished`() throws {
    var virtual = VirtualSession(fetch: .seconds(2), summarise: .seconds(1))
    virtual.configuration.fetching.maxConcurrency = 2
    virtual.configuration.deadline = .milliseconds(2_500)
    let (outcome, hasPassed) = try Self.run(virtual, pages: 10)
    #expect(outcome.end == .seconds(5) && hasPassed)
    #expect(Self.drains(outcome) == [2.5: "the deadline has passed"])
    #expect(
      outcome.outcomes == [.used, .used, .used, .used] + Array(repeating: .unfinished, count: 6)
    )
  }

  @Test(arguments: [0, 1, 4])
  func `what takes longer than the drain's time is given up`(seconds: Int) throws {
    var virtual = VirtualSession(fetch: .seconds(100))
    virtual.configuration.deadline = .seconds(2)
    virtual.configuration.drainTimeout = .seconds(seconds)
    let (outcome, hasPassed) = try Self.run(virtual, pages: 3)
    #expect(outcome.end == .seconds(2 + seconds) && hasPassed)
    #expect(outcome.counts.unfinished == 3)
  }

  @Test func `a run that ends before its deadline is untouched`() throws {
    var virtual = VirtualSession(fetch: .seconds(1), summarise: .seconds(3))
    virtual.configuration.deadline = .seconds(5)
    let (outcome, hasPassed) = try Self.run(virtual, pages: 3)
    #expect(outcome.end == .seconds(4) && !hasPassed)
    #expect(Self.drains(outcome).isEmpty && outcome.counts.used == 3)
  }

  @Test func `a cancel ends what the deadline drains`() throws {
    var virtual = VirtualSession(fetch: .seconds(100))
    virtual.configuration.deadline = .seconds(2)
    let (outcome, hasPassed) = try Self.run(virtual, pages: 3) { session, clock in
      try await clock.sleep(until: .seconds(3))
      await session.cancel(reason: "a test")
    }
    #expect(outcome.end == .seconds(3) && hasPassed && outcome.counts.unfinished == 3)
  }

  @Test(arguments: [(100, 9, false), (3, 7, true)])
  func `a call for the report has the drain's time`(
    answer: Int,
    end: Int,
    isWritten: Bool
  ) throws {
    var virtual = VirtualSession()
    virtual.configuration.summarising.model = "stub"
    virtual.author = StubAuthor(clock: virtual.clock, after: .seconds(answer))
    virtual.configuration.deadline = .seconds(5)
    let (outcome, hasPassed) = try Self.run(virtual, pages: 2)
    #expect(outcome.end == .seconds(end) && hasPassed && outcome.counts.used == 2)
    #expect(outcome.report.contains("All say") == isWritten)
    let isGivenUp = outcome.report.contains("gave none: the run was ended before its answer came")
    #expect(isGivenUp == !isWritten)
  }

  @Test func `no call is made when the time is over`() async {
    let virtual = VirtualSession()
    let drains = await Self.drains(of: Deadline(.seconds(1), on: virtual.clock), in: virtual)
    #expect(drains == [.seconds(1)])
  }

  @Test func `a cancelled task takes the body with it`() {
    let virtual = VirtualSession()
    let ended = virtual.time.run { () -> Duration? in
      let deadline = Deadline(.seconds(50), on: virtual.clock)
      return await withTaskGroup(of: Duration?.self) { group in
        group.addTask {
          do {
            try await deadline.bounding(Drained()) {
              try await virtual.clock.sleep(for: .seconds(9))
            }
            return nil
          } catch {
            return virtual.clock.now
          }
        }
        // Nothing cancels this task.
        try? await virtual.clock.sleep(for: .seconds(1))
        group.cancelAll()
        return await group.next() ?? nil
      }
    }
    #expect(ended == .seconds(1))
  }

  /// What is drained, and how often.
  private final class Drained: Interruptible {
    let times = Locked(0)

    func drain(reason: String) async { times.withLock { $0 += 1 } }
    func cancel(reason: String) async {}
  }

  /// When something is drained that is asked for twice at each of four moments.
  private static func drains(of deadline: Deadline, in virtual: VirtualSession) async -> [Duration]
  {
    virtual.time.run { () -> [Duration] in
      let run = Drained()
      var moments: [Duration] = []
      for tenth in [0, 9, 10, 11] {
        // Nothing cancels this task.
        try? await virtual.clock.sleep(until: .milliseconds(100 * tenth))
        let before = run.times.withLock { $0 }
        await deadline.enforce(on: run)
        await deadline.enforce(on: run)
        if run.times.withLock({ $0 }) > before { moments.append(virtual.clock.now) }
      }
      return run.times.withLock { $0 } == moments.count ? moments : []
    } ?? []
  }
}
