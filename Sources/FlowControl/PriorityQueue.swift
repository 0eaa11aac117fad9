import HeapModule

/// A queue by priority; equal priorities leave in the order in which they came.
///
/// Each 60 s of waiting lift an element by one class: it stands where one of the higher class
/// stands that comes then. So a low one is overtaken only by those that come within two minutes,
/// and nothing starves. Inserting and removing take logarithmic time.
package struct PriorityQueue<Element> {
  /// Names an element while it waits.
  package typealias Ticket = UInt64

  /// Where an element stands: the earlier of two keys leaves first.
  package struct Key: Comparable, Sendable {
    let time: Duration
    let order: Ticket
    let ticket: Ticket

    /// Where an element stands that came at `now`; `order`, then `ticket`, decide between equals.
    package init(_ priority: Priority, at now: Duration, order: Ticket, ticket: Ticket) {
      time = now + PriorityQueue.ageing * priority.rank
      (self.order, self.ticket) = (order, ticket)
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.time, left.order, left.ticket) < (right.time, right.order, right.ticket)
    }
  }

  /// What a class is worth in waiting time.
  package static var ageing: Duration { .seconds(60) }

  private var heap = Heap<Key>()
  private var elements: [Ticket: Element] = [:]
  private var next: Ticket = 0

  /// An empty queue.
  package init() {}

  /// How many elements wait.
  package var count: Int { elements.count }

  /// Whether nothing waits.
  package var isEmpty: Bool { elements.isEmpty }

  /// The key of the element that leaves next.
  package var firstKey: Key? { heap.min }

  /// The element that leaves next.
  package var first: Element? { heap.min.flatMap { elements[$0.ticket] } }

  /// Queues an element that came at `now`.
  @discardableResult
  package mutating func insert(
    _ element: Element,
    priority: Priority,
    at now: Duration
  ) -> Ticket {
    let ticket = next
    next += 1
    elements[ticket] = element
    heap.insert(Key(priority, at: now, order: ticket, ticket: ticket))
    return ticket
  }

  /// Takes out the element that leaves next.
  package mutating func popFirst() -> Element? {
    guard let key = heap.popMin() else { return nil }
    let element = elements.removeValue(forKey: key.ticket)
    dropRemoved()
    return element
  }

  /// Takes out the element with this ticket, wherever it stands; nil where it has left.
  package mutating func remove(_ ticket: Ticket) -> Element? {
    guard let element = elements.removeValue(forKey: ticket) else { return nil }
    if heap.count > 2 * elements.count + 16 {
      heap = Heap(heap.unordered.filter { elements[$0.ticket] != nil })
    }
    dropRemoved()
    return element
  }

  private mutating func dropRemoved() {
    while let key = heap.min, elements[key.ticket] == nil { heap.removeMin() }
  }
}
