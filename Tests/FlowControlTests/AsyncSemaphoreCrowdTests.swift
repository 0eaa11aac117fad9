import FlowControl
import TestSupport
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct AsyncSemaphoreCrowdTests {
  @Test func `agrees with a simple model on random schedules`() {
    let firstSeed: UInt64 = 20_260_101
    print("schedules of AsyncSemaphore: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      let schedule = SemaphoreSchedule.random(seed: seed)
      guard let outcome = schedule.run() else {
        Issue.record("the schedule of seed \(seed) hangs")
        continue
      }
      #expect(outcome.admitted == schedule.expected(), "seed \(seed)")
      #expect(outcome.mostInUse <= schedule.permits, "seed \(seed)")
      #expect(outcome.inUseAtEnd == 0 && outcome.waitingAtEnd == 0, "seed \(seed)")
    }
  }

  @Test func `gives all permits back after 20,000 waits, half of them cancelled`() throws {
    let patient = SemaphoreSchedule.Visit(arrives: .zero, holds: .milliseconds(1))
    var hasty = patient
    hasty.isCancelled = .microseconds(500)
    let waiting = (0..<20_000).map { $0 % 2 == 0 ? patient : hasty }
    let visits = [patient, patient, patient] + waiting
    let outcome = try #require(SemaphoreSchedule(permits: 3, visits: visits).run())
    #expect(outcome.admitted.count { $0 != nil } == 10_003)
    #expect(outcome.admitted.compactMap { $0 }.max() == .milliseconds(3_334))
    #expect(outcome.mostInUse == 3)
    #expect(outcome.inUseAtEnd == 0 && outcome.waitingAtEnd == 0)
  }

  /// The same on real threads, where a cancel, a park and a release may meet.
  @Test func `gives all permits back on many threads`() async {
    let semaphore = AsyncSemaphore(3, clock: SessionClock(ContinuousClock()))
    let workers = Workers(threads: 4)
    let occupancy = Occupancy()
    let served = Locked(0)
    @Sendable func visit(_ index: Int) async {
      // A cancelled one is counted by what it does not serve.
      try? await semaphore.withPermit(weight: index % 3 + 1) {
        occupancy.change(by: index % 3 + 1)
        served.withLock { $0 += 1 }
        await Task.yield()
        occupancy.change(by: -(index % 3 + 1))
      }
    }
    await withDiscardingTaskGroup { group in
      for index in 0..<10_000 {
        group.addTask(executorPreference: workers) { await visit(index) }
        group.addTask(executorPreference: workers) {
          await withDiscardingTaskGroup { group in
            group.addTask { await visit(index) }
            group.cancelAll()
          }
        }
      }
    }
    #expect(served.withLock { $0 } >= 10_000)
    #expect(occupancy.most <= 3)
    #expect(semaphore.inUse == 0 && semaphore.waiting == 0)
  }
}
