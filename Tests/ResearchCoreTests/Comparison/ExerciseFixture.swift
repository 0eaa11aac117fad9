@testable import ResearchCore

/// Results of an exercise that was never run.
enum ExerciseFixture {
  /// A row as it would be measured, `factor` times as long as predicted.
  static func outcome(
    of plan: ExerciseCase,
    times factor: Double = 1,
    memory: Int = 18_000_000,
    failed: Int = 0
  ) -> ExerciseRow.Outcome {
    var measurement = ExerciseMeasurement(seconds: plan.predicted.seconds * factor)
    switch plan.work {
    case .pipeline(let work): measurement.spans = ScheduleSimulation.spans(of: work)
    case .calls(let work):
      measurement.mostAtOnce = work.atOnce ?? work.calls
      let seconds = work.delay.seconds * factor
      measurement.latency = Percentiles(of: [seconds])
    }
    measurement.failed = failed
    measurement.failure = failed > 0 ? "connection refused" : nil
    return .measured(measurement, ExerciseRow.Usage(peakMemory: memory, cpu: 0.25))
  }

  /// All rows of some tables, measured as predicted.
  static func measured(_ experiments: [Experiment], scale: Double = 1) -> ExerciseResults {
    var results = ExerciseResults(experiments, scale: scale)
    for row in results.remaining { results.note(outcome(of: results.rows[row].plan), of: row) }
    return results
  }
}

extension ScheduleSimulation {
  /// All steps of a simulation.
  static func spans(of work: PipelineWork) -> [StepSpan] {
    var spans: [StepSpan] = []
    _ = ScheduleSimulation(work) { spans.append($0) }
    return spans
  }
}
