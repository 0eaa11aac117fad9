/// One row of the exercise: what runs, how long that must take, and what the tutorial says.
package struct ExerciseCase: Sendable, Hashable {
  /// What a row runs.
  package enum Work: Sendable, Hashable {
    /// The pipeline over some pages.
    case pipeline(PipelineWork)
    /// A crowd of equal calls.
    case calls(CallWork)
  }

  /// The table that the row belongs to.
  package let experiment: Experiment
  /// What sets it apart from the other rows of its table.
  package let name: String
  /// What it runs.
  package let work: Work
  /// What the tutorial says; nil where it says nothing.
  package let tutorial: TutorialClaim?
  /// Whether it takes so long that its time is computed, unless all is asked for.
  package let isLong: Bool

  /// Makes a row.
  package init(
    _ experiment: Experiment,
    _ name: String,
    _ work: Work,
    tutorial: TutorialClaim? = nil,
    isLong: Bool = false
  ) {
    self.experiment = experiment
    self.name = name
    self.work = work
    self.tutorial = tutorial
    self.isLong = isLong
  }

  /// How long it must take, where nothing but the delays takes time.
  package var predicted: Duration {
    switch work {
    case .pipeline(let work): work.predicted
    case .calls(let work): work.predicted
    }
  }

  /// How many calls a second that is; nil for a pipeline.
  package var predictedRate: Double? {
    guard case .calls(let work) = work else { return nil }
    return Double(work.calls) / predicted.seconds
  }

  /// Pages or calls.
  package var count: Int {
    switch work {
    case .pipeline(let work): work.fetches.count * work.copies
    case .calls(let work): work.calls
    }
  }

  /// How many files its process, or the server beside it, may have open at once.
  ///
  /// A thread has three, a call in a task one; the server has one a call, and may still have those
  /// of the row before. The rest is what a process has open anyway, with room to spare.
  package var openFiles: Int {
    switch work {
    case .pipeline: 2 * count + 200
    case .calls(let work): 2 * min(work.calls, work.atOnce ?? work.calls) + 200
    }
  }

  /// The same row with all delays multiplied; the tutorial's figures stay as they are.
  package func scaled(by factor: Double) -> ExerciseCase {
    let work: Work =
      switch work {
      case .pipeline(let work): .pipeline(work.scaled(by: factor))
      case .calls(let work): .calls(work.scaled(by: factor))
      }
    return ExerciseCase(experiment, name, work, tutorial: tutorial, isLong: isLong)
  }
}
