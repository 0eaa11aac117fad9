import FlowControl
import Testing

@testable import ResearchCore

@Suite struct FrontierTests {
  private let time = VirtualTime()
  private var clock: SessionClock { SessionClock(time) }

  private static func source(
    _ index: Int,
    _ priority: Priority = .normal,
    host: String? = nil
  ) -> Source {
    let origin = host ?? "http://h\(index).test:80"
    return Source(
      index: index,
      name: "\(origin)/\(index)",
      priority: priority,
      fingerprint: Fingerprint("\(origin)/\(index)"),
      target: .page(origin: origin)
    )
  }

  /// Runs a frontier over `sources`, each attempt a second long, and gives the order of admission.
  private func admitted(
    _ sources: [Source],
    _ limits: Frontier.Limits,
    clock: SessionClock? = nil,
    verdict: @escaping @Sendable (Source) -> StepFailure.Again? = { _ in nil }
  ) -> [(index: Int, time: Duration)]? {
    let clock = clock ?? self.clock
    let frontier = Frontier(limits, clock: clock, events: EventBus(clock: clock, startTime: 0))
    return time.run {
      let (stream, input) = Flow<Source>.makeStream(bufferingPolicy: .bufferingOldest(1_000))
      let log = Locked<[(index: Int, time: Duration)]>([])
      for source in sources { _ = await frontier.add(source) }
      await frontier.close()
      await withDiscardingTaskGroup { group in
        group.addTask { await frontier.run(into: input) }
        for await item in stream {
          log.withLock { $0.append((item.source.index, clock.now)) }
          group.addTask {
            // Nothing cancels this task.
            try? await clock.sleep(for: .seconds(1))
            await frontier.attemptEnded(item.source)
            let again = verdict(item.source)
            let failure = Failure(.http, "a test")
            if let again,
              await frontier.takeBack(
                item.source,
                after: failure,
                again,
                took: nil
              )
            {
              return
            }
            await frontier.settle(item.source)
          }
        }
      }
      return log.withLock { $0 }
    }
  }

