/// Pages that the pipeline takes through its steps, each of which lasts a known time.
package struct PipelineWork: Sendable, Hashable {
  /// How long each page takes to arrive.
  package var fetches: [Duration]
  /// How long each page's summary takes; nil where pages are fetched and no more.
  package var summaries: [Duration]?
  /// How long the report takes, once all summaries are there.
  package var combine: Duration
  /// How the steps follow one another.
  package var schedule: Schedule
  /// The most summaries at once; nil for no limit.
  package var slots: Int?
  /// How many such runs there are: after one another where all goes one by one, else at once.
  package var copies = 1

  /// Equal pages, by default those of the exercise: 1 s to fetch, 3 s to summarise, 2 s to combine.
  package init(
    pages: Int = 5,
    fetch: Duration = .seconds(1),
    summarise: Duration = .seconds(3),
    combine: Duration = .seconds(2),
    _ schedule: Schedule,
    slots: Int? = nil,
    copies: Int = 1
  ) {
    fetches = Array(repeating: fetch, count: pages)
    summaries = Array(repeating: summarise, count: pages)
    self.combine = combine
    self.schedule = schedule
    self.slots = slots
    self.copies = copies
  }

  /// Pages that are fetched and no more.
  package init(fetches: [Duration], _ schedule: Schedule) {
    self.fetches = fetches
    combine = .zero
    self.schedule = schedule
  }

  /// Pages with times of their own; there are as many fetches as summaries.
  package init(
    fetches: [Duration],
    summaries: [Duration],
    combine: Duration,
    _ schedule: Schedule
  ) {
    self.fetches = fetches
    self.summaries = summaries
    self.combine = combine
    self.schedule = schedule
  }

  /// The same work with all times multiplied.
  package func scaled(by factor: Double) -> PipelineWork {
    var work = self
    work.fetches = fetches.map { $0 * factor }
    work.summaries = summaries.map { $0.map { $0 * factor } }
    work.combine = combine * factor
    return work
  }

  /// How long it must take, by ``ScheduleSimulation``.
  package var predicted: Duration {
    let once = ScheduleSimulation(self).end
    return schedule == .oneByOne ? once * copies : once
  }
}
