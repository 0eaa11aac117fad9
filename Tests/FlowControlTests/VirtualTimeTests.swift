import FlowControl
import Testing

@Suite struct VirtualTimeTests {
  private let time = VirtualTime()
  private var now: Duration { time.now.offset }

  private func sleep(_ duration: Duration) async throws {
    try await time.sleep(for: duration)
  }

  @Test func `takes exactly as long as the longest of what happens at once`() {
    let ends = time.run {
      await withTaskGroup { group in
        for seconds in [3, 1, 2] {
          group.addTask {
            try? await sleep(.seconds(seconds))
            try? await sleep(.nanoseconds(1))
            return now
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(ends == [1, 2, 3].map { .seconds($0) + .nanoseconds(1) })
    #expect(now == .seconds(3) + .nanoseconds(1))
  }

  @Test func `jumps over any time`() {
    time.run { try? await sleep(.seconds(Int64.max / 2)) }
    #expect(now == .seconds(Int64.max / 2))
  }

  @Test func `wakes equal deadlines in the order of their sleeps`() {
    let clock = SessionClock(time)
    let log = Locked<[Int]>([])
    time.run {
      await withDiscardingTaskGroup { group in
        for index in 0..<100 {
          group.addTask {
            // Those with an odd number fall asleep later, for the same deadline.
            if index % 2 == 1 { try? await sleep(.seconds(1)) }
            try? await clock.sleep(until: .seconds(2))
            log.withLock { $0.append(index) }
          }
        }
      }
    }
    let (even, odd) = (stride(from: 0, to: 100, by: 2), stride(from: 1, to: 100, by: 2))
    #expect(log.withLock { $0 } == Array(even) + Array(odd))
  }

  @Test func `lets everybody run before time moves`() {
    let hops = time.run {
      await withTaskGroup(of: Int.self) { group in
        let (numbers, source) = AsyncStream.makeStream(of: Int.self)
        group.addTask {
          for number in 0..<1_000 {
            source.yield(number)
            await Task.yield()
          }
          source.finish()
          return 0
        }
        group.addTask {
          var count = 0
          for await _ in numbers where now == .zero { count += 1 }
          return count
        }
        group.addTask {
          try? await sleep(.nanoseconds(1))
          return 0
        }
        return await group.reduce(0, +)
      }
    }
    #expect(hops == 1_000)
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min / 2)])
  func `does not sleep for a deadline in the past`(duration: Duration) {
    let slept: Bool? = time.run {
      do {
        try await sleep(duration)
        return true
      } catch {
        return false
      }
    }
    #expect(slept == true && now == .zero)
  }

  @Test func `gives nil when everybody waits for ever`() {
    let (stream, source) = AsyncStream.makeStream(of: Int.self)
    let result: Int? = time.run {
      try? await sleep(.seconds(1))
      return await stream.reduce(0, +)
    }
    #expect(result == nil && now == .seconds(1))
    source.finish()
  }

  @Test func `gives what the body gives, also nothing`() {
    #expect(time.run { 7 } == 7)
    #expect(time.run { Int?.none } == .some(.none))
  }

  @Test func `runs again from where it stands`() {
    #expect(time.run { try? await sleep(.seconds(1)) } != nil)
    #expect(time.run { try? await sleep(.seconds(1)) } != nil)
    #expect(now == .seconds(2))
  }

  @Test func `runs everything on the calling thread`() {
    let caller = ThreadName.current
    actor Counter {
      var threads: Set<ThreadName> = []
      func count() { threads.insert(ThreadName.current) }
    }
    let threads = time.run {
      let counter = Counter()
      await withDiscardingTaskGroup { group in
        for _ in 0..<10 { group.addTask { await counter.count() } }
      }
      return await counter.threads
    }
    #expect(threads == [caller])
  }

  @Test func `ends a sleep that is cancelled and stays where it is`() {
    let clock = SessionClock(time)
    let ends = time.run {
      let end = await cancelled(at: .seconds(2), on: clock) { () -> Duration? in
        do {
          try await sleep(.seconds(100))
          return nil
        } catch {
          return error is CancellationError ? now : nil
        }
      }
      try? await sleep(.seconds(5))
      return [end, now]
    }
    #expect(ends == [.seconds(2), .seconds(7)])
  }

  @Test func `does not let a cancelled task sleep`() {
    let clock = SessionClock(time)
    let isRefused = time.run {
      await cancelled(at: .seconds(1), on: clock) {
        // The first sleep is cut short, and the second does not begin.
        try? await sleep(.seconds(9))
        do {
          try await sleep(.zero)
          return false
        } catch {
          return error is CancellationError
        }
      }
    }
    #expect(isRefused == true && now == .seconds(1))
  }

  @Test(arguments: [true, false])
  func `leaves nothing behind`(hangs: Bool) {
    final class Element: Sendable {}
    weak var element: Element?
    weak var remains: VirtualTime?
    do {
      let time = VirtualTime()
      let kept = Element()
      (element, remains) = (kept, time)
      let (stream, source) = AsyncStream.makeStream(of: Int.self)
      let result: Int? = time.run {
        await withTaskGroup(of: Void.self) { group in
          group.addTask { try? await time.sleep(for: .seconds(9)) }
          group.addTask {
            if hangs { for await _ in stream {} }
            withExtendedLifetime(kept) {}
          }
          await group.waitForAll()
          return 1
        }
      }
      #expect(result == (hangs ? nil : 1))
      source.finish()
    }
    #expect(element == nil && remains == nil)
  }
}
