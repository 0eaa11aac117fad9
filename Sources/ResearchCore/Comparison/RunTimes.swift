/// When the steps of a run took place, folded from the run's events.
///
/// Time spent waiting, for a slot or for another attempt, belongs to no step; a failed attempt is
/// a step like any other. Takes four bytes a step, and a span each only where they are asked for.
package struct RunTimes: Sendable, Hashable {
  /// The steps that have ended, in the order of their ends; empty where they are not kept.
  package private(set) var spans: [StepSpan] = []
  /// From the run's start to its last step's end, in seconds.
  package private(set) var wall = 0.0
  /// The sum of the steps, in seconds: what they would take one after the other.
  package private(set) var work = 0.0
  /// How many sources were fetched, or tried.
  package private(set) var pages = 0

  private struct Running: Sendable, Hashable {
    var step: Step
    var start: Double
  }

  private let keepsSpans: Bool
  private var durations: [String: [Float]] = [:]
  private var origin = 0.0
  private var running: [Int: Running] = [:]
  private var combining: Double?

  /// Nothing has happened yet.
  package init(keepsSpans: Bool = false) {
    self.keepsSpans = keepsSpans
  }

  /// Takes one event in.
  package mutating func fold(_ event: Event) {
    let now = event.elapsed - origin
    switch event.kind {
    case .started: origin = event.elapsed
    case .began(let step, let subject, _):
      if step == .fetch, subject.attempt == 1 { pages += 1 }
      running[subject.index] = Running(step: step, start: now)
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

  /// How many steps were at work at once, on average.
  package var overlap: Double { wall > 0 ? work / wall : 0 }

  /// Sources a second.
  package var pagesPerSecond: Double { wall > 0 ? Double(pages) / wall : 0 }

  /// How long a step took; nil where none took place.
  package func latency(of step: String) -> Percentiles? {
    durations[step].flatMap { Percentiles(of: $0.map(Double.init)) }
  }

  /// A step that failed is told of later, once its item has reached the end of the road.
  private mutating func end(_ index: Int, _ now: Double, took: Double? = nil) {
    guard let begun = running.removeValue(forKey: index) else { return }
    let end = took.map { min(begun.start + $0, now) } ?? now
    note(StepSpan(index: index, step: begun.step.rawValue, start: begun.start, end: end))
  }

  private mutating func note(_ span: StepSpan) {
    if keepsSpans { spans.append(span) }
    durations[span.step, default: []].append(Float(span.seconds))
    work += span.seconds
    wall = max(wall, span.end)
  }
}
