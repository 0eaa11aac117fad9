/// The histograms of all stages.
struct StageLatencies: Sendable, Hashable {
  private var queued = LatencyHistogram()
  private var connect = LatencyHistogram()
  private var firstByte = LatencyHistogram()
  private var transfer = LatencyHistogram()
  private var fetch = LatencyHistogram()
  private var extract = LatencyHistogram()
  private var summarise = LatencyHistogram()

  /// Nothing has been measured yet.
  init() {}

  /// The histogram of a step.
  subscript(step: Step) -> LatencyHistogram {
    _read {
      switch step {
      case .fetch: yield fetch
      case .extract: yield extract
      case .summarise: yield summarise
      }
    }
    _modify {
      switch step {
      case .fetch: yield &fetch
      case .extract: yield &extract
      case .summarise: yield &summarise
      }
    }
  }

  /// The histogram of a stage.
  subscript(stage: Statistics.Stage) -> LatencyHistogram {
    switch stage {
    case .queued: queued
    case .connect: connect
    case .firstByte: firstByte
    case .transfer: transfer
    case .fetch: fetch
    case .extract: extract
    case .summarise: summarise
    }
  }

  /// Counts what is known of one attempt.
  mutating func add(_ timings: FetchTimings) {
    if let seconds = timings.queued { queued.add(seconds) }
    if let seconds = timings.connect { connect.add(seconds) }
    if let seconds = timings.firstByte { firstByte.add(seconds) }
    if let seconds = timings.transfer { transfer.add(seconds) }
  }
}
