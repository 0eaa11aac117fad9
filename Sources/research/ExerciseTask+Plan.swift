import ResearchCore
import ResearchServer

extension ExerciseTask {
  /// What a row's process is to do, with the server's addresses in place of delays.
  ///
  /// The number of the row keeps its posts apart from those of the others.
  init(_ plan: ExerciseCase, row: Int, port: UInt16) {
    switch plan.work {
    case .pipeline(let work): self = .pipeline(Self.pipeline(work, row, port))
    case .calls(let work):
      let delays = Array(repeating: work.delay, count: work.calls)
      let plan = ExercisePlan(key: "row-\(row)", summaries: delays, report: .zero)
      self = .calls(
        Calls(
          work.calls,
          to: Model(plan, port),
          on: work.carrier,
          atOnce: work.atOnce,
          timeout: Self.timeout([work.delay])
        )
      )
    }
  }

  private static func pipeline(_ work: PipelineWork, _ row: Int, _ port: UInt16) -> Pipeline {
    let runs = (1...work.copies).map { copy in
      let plan = ExercisePlan(
        key: "row-\(row)-\(copy)",
        summaries: work.summaries ?? [],
        report: work.combine
      )
      let pages = work.fetches.enumerated().map { index, delay in
        plan.page(index + 1, delay: delay, port: port)
      }
      return Pipeline.Run(pages: pages, model: work.summaries == nil ? nil : Model(plan, port))
    }
    return Pipeline(
      runs: runs,
      schedule: work.schedule,
      slots: work.slots ?? 0,
      timeout: timeout(work.fetches + (work.summaries ?? []) + [work.combine])
    )
  }

  /// In seconds: long after the server must have answered.
  private static func timeout(_ delays: [Duration]) -> Double {
    (delays.max() ?? .zero).seconds + 60
  }
}

extension ExerciseTask.Model {
  fileprivate init(_ plan: ExercisePlan, _ port: UInt16) {
    self.init(baseURL: plan.baseURL(port: port), statistics: plan.statistics(port: port))
  }
}
