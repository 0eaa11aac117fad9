extension Experiment {
  /// A thousand calls on threads and in tasks.
  var crowdCases: [ExerciseCase] {
    let work = { carrier, atOnce in
      ExerciseCase.Work.calls(CallWork(1_000, of: .seconds(2), on: carrier, atOnce: atOnce))
    }
    return [
      row("one at a time", work(.tasks, 1), .seconds(2_000), isLong: true),
      row(
        "\(ThreadedRun.defaultThreads) threads",
        work(.threads, ThreadedRun.defaultThreads),
        .seconds(200)
      ),
      row("100 threads", work(.threads, 100), .seconds(20)),
      row(
        "tasks, no limit",
        work(.tasks, nil),
        .seconds(8),
        "nothing holds a call back, so that the last answer comes with the first, after 2 s. "
          + "8 s would be 250 in flight."
      ),
      row(
        "tasks, 50 slots",
        work(.tasks, 50),
        .seconds(10),
        "50 at once need 20 rounds of 2 s, which is 40 s. 10 s would need 200 in flight."
      ),
    ]
  }

  /// About five rounds of calls, with more and more of them in flight.
  var throughputCases: [ExerciseCase] {
    let work = { atOnce in
      ExerciseCase.Work.calls(
        CallWork(5 * atOnce, of: .milliseconds(500), on: .tasks, atOnce: atOnce)
      )
    }
    return [
      row("1 at once", work(1), .perSecond(2)),
      row("10 at once", work(10), .perSecond(20)),
      row(
        "100 at once",
        work(100),
        .perSecond(80),
        "100 in flight end every 0.5 s, which is 200 a second. 80 a second are 40 in flight."
      ),
      row(
        "1,000 at once",
        work(1_000),
        .perSecond(200),
        "1,000 in flight are 2,000 a second. 200 a second are 100 in flight."
      ),
    ]
  }

  private func row(
    _ name: String,
    _ work: ExerciseCase.Work,
    _ figure: TutorialClaim.Figure,
    _ objection: String? = nil,
    isLong: Bool = false
  ) -> ExerciseCase {
    let claim = TutorialClaim(figure, objection: objection)
    return ExerciseCase(self, name, work, tutorial: claim, isLong: isLong)
  }
}
