/// Counts over a run, folded from its events.
public struct Statistics: Sendable, Hashable {
  /// How sources ended.
  public var outcomes = OutcomeCounts()
  /// Sources that are known of.
  public var sources = 0
  /// Fetches begun, repeated ones included.
  public var requests = 0
  /// Attempts that were repeated after a wait.
  public var retries = 0
  /// Fetches served by a pooled connection.
  public var reusedConnections = 0
  /// Bytes received, as sent.
  public var bytes = 0
  /// Sources that have passed each step.
  public var done: [Step: Int] = [:]
  /// The seconds that all steps took together.
  public var workSeconds = 0.0

  private var endedAt: [Step: Int] = [:]
  private var endedBefore = 0

  /// Nothing has happened yet.
  public init() {}

  /// Takes one event in.
  package mutating func fold(_ kind: Event.Kind) {
    switch kind {
    case .queued: sources += 1
    case .began(.fetch, _, _): requests += 1
    case .fetched(_, let fetched): passed(fetched)
    case .extracted(_, let extracted): passed(.extract, extracted.seconds)
    case .summarised(_, let summarised): passed(.summarise, summarised.seconds)
    case .waiting(_, let wait): back(wait)
    case .settled(.used, _, let settled) where settled.isRecorded: passedBefore()
    case .settled(let outcome, _, let settled): end(outcome, at: settled.step)
    default: break
    }
  }

  /// How far the run is; a step's total falls as sources end before they have passed it.
  public var progress: Progress {
    var progress = Progress()
    var total = sources - endedBefore
    for (step, stage) in [
      (Step.fetch, \Progress.fetch), (.extract, \.extract), (.summarise, \.summarise),
    ] {
      total -= endedAt[step, default: 0]
      progress[keyPath: stage] = .init(done: done[step, default: 0], total: total)
    }
    progress.bytes = bytes
    progress.settled = outcomes.total
    return progress
  }

  /// An earlier run has taken the source through all steps.
  private mutating func passedBefore() {
    outcomes.add(.used)
    for step in Step.allCases { done[step, default: 0] += 1 }
  }

  private mutating func passed(_ step: Step, _ seconds: Double) {
    done[step, default: 0] += 1
    workSeconds += seconds
  }

  private mutating func passed(_ fetched: Event.Fetched) {
    passed(.fetch, fetched.seconds)
    bytes += fetched.bytes
    if fetched.isReused == true { reusedConnections += 1 }
  }

  /// A refresh had been fetched already, and will be again.
  private mutating func back(_ wait: Event.Wait) {
    switch wait.reason {
    case .retry: retries += 1
    case .refresh: done[.fetch, default: 0] -= 1
    case .robots, .rate, .host: break
    }
  }

  private mutating func end(_ outcome: Outcome, at step: Step?) {
    outcomes.add(outcome)
    guard outcome != .used else { return }
    if let step { endedAt[step, default: 0] += 1 } else { endedBefore += 1 }
  }
}
