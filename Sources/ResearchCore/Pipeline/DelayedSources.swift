import HeapModule

/// Sources that wait for a time of their own before they are tried again, the earliest first.
struct DelayedSources {
  private struct Delayed: Comparable {
    let due: Duration
    let source: Source

    static func < (left: Delayed, right: Delayed) -> Bool {
      left.due != right.due ? left.due < right.due : left.source.index < right.source.index
    }
    static func == (left: Delayed, right: Delayed) -> Bool {
      left.due == right.due && left.source.index == right.source.index
    }
  }

  private var heap = Heap<Delayed>()

  /// When the next one is due; nil where none waits.
  var nextDue: Duration? { heap.min?.due }

  /// Lets a source wait until `due`.
  mutating func insert(_ source: Source, until due: Duration) {
    heap.insert(Delayed(due: due, source: source))
  }

  /// Takes the next one out that is due; nil where none is.
  mutating func popDue(at now: Duration) -> Source? {
    guard let due = heap.min?.due, due <= now else { return nil }
    return heap.removeMin().source
  }

  /// Takes all out, in no particular order.
  mutating func removeAll() -> [Source] {
    defer { heap = [] }
    return heap.unordered.map(\.source)
  }
}
