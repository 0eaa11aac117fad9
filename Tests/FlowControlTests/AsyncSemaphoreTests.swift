import FlowControl
import Testing

@Suite struct AsyncSemaphoreTests {
  private typealias Visit = SemaphoreSchedule.Visit

  private let time = VirtualTime()
  private let clock: SessionClock

  init() { clock = SessionClock(time) }

  private func admissions(permits: Int, _ visits: [Visit]) throws -> [Duration?] {
    let outcome = try #require(SemaphoreSchedule(permits: permits, visits: visits).run())
    #expect(outcome.mostInUse <= permits)
    #expect(outcome.inUseAtEnd == 0 && outcome.waitingAtEnd == 0)
    return outcome.admitted
  }

  @Test(arguments: [(1, 10), (2, 5), (3, 4), (10, 1), (Int.max, 1)])
  func `lets no more than its permits work at once`(permits: Int, seconds: Int) throws {
    let visits = [Visit](repeating: Visit(arrives: .zero), count: 10)
    let outcome = try #require(SemaphoreSchedule(permits: permits, visits: visits).run())
    #expect(outcome.mostInUse == min(permits, 10))
    #expect(outcome.admitted.compactMap { $0 }.max() == .seconds(seconds - 1))
    #expect(outcome.inUseAtEnd == 0)
  }

  @Test(arguments: [0, -1, Int.min])
  func `has one permit at least`(permits: Int) {
    let semaphore = AsyncSemaphore(permits, clock: clock)
    #expect(semaphore.permits == 1)
    #expect(time.run { try? await semaphore.withPermit { semaphore.inUse } } == 1)
  }

  @Test func `admits by priority and then by arrival`() throws {
    let visits = [
      Visit(arrives: .zero),
      Visit(arrives: .milliseconds(1), priority: .low),
      Visit(arrives: .milliseconds(2)),
      Visit(arrives: .milliseconds(3), priority: .high),
      Visit(arrives: .milliseconds(4)),
      Visit(arrives: .milliseconds(5), priority: .high),
      Visit(arrives: .milliseconds(6), priority: .low),
    ]
    let order = [0, 5, 3, 1, 4, 2, 6].map { Duration.seconds($0) }
    #expect(try admissions(permits: 1, visits) == order)
  }

  @Test func `admits in the order of arrival at one instant`() throws {
    let visits = [Visit](repeating: Visit(arrives: .seconds(1)), count: 50)
    #expect(try admissions(permits: 1, visits) == (1...50).map { .seconds($0) })
  }

  @Test func `lets a heavy head hold back the light ones behind it`() throws {
    let visits = [
      Visit(arrives: .zero, weight: 2, holds: .seconds(10)),
      Visit(arrives: .seconds(1), weight: 3),
      Visit(arrives: .seconds(2), weight: 1),
      Visit(arrives: .seconds(3), weight: 0),
    ]
    #expect(
      try admissions(permits: 3, visits) == [.zero, .seconds(10), .seconds(11), .seconds(11)]
    )
  }

  @Test func `lets the light ones go when the heavy head is cancelled`() throws {
    let visits = [
      Visit(arrives: .zero, weight: 2, holds: .seconds(10)),
      Visit(arrives: .seconds(1), weight: 3, isCancelled: .seconds(4)),
      Visit(arrives: .seconds(2), weight: 1),
    ]
    #expect(try admissions(permits: 3, visits) == [.zero, nil, .seconds(4)])
  }

  @Test func `counts a weight above all there is as all there is`() throws {
    let visits = [Visit(arrives: .zero, weight: Int.max), Visit(arrives: .zero)]
    #expect(try admissions(permits: 3, visits) == [.zero, .seconds(1)])
  }

  @Test(arguments: [0, -1, Int.min])
  func `takes nothing for no weight`(weight: Int) throws {
    let visits = [Visit(arrives: .zero), Visit(arrives: .zero, weight: weight)]
    #expect(try admissions(permits: 1, visits) == [.zero, .zero])
  }

  @Test func `lets a low one be overtaken for 120 seconds only`() throws {
    let high = (1...300).map {
      Visit(arrives: .milliseconds($0 * 1_000 - 250), priority: .high)
    }
    let low = Visit(arrives: .milliseconds(500), priority: .low)
    let admitted = try admissions(permits: 1, [Visit(arrives: .zero), low] + high)
    #expect(admitted[1] == .seconds(121))
    #expect(admitted[121] == .seconds(120))
    #expect(admitted[122] == .seconds(122))
  }

  @Test func `does not notice a waiter that is cancelled`() throws {
    let visits = [
      Visit(arrives: .zero),
      Visit(arrives: .milliseconds(1), isCancelled: .milliseconds(500)),
      Visit(arrives: .milliseconds(2)),
      Visit(arrives: .milliseconds(3), isCancelled: .milliseconds(1_500)),
      Visit(arrives: .milliseconds(4)),
    ]
    #expect(
      try admissions(permits: 1, visits) == [.zero, nil, .seconds(1), nil, .seconds(2)]
    )
  }

  @Test func `gives the permit back when the body throws`() {
    struct Failure: Error {}
    let semaphore = AsyncSemaphore(1, clock: clock)
    let caught = time.run {
      do {
        try await semaphore.withPermit { throw Failure() }
        return false
      } catch {
        return error is Failure
      }
    }
    #expect(caught == true && semaphore.inUse == 0)
  }

  @Test func `does not run the body of a task that is cancelled already`() {
    let semaphore = AsyncSemaphore(1, clock: clock)
    let wasRun = Locked(false)
    let error = time.run {
      await cancelled(at: .zero, on: clock) { () async -> (any Error)? in
        // Ends when the task is cancelled.
        try? await clock.sleep(for: .seconds(9))
        do {
          try await semaphore.withPermit { wasRun.withLock { $0 = true } }
          return nil
        } catch {
          return error
        }
      }
    }
    #expect(error.flatMap { $0 } is CancellationError)
    #expect(!wasRun.withLock { $0 } && semaphore.inUse == 0 && semaphore.waiting == 0)
  }

  @Test func `counts a permit as out until its last reference goes`() throws {
    let semaphore = AsyncSemaphore(3, clock: clock)
    var first = try #require(time.run { try? await semaphore.acquire(weight: 2) })
    var second: AsyncSemaphore.Permit? = first
    #expect(semaphore.inUse == 2)
    first = try #require(time.run { try? await semaphore.acquire(weight: 1) })
    #expect(semaphore.inUse == 3)
    second = nil
    #expect(second == nil && semaphore.inUse == 1)
    withExtendedLifetime(first) {}
  }

  @Test func `waits for ever when nothing comes back`() {
    let semaphore = AsyncSemaphore(1, clock: clock)
    let admitted: Bool? = time.run {
      await (try? semaphore.withPermit { try await semaphore.withPermit { true } }) ?? false
    }
    #expect(admitted == nil && semaphore.inUse == 0 && semaphore.waiting == 0)
  }

  @Test func `leaves nothing behind`() throws {
    weak var remains: AsyncSemaphore?
    do {
      let semaphore = AsyncSemaphore(1, clock: clock)
      remains = semaphore
      time.run {
        await cancelled(at: .seconds(1), on: clock) {
          await withDiscardingTaskGroup { group in
            for _ in 0..<10 {
              group.addTask {
                try? await semaphore.withPermit { try await clock.sleep(for: .seconds(9)) }
              }
            }
          }
        }
      }
      #expect(semaphore.inUse == 0 && semaphore.waiting == 0)
    }
    #expect(clock.now == .seconds(1))
    #expect(remains == nil)
  }
}
