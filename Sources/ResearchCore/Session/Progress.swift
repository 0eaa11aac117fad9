/// How far a run is.
public struct Progress: Sendable, Hashable, Codable {
  /// One step's share.
  public struct Stage: Sendable, Hashable, Codable {
    /// Sources that have passed the step.
    public var done = 0
    /// Sources that will pass it, as far as is known; falls as pages fail.
    public var total = 0
  }

  /// Fetching.
  public var fetch = Stage()
  /// Extraction.
  public var extract = Stage()
  /// Summarising.
  public var summarise = Stage()
  /// Bytes received, as sent.
  public var bytes = 0
  /// Sources that have ended.
  public var settled = 0
  /// Requests under way.
  public var open = 0
  /// An estimate of the seconds left; nil before it is worth telling.
  public var remaining: Double?
}

extension Progress {
  /// The progress of a run that ends after `step`: the stages behind it have nothing to do.
  func until(_ step: Step) -> Progress {
    var progress = self
    if step != .summarise { progress.summarise = Stage() }
    if step == .fetch { progress.extract = Stage() }
    return progress
  }
}

/// Estimates the time left from the rates of the last ten seconds (UX.md).
///
/// Pages left a step, divided by that step's rate; the slowest step wins. Nothing is said before
/// 3 s and 5 pages, and what was said changes only by more than a fifth.
package struct RemainingTime: Sendable {
  private struct Sample {
    let time: Double
    let done: [Int]
  }

  private var samples: [Sample] = []
  private var told: Double?

  /// Nothing has been seen yet.
  package init() {}

  /// The seconds left at `time`, given how far the run is.
  package mutating func estimate(_ progress: Progress, at time: Double) -> Double? {
    let stages = [progress.fetch, progress.extract, progress.summarise].filter { $0.total > 0 }
    samples.append(Sample(time: time, done: stages.map(\.done)))
    samples.removeAll { $0.time < time - 10 || $0.done.count != stages.count }
    guard time >= 3, progress.settled >= 5, let first = samples.first else { return nil }
    var slowest = 0.0
    for (place, stage) in stages.enumerated() where stage.total > stage.done {
      let rate = Double(stage.done - first.done[place]) / max(time - first.time, 0.001)
      guard rate > 0 else { return told }
      slowest = max(slowest, Double(stage.total - stage.done) / rate)
    }
    if let told, abs(slowest - told) <= 0.2 * told { return told }
    told = slowest
    return slowest
  }
}
