extension Experiment {
  /// The rows that the pipeline itself runs.
  var pipelineCases: [ExerciseCase] {
    switch self {
    case .oneByOne: [row("five pages, one by one", PipelineWork(.oneByOne), 22)]
    case .barriers: [row("five pages, barriers", PipelineWork(.barriers), 6)]
    case .streaming:
      [
        row("five pages, streaming", PipelineWork(.streaming)),
        row("two uneven pages, barriers", Self.uneven(.barriers)),
        row("two uneven pages, streaming", Self.uneven(.streaming)),
      ]
    case .slots:
      (1...5).map { row($0.counting("slot"), PipelineWork(.streaming, slots: $0)) }
    case .calls: callCases
    case .crowd, .throughput: []
    }
  }

  private var callCases: [ExerciseCase] {
    [
      row("two calls, one by one", Self.fetches([5, 5], .oneByOne), 10),
      row("two calls, at once", Self.fetches([5, 5], .streaming), 5),
      row("three sources, one by one", Self.fetches([2, 2, 1], .oneByOne), 5),
      row("three sources, at once", Self.fetches([2, 2, 1], .streaming), 2),
      row("an agent twice, one by one", Self.agent(.oneByOne), 4.5),
      row("an agent twice, at once", Self.agent(.streaming), 2.25),
    ]
  }

  private func row(_ name: String, _ work: PipelineWork, _ tutorial: Double? = nil) -> ExerciseCase
  {
    ExerciseCase(
      self,
      name,
      .pipeline(work),
      tutorial: tutorial.map { TutorialClaim(.seconds($0)) }
    )
  }

  /// The pages that a barrier is bad for: the one that comes late is summarised quickly.
  private static func uneven(_ schedule: Schedule) -> PipelineWork {
    PipelineWork(
      fetches: [.seconds(1), .seconds(5)],
      summaries: [.seconds(5), .seconds(1)],
      combine: .seconds(2),
      schedule
    )
  }

  private static func fetches(_ seconds: [Int], _ schedule: Schedule) -> PipelineWork {
    PipelineWork(fetches: seconds.map { .seconds($0) }, schedule)
  }

  /// Two users of one agent, each with a run of their own.
  private static func agent(_ schedule: Schedule) -> PipelineWork {
    PipelineWork(
      pages: 1,
      fetch: .milliseconds(200),
      summarise: .seconds(2),
      combine: .milliseconds(50),
      schedule,
      copies: 2
    )
  }
}
