/// When each step of a run took place, folded from the run's events.
///
/// Time spent waiting, for a slot or for another attempt, belongs to no step; a failed attempt is
/// a step like any other.
package struct RunTimes: Sendable, Hashable {
  /// The steps that have ended, in the order of their ends.
  package private(set) var spans: [StepSpan] = []
  /// From the run's start to its last step's end, in seconds.
  package private(set) var wall = 0.0

  private var origin = 0.0
  private var running: [Int: Running] = [:]
  private var combining: Double?
  private var fetched: Set<Int> = []

  private struct Running: Sendable, Hashable {
    var step: Step
    var start: Double
  }

  /// Nothing has happened yet.
  package init() {}

  /// Takes one event in.
  package mutating func fold(_ event: Event) {
    let now = event.elapsed - origin
    switch event.kind {
    case .started: origin = event.elapsed
    case .began(let step, let subject, _): running[subject.index] = Running(step: step, start: now)
    case .fetched(let subject, _), .extracted(let subject, _), .summarised(let subject, _):
      end(subject.index, now)
    case .waiting(let subject, let wait): end(subject.index, now, took: wait.took)
    case .settled(_, let subject, let settled): end(subject.index, now, took: settled.took)
    case .combining: combining = now
    case .combined:
      if let start = combining {
        note(StepSpan(index: 0, step: StepSpan.combine, start: start, end: now))
      }
      combining = nil
    default: break
    }
  }

  /// The sum of the steps, in seconds: what they would take one after the other.
  package var work: Double { spans.reduce(0) { $0 + $1.seconds } }

  /// How many steps were at work at once, on average.
  package var overlap: Double { wall > 0 ? work / wall : 0 }

  /// How many sources had a step at all.
  package var pages: Int { fetched.count }

  /// Sources a second.
  package var pagesPerSecond: Double { wall > 0 ? Double(pages) / wall : 0 }

  /// How long a step took; nil where none took place.
  package func latency(of step: String) -> Percentiles? {
    Percentiles(of: spans.filter { $0.step == step }.map(\.seconds))
  }

  /// A step that failed is told of later, once its item has reached the end of the road.
  private mutating func end(_ index: Int, _ now: Double, took: Double? = nil) {
    guard let begun = running.removeValue(forKey: index) else { return }
    fetched.insert(index)
    let end = took.map { min(begun.start + $0, now) } ?? now
    note(StepSpan(index: index, step: begun.step.rawValue, start: begun.start, end: end))
  }

  private mutating func note(_ span: StepSpan) {
    spans.append(span)
    wall = max(wall, span.end)
  }
}
