/// What a schedule makes of pages whose steps last known times, and so what a run must take.
///
/// A list scheduler (R. L. Graham, 1966): fetches have no limit; summaries leave their queue in the
/// order in which their texts are ready, equal ones in the order of the list, each to the slot that
/// is free first. Nothing else takes time.
package struct ScheduleSimulation: Sendable, Hashable {
  /// When the last step ends.
  package private(set) var end = Duration.zero

  /// Simulates one copy of the work; `tell` gets the steps in the order in which they are decided.
  package init(_ work: PipelineWork, tell: (StepSpan) -> Void = { _ in }) {
    switch work.schedule {
    case .oneByOne: runOneByOne(work, tell)
    case .barriers, .streaming: runAtOnce(work, tell)
    }
    guard work.combine > .zero else { return }
    tell(step(StepSpan.combine, of: 0, from: end, lasting: work.combine))
  }

  private mutating func runOneByOne(_ work: PipelineWork, _ tell: (StepSpan) -> Void) {
    for (page, fetch) in work.fetches.enumerated() {
      tell(step(Step.fetch.rawValue, of: page + 1, from: end, lasting: fetch))
      guard let summaries = work.summaries else { continue }
      tell(step(Step.summarise.rawValue, of: page + 1, from: end, lasting: summaries[page]))
    }
  }

  private mutating func runAtOnce(_ work: PipelineWork, _ tell: (StepSpan) -> Void) {
    for (page, fetch) in work.fetches.enumerated() {
      tell(step(Step.fetch.rawValue, of: page + 1, from: .zero, lasting: fetch))
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
      tell(step(Step.summarise.rawValue, of: page + 1, from: start, lasting: summaries[page]))
    }
  }

  private mutating func step(
    _ name: String,
    of index: Int,
    from start: Duration,
    lasting length: Duration
  ) -> StepSpan {
    end = max(end, start + length)
    return StepSpan(index: index, step: name, start: start.seconds, end: (start + length).seconds)
  }
}
