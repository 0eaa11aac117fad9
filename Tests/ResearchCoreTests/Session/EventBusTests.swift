import FlowControl
import Testing

@testable import ResearchCore

@Suite struct EventBusTests {
  private let time = VirtualTime()

  private func bus(replay: Int = 1_000, bound: Int = 3) -> EventBus {
    EventBus(clock: SessionClock(time), startTime: 50, replay: replay, bound: bound)
  }

  private static func reason(_ event: Event) -> String? {
    if case .draining(let reason) = event.kind { reason } else { nil }
  }

  @Test func `numbers events from one, with the time`() async throws {
    let bus = bus()
    let events = bus.events()
    bus.publish(.draining(reason: "a"))
    time.run { try? await time.sleep(for: .seconds(2)) }
    bus.publish(.draining(reason: "b"))
    bus.finish()
    bus.publish(.draining(reason: "late"))
    let told = await events.reduce(into: []) { $0.append($1) }
    #expect(told.map(\.id) == [1, 2])
    #expect(told.map(\.elapsed) == [0, 2])
    #expect(told.map(\.time) == [50, 52])
    #expect(told.compactMap(Self.reason) == ["a", "b"])
  }

  @Test(arguments: [(0, [3, 4, 5]), (3, [4, 5]), (5, []), (99, [])])
  func `a late reader is told what is still kept`(after: Int, ids: [Int]) async {
    let bus = bus(replay: 3, bound: 100)
    for number in 1...5 { bus.publish(.draining(reason: "\(number)")) }
    let events = bus.events(after: after)
    bus.publish(.draining(reason: "6"))
    bus.finish()
    let told = await events.reduce(into: []) { $0.append($1.id) }
    #expect(told == ids + [6])
    #expect(await bus.events().reduce(into: []) { $0.append($1.id) } == [4, 5, 6])
  }

  @Test func `is congested while one reader is far behind, and says when it is not`() async {
    let bus = bus(bound: 3)
    let relieved = Locked(0)
    bus.onRelief { relieved.withLock { $0 += 1 } }
    let slow = bus.events()
    let quick = bus.events()
    var reader = slow.makeAsyncIterator()
    for _ in 1...3 { bus.publish(.draining(reason: "")) }
    #expect(!bus.isCongested)
    bus.publish(.draining(reason: ""))
    #expect(bus.isCongested)
    var other = quick.makeAsyncIterator()
    for _ in 1...4 { _ = await other.next() }
    #expect(bus.isCongested)
    let before = relieved.withLock { $0 }
    _ = await reader.next()
    #expect(!bus.isCongested)
    #expect(relieved.withLock { $0 } == before + 1)
  }

  @Test func `a reader that goes away no longer counts`() async {
    let bus = bus(bound: 1)
    let relieved = Locked(false)
    bus.onRelief { relieved.withLock { $0 = true } }
    do {
      let events = bus.events()
      for _ in 1...5 { bus.publish(.draining(reason: "")) }
      #expect(bus.isCongested)
      for await _ in events { break }
      withExtendedLifetime(events) {}
    }
    #expect(!bus.isCongested)
    #expect(relieved.withLock { $0 })
  }

  @Test func `a cancelled reader is told no more`() async {
    let bus = bus()
    let events = bus.events()
    let count = await withTaskGroup(of: Int.self) { group in
      group.cancelAll()
      group.addTask { await events.reduce(0) { count, _ in count + 1 } }
      return await group.next()
    }
    #expect(count == 0)
  }
}
