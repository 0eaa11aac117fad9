import FlowControl
import TestSupport
import Testing

@testable import ResearchCore

/// What a drain and a cancel mean for what begins after them, in virtual time.
@Suite struct SessionStagesTests {
  @Test(
    arguments: [
      (["drain"], 1, 4), (["drain", "drain"], 1, 4), (["drain"], 9, 9), (["cancel"], 1, 1),
      (["drain", "cancel"], 1, 1), (["cancel", "drain"], 1, 1),
    ] as [([String], Int, Int)]
  )
  func `what begins after a drain has the rest of its time`(
    _ commands: [String],
    _ start: Int,
    _ end: Int
  ) throws {
    let session = VirtualSession()
    let ended = session.time.run { () -> Duration? in
      do {
        let run = try session.made()
        for command in commands {
          await command == "drain" ? run.drain(reason: "a test") : run.cancel(reason: "a test")
        }
        try await session.clock.sleep(until: .seconds(start))
        try await run.whileThereIsTime { try await session.clock.sleep(for: .seconds(100)) }
        return nil
      } catch {
        return error is CancellationError ? session.clock.now : nil
      }
    }
    #expect(ended == .seconds(end))
  }

  @Test(arguments: [(1_770_120_000.0, "2026-02-03"), (1_000_000.0, "2026-02-05")])
  func `pages have no date behind the session's`(start: Double, day: String) throws {
    let head = """
      <meta name=pubdate content=2026-02-05><meta name=created content=2026-02-03>
      """
    var session = VirtualSession { _, _ in
      StubFetcher.Answer(VirtualSession.page("mill", head: head))
    }
    session.startTime = start
    let outcome = try #require(session.run(VirtualSession.urls(1)))
    #expect(outcome.records.map(\.published) == [day])
  }

  @Test func `a second drain gives no more time`() throws {
    let session = VirtualSession(fetch: .seconds(100))
    let outcome = try #require(
      session.run(VirtualSession.urls(2)) { session, clock in
        for second in [1, 3] {
          try await clock.sleep(until: .seconds(second))
          await session.drain(reason: "a test")
        }
      }
    )
    #expect(outcome.end == .seconds(5) && outcome.counts.unfinished == 2)
  }

  @Test func `a cancelled task ends what had begun after a drain`() {
    let session = VirtualSession()
    let ended = session.time.run { () -> Duration? in
      await withTaskGroup(of: Duration?.self) { group in
        group.addTask {
          do {
            let run = try session.made()
            await run.drain(reason: "a test")
            try await run.whileThereIsTime { try await session.clock.sleep(for: .seconds(100)) }
            return nil
          } catch {
            return error is CancellationError ? session.clock.now : nil
          }
        }
        // Nothing cancels this task.
        try? await session.clock.sleep(until: .seconds(2))
        group.cancelAll()
        return await group.next() ?? nil
      }
    }
    #expect(ended == .seconds(2))
  }
}
