import FlowControl
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct SessionClockTests {
  private let time = VirtualTime()

  @Test func `counts from its start`() {
    let first = SessionClock(time)
    let offset = time.run {
      try? await first.sleep(for: .seconds(5))
      let second = SessionClock(time)
      try? await second.sleep(until: .seconds(2))
      return second.now
    }
    #expect(offset == .seconds(2) && first.now == .seconds(7))
  }

  @Test(arguments: [
    (Duration.seconds(3), Duration.seconds(13)), (.zero, .seconds(10)),
    (.seconds(-3), .seconds(10)),
    (.nanoseconds(1), .seconds(10) + .nanoseconds(1)),
  ])
  func `sleeps for a time`(duration: Duration, end: Duration) {
    let clock = SessionClock(time)
    time.run {
      try? await clock.sleep(for: .seconds(10))
      try? await clock.sleep(for: duration)
    }
    #expect(clock.now == end)
  }

  @Test(arguments: [
    (Duration.seconds(13), Duration.seconds(13)), (.seconds(10), .seconds(10)),
    (.seconds(3), .seconds(10)), (.seconds(-3), .seconds(10)),
  ])
  func `sleeps until a time`(deadline: Duration, end: Duration) {
    let clock = SessionClock(time)
    time.run {
      try? await clock.sleep(for: .seconds(10))
      try? await clock.sleep(until: deadline)
    }
    #expect(clock.now == end)
  }

  @Test func `sleeps a hundred years at most`() {
    let clock = SessionClock(time)
    time.run { try? await clock.sleep(for: .seconds(Int64.max)) }
    #expect(clock.now == .seconds(100 * 365 * 86_400))
    time.run { try? await clock.sleep(until: .seconds(Int64.max)) }
    #expect(clock.now == .seconds(200 * 365 * 86_400))
  }

  @Test func `stops sleeping when it is cancelled`() {
    let clock = SessionClock(time)
    let errors = time.run {
      await cancelled(at: .seconds(4), on: clock) {
        [
          await failure { try await clock.sleep(for: .seconds(9)) },
          await failure { try await clock.sleep(until: .seconds(9)) },
          await failure { try await clock.sleep(until: .zero) },
        ]
      }
    }
    #expect(errors?.count { $0 is CancellationError } == 3)
    #expect(clock.now == .seconds(4))
  }

  @Test(arguments: [Duration.seconds(Int64.max), .seconds(3_600), .zero, .seconds(Int64.min)])
  func `stops sleeping on the system's clock`(duration: Duration) async {
    let clock = SessionClock(ContinuousClock())
    let caught = Locked<(any Error)?>(nil)
    await withDiscardingTaskGroup { group in
      group.cancelAll()
      group.addTask {
        let error = await failure { try await clock.sleep(for: duration) }
        caught.withLock { $0 = error }
      }
    }
    #expect(caught.withLock { $0 is CancellationError })
  }

  @Test func `stops a sleep on the system's clock that has begun`() async {
    let clock = SessionClock(ContinuousClock())
    let error = await withTaskGroup(of: (any Error)?.self) { group in
      group.addTask { await failure { try await clock.sleep(for: .seconds(Int64.max)) } }
      await Task.yield()
      group.cancelAll()
      return await group.next() ?? nil
    }
    #expect(error is CancellationError)
  }

  @Test func `goes on with the system's clock`() async throws {
    let clock = SessionClock(ContinuousClock())
    let before = clock.now
    try await clock.sleep(for: .nanoseconds(1))
    #expect(before >= .zero && clock.now > before)
  }
}

private func failure(_ body: () async throws -> Void) async -> (any Error)? {
  do {
    try await body()
    return nil
  } catch {
    return error
  }
}