  @Test func `admits by priority, then in the order of the list`() throws {
    let sources = [
      Self.source(1, .low), Self.source(2), Self.source(3, .high), Self.source(4),
      Self.source(5, .low), Self.source(6, .high),
    ]
    let order = try #require(
      admitted(sources, .init(window: 10, fetches: 1, fetchesPerHost: 1))
    )
    #expect(order.map(\.index) == [3, 6, 2, 4, 1, 5])
    #expect(order.map(\.time) == (0..<6).map { .seconds($0) })
  }

  @Test func `keeps to priority within a host as well`() throws {
    let sources = [
      Self.source(1, .low, host: "http://a.test:80"), Self.source(2, host: "http://a.test:80"),
      Self.source(3, .high, host: "http://a.test:80"), Self.source(4, .low),
    ]
    let order = try #require(
      admitted(sources, .init(window: 10, fetches: 10, fetchesPerHost: 1))
    )
    #expect(order.map(\.index) == [3, 4, 2, 1])
    #expect(order.map(\.time) == [0, 0, 1, 2].map { .seconds($0) })
  }

  @Test func `a host without room lets others pass`() throws {
    let slow = (1...6).map { Self.source($0, .high, host: "http://a.test:80") }
    let order = try #require(
      admitted(
        slow + [Self.source(7, .low)],
        .init(window: 10, fetches: 10, fetchesPerHost: 2)
      )
    )
    #expect(order.prefix(3).map(\.index) == [1, 2, 7])
    #expect(order.map(\.time) == [0, 0, 0, 1, 1, 2, 2].map { .seconds($0) })
  }

  @Test func `what comes again waits for its time`() throws {
    let order = try #require(
      admitted((1...3).map { Self.source($0) }, .init(window: 1, fetches: 1, fetchesPerHost: 1)) {
        $0.index == 1 && $0.attempt < 3 ? .init(delay: .seconds(5)) : nil
      }
    )
    #expect(order.map(\.index) == [1, 2, 3, 1, 1])
    #expect(order.map(\.time) == [0, 1, 2, 6, 12].map { .seconds($0) })
  }

  @Test func `wakes the earliest of many, whatever the order of their failures`() throws {
    let order = try #require(
      admitted((1...5).map { Self.source($0) }, .init(window: 5, fetches: 5, fetchesPerHost: 1)) {
        $0.attempt == 1 ? .init(delay: .seconds(60 - 10 * $0.index)) : nil
      }
    )
    #expect(order.dropFirst(5).map(\.index) == [5, 4, 3, 2, 1])
    #expect(order.dropFirst(5).map(\.time) == [11, 21, 31, 41, 51].map { .seconds($0) })
  }

  /// A clock whose sleeps end a little early, as a system's timers may.
  private struct EarlyClock: Clock {
    let time: VirtualTime
    var now: VirtualTime.Instant { time.now }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: VirtualTime.Instant, tolerance: Duration?) async throws {
      let early = deadline.advanced(by: .microseconds(-3))
      try await time.sleep(until: early > time.now ? early : deadline, tolerance: tolerance)
    }
  }

  @Test func `a timer that ends early loses nobody`() throws {
    let order = try #require(
      admitted(
        [Self.source(1)],
        .init(window: 1, fetches: 1, fetchesPerHost: 1),
        clock: SessionClock(EarlyClock(time: time))
      ) { $0.attempt == 1 ? .init(delay: .seconds(5)) : nil }
    )
    #expect(order.count == 2)
  }

  @Test func `suspends the reader of the list while too many wait`() throws {
    let clock = clock
    let limits = Frontier.Limits(window: 1, fetches: 1, fetchesPerHost: 1, waiting: 2)
    let frontier = Frontier(limits, clock: clock, events: EventBus(clock: clock, startTime: 0))
    let times = time.run {
      let (stream, input) = Flow<Source>.makeStream(bufferingPolicy: .bufferingOldest(1))
      return await withTaskGroup(of: [Duration].self) { group in
        group.addTask {
          await frontier.run(into: input)
          return []
        }
        group.addTask {
          for await item in stream {
            // Nothing cancels this task.
            try? await clock.sleep(for: .seconds(1))
            await frontier.attemptEnded(item.source)
            await frontier.settle(item.source)
          }
          return []
        }
        group.addTask {
          var times: [Duration] = []
          for index in 1...6 {
            #expect(await frontier.add(Self.source(index)))
            times.append(clock.now)
          }
          await frontier.close()
          return times
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
    }
    // One is admitted at once, two wait, and each further one takes the place of one that left.
    #expect(try #require(times).last == .seconds(3))
  }

  @Test(arguments: [true, false])
  func `a suspended reader goes on when the frontier drains or it is cancelled`(
    isDrain: Bool
  ) throws {
    let clock = clock
    let limits = Frontier.Limits(window: 1, fetches: 1, fetchesPerHost: 1, waiting: 1)
    let frontier = Frontier(limits, clock: clock, events: EventBus(clock: clock, startTime: 0))
    let isTaken = time.run {
      await withTaskGroup(of: Bool.self) { group in
        _ = await frontier.add(Self.source(1))
        group.addTask { await frontier.add(Self.source(2)) }
        // Nothing cancels this task.
        try? await clock.sleep(for: .seconds(1))
        if isDrain { await frontier.drain() } else { group.cancelAll() }
        return await group.next() ?? true
      }
    }
    #expect(isTaken == false)
    #expect(time.now.offset == .seconds(1))
  }

  @Test func `gives what has not ended back in the order of the list`() throws {
    let clock = clock
    let limits = Frontier.Limits(window: 2, fetches: 2, fetchesPerHost: 1)
    let frontier = Frontier(limits, clock: clock, events: EventBus(clock: clock, startTime: 0))
    let rest = time.run {
      let (_, input) = Flow<Source>.makeStream(bufferingPolicy: .bufferingOldest(2))
      for index in [5, 3, 4, 1, 2] { _ = await frontier.add(Self.source(index)) }
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await frontier.run(into: input) }
        // Nothing cancels this task.
        try? await clock.sleep(for: .seconds(1))
        group.cancelAll()
      }
      return (await frontier.takeLeftovers(), await frontier.takeLeftovers())
    }
    let (first, second) = try #require(rest)
    #expect(first.map(\.index) == [1, 2, 3, 4, 5])
    #expect(first.map(\.attempt) == [2, 2, 1, 1, 1])
    #expect(second.isEmpty)
  }

  @Test func `a run that is cancelled before it begins admits nothing`() throws {
    let frontier = Frontier(
      .init(window: 2, fetches: 2, fetchesPerHost: 1),
      clock: clock,
      events: EventBus(clock: clock, startTime: 0)
    )
    let count = time.run {
      let (stream, input) = Flow<Source>.makeStream(bufferingPolicy: .bufferingOldest(2))
      _ = await frontier.add(Self.source(1))
      await withTaskGroup(of: Void.self) { group in
        group.cancelAll()
        group.addTask { await frontier.run(into: input) }
      }
      return await stream.reduce(0) { count, _ in count + 1 }
    }
    #expect(count == 0)
  }
}
