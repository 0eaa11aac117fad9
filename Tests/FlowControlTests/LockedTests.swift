import FlowControl
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct LockedTests {
  private struct Failure: Error, Equatable {}

  @Test func `lets one change at a time`() async {
    let count = Locked(0)
    let workers = Workers(threads: 4)
    await withDiscardingTaskGroup { group in
      for _ in 0..<100 {
        group.addTask(executorPreference: workers) {
          for _ in 0..<1_000 { count.withLock { $0 += 1 } }
        }
      }
    }
    #expect(count.withLock { $0 } == 100_000)
  }

  @Test func `opens again when the body throws`() {
    let value = Locked(1)
    #expect(throws: Failure()) {
      try value.withLock { (value) throws(Failure) in
        value = 2
        throw Failure()
      }
    }
    #expect(value.withLock { $0 } == 2)
  }

  @Test func `waits until there is an answer`() async {
    let state = Locked(0)
    let answer = await withCheckedContinuation { continuation in
      Thread.start { continuation.resume(returning: state.wait { $0 == 3 ? "three" : nil }) }
      for _ in 0..<3 {
        state.withLock { $0 += 1 }
        state.notify()
      }
    }
    #expect(answer == "three")
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .milliseconds(1)])
  func `waits no longer than it may`(time: Duration) {
    let state = Locked(0)
    let start = ContinuousClock.now
    #expect(state.wait(atMost: time, until: { $0 == 3 ? "three" : nil }) == nil)
    #expect(ContinuousClock.now - start >= time)
    #expect(state.wait(atMost: time, until: { $0 == 0 ? "zero" : nil }) == "zero")
  }

  @Test func `waits for an answer that comes in time`() async {
    let state = Locked(0)
    let answer = await withCheckedContinuation { continuation in
      Thread.start {
        let longest = Duration.seconds(Int64.max)
        continuation.resume(returning: state.wait(atMost: longest) { $0 == 3 ? "three" : nil })
      }
      for _ in 0..<3 {
        state.withLock { $0 += 1 }
        state.notify()
      }
    }
    #expect(answer == "three")
  }

  @Test func `wakes everybody who waits`() async {
    let state = Locked(false)
    let answers = Locked(0)
    await withCheckedContinuation { continuation in
      for _ in 0..<4 {
        Thread.start {
          _ = state.wait { $0 ? true : nil }
          let all = answers.withLock { count in
            count += 1
            return count == 4
          }
          if all { continuation.resume() }
        }
      }
      state.withLock { $0 = true }
      state.notify()
    }
    #expect(answers.withLock { $0 } == 4)
  }

  @Test func `lets its value go`() {
    final class Value: Sendable {}
    weak var remains: Value?
    do {
      let value = Value()
      remains = value
      _ = Locked([value])
    }
    #expect(remains == nil)
  }
}
