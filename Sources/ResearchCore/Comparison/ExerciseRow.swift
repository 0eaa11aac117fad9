/// A row of the exercise and what became of it.
package struct ExerciseRow: Sendable, Hashable {
  /// What became of a row.
  package enum Outcome: Sendable, Hashable {
    /// It was run.
    case measured(ExerciseMeasurement, Usage)
    /// It takes too long to be waited for: only the prediction stands.
    case computed
    /// Its process did not tell a result, for this reason.
    case failed(String)
    /// It was not reached.
    case notRun
  }

  /// What the process of a row used, as the system counted it.
  package struct Usage: Sendable, Hashable {
    /// The most memory that was resident, in bytes.
    package var peakMemory: Int
    /// Processor time, of the program and of the system for it, in seconds.
    package var cpu: Double

    /// What was used.
    package init(peakMemory: Int, cpu: Double) {
      self.peakMemory = peakMemory
      self.cpu = cpu
    }
  }

  /// What was to run, scaled.
  package let plan: ExerciseCase
  /// What became of it.
  package var outcome: Outcome

  /// A row that is not yet run.
  package init(_ plan: ExerciseCase, _ outcome: Outcome = .notRun) {
    self.plan = plan
    self.outcome = outcome
  }

  /// What was measured; nil where nothing was.
  package var measurement: ExerciseMeasurement? {
    if case .measured(let measurement, _) = outcome { measurement } else { nil }
  }

  /// What the process used; nil where there was none.
  package var usage: Usage? {
    if case .measured(_, let usage) = outcome { usage } else { nil }
  }

  /// Whether all that was asked for came.
  package var isComplete: Bool { measurement?.failed == 0 }

  /// Calls that were answered, a second; nil for a pipeline, and where a call failed.
  package var callsPerSecond: Double? {
    guard isComplete, let measurement, plan.predictedRate != nil, measurement.seconds > 0
    else { return nil }
    return Double(plan.count) / measurement.seconds
  }

  /// What the table is about: seconds, or calls a second; what is incomplete compares to nothing.
  package var compared: (predicted: Double, measured: Double?) {
    guard plan.experiment.isAboutRate, let rate = plan.predictedRate else {
      return (plan.predicted.seconds, isComplete ? measurement?.seconds : nil)
    }
    return (rate, callsPerSecond)
  }

  /// What became of a row, in the words of the JSON.
  enum State: String, Sendable {
    case measured, incomplete, computed, failed
    case notRun = "not_run"
  }

  /// What became of it.
  var state: State {
    switch outcome {
    case .measured: isComplete ? .measured : .incomplete
    case .computed: .computed
    case .failed: .failed
    case .notRun: .notRun
    }
  }
}
