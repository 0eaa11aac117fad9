/// What a schedule makes of pages whose steps last known times, and so what a run must take.
///
/// A list scheduler (R. L. Graham, 1966): fetches have no limit; summaries leave their queue in the
/// order in which their texts are ready, equal ones in the order of the list, each to the slot that
/// is free first. Nothing else takes time.
package struct ScheduleSimulation: Sendable, Hashable {
  /// When the last step ends.
  package private(set) var end = Duration.zero
  /// The steps, in the order in which they were decided.
  package private(set) var spans: [StepSpan] = []

  /// Simulates one copy of the work.
  package init(_ work: PipelineWork) {
    switch work.schedule {
    case .oneByOne: runOneByOne(work)
    case .barriers, .streaming: runAtOnce(work)
    }
    if work.combine > .zero { add("combine", of: 0, from: end, lasting: work.combine) }
  }

  private mutating func runOneByOne(_ work: PipelineWork) {
    for (page, fetch) in work.fetches.enumerated() {
      add("fetch", of: page + 1, from: end, lasting: fetch)
      guard let summaries = work.summaries else { continue }
      add("summarise", of: page + 1, from: end, lasting: summaries[page])
    }
  }

  private mutating func runAtOnce(_ work: PipelineWork) {
    for (page, fetch) in work.fetches.enumerated() {
      add("fetch", of: page + 1, from: .zero, lasting: fetch)
    }
    guard let summaries = work.summaries else { return }
    let opening = work.schedule == .barriers ? end : .zero
    let queue = work.fetches.enumerated()
      .map { (page: $0.offset, ready: max($0.element, opening)) }
      .sorted { ($0.ready, $0.page) < ($1.ready, $1.page) }
    var free = Array(repeating: Duration.zero, count: max(1, work.slots ?? queue.count))
    for (page, ready) in queue {
      let slot = free.indices.min { free[$0] < free[$1] } ?? 0
      let start = max(ready, free[slot])
      free[slot] = start + summaries[page]
      add("summarise", of: page + 1, from: start, lasting: summaries[page])
    }
  }

  private mutating func add(
    _ step: String,
    of index: Int,
    from start: Duration,
    lasting length: Duration
  ) {
    end = max(end, start + length)
    spans.append(
      StepSpan(index: index, step: step, start: start.seconds, end: (start + length).seconds)
    )
  }
}
