import FlowControl
import Testing

@Suite struct ForEachConcurrentlyTests {
  private let time = VirtualTime()
  private let clock: SessionClock
  private let occupancy = Occupancy()
  private let started = Locked(0)

  init() { clock = SessionClock(time) }

  /// Ten elements, and more to come unless `isFinished`.
  private func elements(isFinished: Bool = true) -> (
    stream: AsyncStream<Int>, source: AsyncStream<Int>.Continuation
  ) {
    let (stream, source) = AsyncStream.makeStream(of: Int.self)
    for index in 0..<10 { source.yield(index) }
    if isFinished { source.finish() }
    return (stream, source)
  }

  private func work(for duration: Duration = .seconds(1)) async {
    started.withLock { $0 += 1 }
    occupancy.change(by: 1)
    // A cancelled sleep ends early.
    try? await clock.sleep(for: duration)
    occupancy.change(by: -1)
  }

  @Test(
    arguments: [
      (nil, 10, 1), (Int.max, 10, 1), (10, 10, 1), (4, 4, 3), (2, 2, 5), (1, 1, 10), (0, 1, 10),
      (-7, 1, 10), (Int.min, 1, 10),
    ] as [(Int?, Int, Int)]
  )
  func `runs as many at once as it may`(limit: Int?, most: Int, seconds: Int) {
    let (stream, _) = elements()
    time.run { await forEachConcurrently(stream, limit: limit) { _ in await work() } }
    #expect(occupancy.most == most && occupancy.now == 0)
    #expect(started.withLock { $0 } == 10 && clock.now == .seconds(seconds))
  }

  @Test(arguments: [nil, 3, 20] as [Int?])
  func `waits for every body`(limit: Int?) {
    let (stream, _) = elements()
    time.run {
      await forEachConcurrently(stream, limit: limit) {
        await work(for: .seconds($0 == 9 ? 60 : 1))
      }
    }
    #expect(occupancy.now == 0)
    #expect(clock.now == .seconds(limit == 3 ? 63 : 60))
  }

  @Test(arguments: [nil, 1, 3] as [Int?])
  func `takes what comes later`(limit: Int?) {
    let (stream, source) = AsyncStream.makeStream(of: Int.self)
    let seen = Locked<[Int]>([])
    time.run {
      await withDiscardingTaskGroup { group in
        group.addTask {
          for index in 0..<5 {
            try? await clock.sleep(for: .seconds(10))
            source.yield(index)
          }
          source.finish()
        }
        await forEachConcurrently(stream, limit: limit) { index in
          seen.withLock { $0.append(index) }
          await work()
        }
      }
    }
    #expect(seen.withLock { $0 } == [0, 1, 2, 3, 4] && clock.now == .seconds(51))
  }

  @Test(arguments: [(nil, 10), (Int.max, 10), (3, 6), (1, 2), (0, 2)] as [(Int?, Int)])
  func `starts nothing more when it is cancelled`(limit: Int?, begun: Int) {
    let (stream, source) = elements(isFinished: false)
    let hasEnded: Bool? = time.run {
      await cancelled(at: .milliseconds(1_500), on: clock) {
        await forEachConcurrently(stream, limit: limit) { _ in await work() }
        return true
      }
    }
    source.finish()
    #expect(hasEnded == true && clock.now == .milliseconds(1_500))
    #expect(started.withLock { $0 } == begun && occupancy.now == 0)
  }

  @Test(arguments: [nil, 1, 3] as [Int?])
  func `starts nothing at all in a cancelled task`(limit: Int?) {
    let (stream, source) = elements(isFinished: false)
    let hasEnded: Bool? = time.run {
      await cancelled(at: .zero, on: clock) {
        // Ends when the task is cancelled.
        try? await clock.sleep(for: .seconds(9))
        await forEachConcurrently(stream, limit: limit) { _ in await work() }
        return true
      }
    }
    source.finish()
    #expect(hasEnded == true && clock.now == .zero && started.withLock { $0 } == 0)
  }

  @Test(arguments: [(nil, 10), (1, 1), (3, 3)] as [(Int?, Int)])
  func `waits for bodies that do not mind a cancel`(limit: Int?, begun: Int) {
    let (stream, source) = elements(isFinished: false)
    let parked = Locked<[CheckedContinuation<Void, Never>]>([])
    time.run {
      await withDiscardingTaskGroup { group in
        group.addTask {
          try? await clock.sleep(until: .seconds(30))
          for continuation in parked.withLock({ $0 }) { continuation.resume() }
        }
        await cancelled(at: .seconds(2), on: clock) {
          await forEachConcurrently(stream, limit: limit) { _ in
            started.withLock { $0 += 1 }
            await withCheckedContinuation { continuation in
              parked.withLock { $0.append(continuation) }
            }
          }
        }
      }
    }
    source.finish()
    #expect(clock.now == .seconds(30) && started.withLock { $0 } == begun)
  }

  @Test(arguments: [nil, 2] as [Int?])
  func `keeps nothing when it is cancelled`(limit: Int?) {
    final class Element: Sendable {}
    weak var remains: Element?
    do {
      let element = Element()
      remains = element
      let (stream, source) = AsyncStream.makeStream(of: Element.self)
      for _ in 0..<5 { source.yield(element) }
      time.run {
        await cancelled(at: .seconds(1), on: clock) {
          await forEachConcurrently(stream, limit: limit) { element in
            await work(for: .seconds(9))
            withExtendedLifetime(element) {}
          }
        }
      }
    }
    #expect(remains == nil && clock.now == .seconds(1))
  }
}
