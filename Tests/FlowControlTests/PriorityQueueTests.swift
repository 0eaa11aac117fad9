import FlowControl
import TestSupport
import Testing

@Suite struct PriorityQueueTests {
  @Test func `gives the most urgent first, and equals as they came`() {
    var queue = PriorityQueue<String>()
    let elements: [(String, Priority)] = [
      ("low", .low), ("first", .normal), ("high", .high), ("second", .normal), ("higher", .high),
    ]
    for (element, priority) in elements { queue.insert(element, priority: priority, at: .zero) }
    var order: [String] = []
    while let element = queue.popFirst() { order.append(element) }
    #expect(order == ["high", "higher", "first", "second", "low"])
    #expect(queue.isEmpty && queue.first == nil && queue.firstKey == nil)
  }

  @Test(arguments: [
    (Priority.low, Priority.high, 120), (.low, .normal, 60), (.normal, .high, 60),
  ])
  func `lifts by a class for every minute`(lower: Priority, higher: Priority, seconds: Int) {
    var queue = PriorityQueue<String>()
    queue.insert("waits", priority: lower, at: .seconds(7))
    queue.insert("too late", priority: higher, at: .seconds(7 + seconds))
    #expect(queue.first == "waits")
    queue.insert("in time", priority: higher, at: .seconds(7 + seconds) - .nanoseconds(1))
    #expect(queue.popFirst() == "in time")
    #expect(queue.popFirst() == "waits")
  }

  @Test func `removes each ticket once`() {
    var queue = PriorityQueue<Int>()
    let tickets = (0..<100).map { queue.insert($0, priority: .normal, at: .zero) }
    for ticket in tickets where ticket != tickets[50] { #expect(queue.remove(ticket) != nil) }
    #expect(queue.remove(tickets[3]) == nil)
    #expect(queue.count == 1 && queue.popFirst() == 50)
    #expect(queue.remove(tickets[50]) == nil && queue.remove(1_000) == nil)
  }

  @Test func `keeps no element that left`() {
    final class Element {}
    weak var removed: Element?
    weak var popped: Element?
    var queue = PriorityQueue<Element>()
    do {
      let elements = [Element(), Element()]
      (removed, popped) = (elements[0], elements[1])
      let ticket = queue.insert(elements[0], priority: .low, at: .zero)
      queue.insert(elements[1], priority: .high, at: .zero)
      _ = queue.remove(ticket)
      _ = queue.popFirst()
    }
    #expect(removed == nil && popped == nil && queue.isEmpty)
  }

  @Test func `agrees with a sorted list on random operations`() {
    let firstSeed: UInt64 = 77
    print("operations of PriorityQueue: seeds from \(firstSeed)")
    for seed in firstSeed..<(firstSeed + Schedules.count) {
      var generator = SeededGenerator(seed: seed)
      var queue = PriorityQueue<Int>()
      var model = SortedList()
      for step in 0..<40 {
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<30: #expect(queue.popFirst() == model.popFirst(), "seed \(seed)")
        case 30..<55:
          let ticket = UInt64.random(in: 0...UInt64(step), using: &generator)
          #expect(queue.remove(ticket) == model.remove(ticket), "seed \(seed)")
        default:
          let priority = Priority.allCases.randomElement(using: &generator) ?? .normal
          let now = Duration.seconds(Int.random(in: 0...200, using: &generator))
          let ticket = queue.insert(step, priority: priority, at: now)
          model.insert(step, ticket, at: now + .seconds(60) * priority.rank)
        }
        #expect(queue.first == model.first && queue.count == model.count, "seed \(seed)")
      }
    }
  }
}

/// What the queue has to do, in the plainest way.
private struct SortedList {
  private var entries: [(time: Duration, ticket: UInt64, element: Int)] = []

  var count: Int { entries.count }
  var first: Int? { entries.first?.element }

  mutating func insert(_ element: Int, _ ticket: UInt64, at time: Duration) {
    entries.append((time, ticket, element))
    entries.sort { ($0.time, $0.ticket) < ($1.time, $1.ticket) }
  }

  mutating func popFirst() -> Int? {
    entries.isEmpty ? nil : entries.removeFirst().element
  }

  mutating func remove(_ ticket: UInt64) -> Int? {
    entries.firstIndex { $0.ticket == ticket }.map { entries.remove(at: $0).element }
  }
}
