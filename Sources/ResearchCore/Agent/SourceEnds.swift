/// Tells those that wait for a source when it has ended.
actor SourceEnds {
  private var ended = Set<Int>()
  private var waiting: [Int: [AsyncStream<Void>.Continuation]] = [:]
  private var isOver = false

  /// Nothing has ended yet.
  init() {}

  /// Whether events of this kind are of interest here.
  static func wants(_ kind: Event.Kind) -> Bool {
    switch kind {
    case .settled, .draining, .cancelled: true
    default: false
    }
  }

  /// Takes in what happens, until the events end or the task is cancelled; a run that is being
  /// ended lets go of all that wait.
  func listen(to events: EventStream) async {
    var iterator = events.makeAsyncIterator()
    while let event = await iterator.next(isolation: self) {
      switch event.kind {
      case .settled(_, let subject, _):
        ended.insert(subject.index)
        for waiter in waiting.removeValue(forKey: subject.index) ?? [] { waiter.finish() }
      default: release()
      }
    }
    release()
  }

  /// Waits for a source's end; false where the run is being ended before, or the task is cancelled.
  func reached(_ index: Int) async -> Bool {
    guard !ended.contains(index), !isOver, !Task.isCancelled else { return ended.contains(index) }
    let (end, ending) = AsyncStream.makeStream(of: Void.self)
    waiting[index, default: []].append(ending)
    var iterator = end.makeAsyncIterator()
    await iterator.next(isolation: self)
    return ended.contains(index)
  }

  private func release() {
    isOver = true
    for waiter in waiting.values.joined() { waiter.finish() }
    waiting = [:]
  }
}
