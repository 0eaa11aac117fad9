import Testing

@testable import ResearchCore

struct ScheduleSimulationTests {
  @Test(arguments: [1, 2, 5, 23], [1, 2, 3, 5, 40])
  func `follows the closed forms for equal pages`(pages: Int, slots: Int) {
    let rounds = (pages + slots - 1) / slots
    for (fetch, summarise, combine) in [(1, 3, 2), (3, 1, 0), (0, 2, 1)] {
      let end = { (schedule: Schedule) in
        let work = PipelineWork(
          pages: pages,
          fetch: .seconds(fetch),
          summarise: .seconds(summarise),
          combine: .seconds(combine),
          schedule,
          slots: slots
        )
        return ScheduleSimulation(work).end
      }
      #expect(end(.streaming) == .seconds(fetch + rounds * summarise + combine))
      #expect(end(.barriers) == end(.streaming))
      #expect(end(.oneByOne) == .seconds(pages * (fetch + summarise) + combine))
    }
  }

  @Test func `lets the page that arrives first be summarised first`() {
    var work = PipelineWork(
      fetches: [.seconds(3), .seconds(1), .seconds(1)],
      summaries: [.seconds(1), .seconds(4), .seconds(2)],
      combine: .seconds(1),
      .streaming
    )
    work.slots = 1
    #expect(
      ScheduleSimulation.spans(of: work) == [
        StepSpan(index: 1, step: "fetch", start: 0, end: 3),
        StepSpan(index: 2, step: "fetch", start: 0, end: 1),
        StepSpan(index: 3, step: "fetch", start: 0, end: 1),
        StepSpan(index: 2, step: "summarise", start: 1, end: 5),
        StepSpan(index: 3, step: "summarise", start: 5, end: 7),
        StepSpan(index: 1, step: "summarise", start: 7, end: 8),
        StepSpan(index: 0, step: "combine", start: 8, end: 9),
      ]
    )
  }

  @Test func `opens a barrier when the last page is there, and keeps the list's order`() {
    var work = PipelineWork(
      fetches: [.seconds(3), .seconds(1)],
      summaries: [.seconds(2), .seconds(4)],
      combine: .zero,
      .barriers
    )
    work.slots = 1
    let summaries = ScheduleSimulation.spans(of: work).filter { $0.step == "summarise" }
    #expect(summaries.map(\.index) == [1, 2])
    #expect(summaries.map(\.start) == [3, 5] && summaries.map(\.end) == [5, 9])
  }

  @Test func `gives each page to the slot that is free first`() {
    var work = PipelineWork(
      fetches: [.zero, .zero, .zero, .zero],
      summaries: [.seconds(5), .seconds(1), .seconds(1), .seconds(3)],
      combine: .zero,
      .streaming
    )
    work.slots = 2
    #expect(ScheduleSimulation(work).end == .seconds(5))
    work.slots = 0
    #expect(ScheduleSimulation(work).end == .seconds(10))
  }

  @Test func `ends at once where there is nothing to do`() {
    #expect(ScheduleSimulation(PipelineWork(fetches: [], .streaming)).end == .zero)
    #expect(PipelineWork(pages: 0, combine: .zero, .barriers).predicted == .zero)
  }
}
