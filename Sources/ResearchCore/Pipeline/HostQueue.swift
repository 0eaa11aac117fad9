import FlowControl

/// One host: who waits for it, and how many may ask it at once.
struct HostQueue {
  private var waiting = PriorityQueue<Source>()
  private var open = 0
  private let slots: Int

  /// A host that may be asked `slots` times at once.
  init(slots: Int) {
    self.slots = slots
  }

  /// Whether nobody waits and nothing runs, so that the host can be forgotten.
  var isIdle: Bool { waiting.isEmpty && open == 0 }

  /// The place in the order of all sources that the host's next one has; nil where it has no room.
  var turn: PriorityQueue<Source>.Key? {
    open < slots ? waiting.firstKey : nil
  }

  /// Queues a source in its place: by priority, then by the order of the list.
  mutating func insert(_ source: Source, at now: Duration) {
    waiting.insert(source, priority: source.priority, at: now, order: UInt64(source.index))
  }

  /// Gives the next source the host's slot.
  mutating func take() -> Source? {
    guard open < slots, let source = waiting.popFirst() else { return nil }
    open += 1
    return source
  }

  /// An attempt has ended: its slot is free.
  mutating func release() {
    open -= 1
  }

  /// Takes out all that wait.
  mutating func removeAll() -> [Source] {
    waiting.removeAll()
  }
}
