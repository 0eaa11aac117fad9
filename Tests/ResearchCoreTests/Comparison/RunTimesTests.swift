import Fetching
import TestSupport
import Testing

@testable import ResearchCore

@Suite struct RunTimesTests {
  private func times(_ session: VirtualSession, _ count: Int) throws -> RunTimes {
    let outcome = try #require(session.run(VirtualSession.urls(count)))
    var times = RunTimes(keepsSpans: true)
    for event in outcome.events { times.fold(event) }
    return times
  }

  @Test func `has a span for each step, in seconds from the start`() throws {
    let spans = try times(VirtualSession(), 1).spans
    #expect(
      spans == [
        StepSpan(index: 1, step: "fetch", start: 0, end: 1),
        StepSpan(index: 1, step: "extract", start: 1, end: 1),
        StepSpan(index: 1, step: "summarise", start: 1, end: 4),
      ]
    )
  }

  @Test func `work is the sum of the steps and overlap its share of the time`() throws {
    let times = try times(VirtualSession(), 5)
    #expect(times.work == 20)
    #expect(times.wall == 4)
    #expect(times.overlap == 5)
    #expect(times.pages == 5)
    #expect(times.pagesPerSecond == 1.25)
    #expect(times.latency(of: "summarise")?.p95 == 3)
    #expect(times.latency(of: StepSpan.combine) == nil)
  }

  @Test func `waiting is no work, and a failed attempt is`() throws {
    var session = VirtualSession(
      fetch: { address, attempt in
        attempt == 1
          ? .init(after: .seconds(2), status: 503, headers: [("Retry-After", "10")])
          : .init(VirtualSession.page(address.path), after: .seconds(1))
      },
      summarise: { _ in .seconds(3) }
    )
    session.configuration.summarising.concurrency = 1
    let times = try times(session, 2)
    #expect(times.spans.filter { $0.step == "fetch" }.map(\.seconds) == [2, 2, 1, 1])
    #expect(times.work == 12)
    #expect(times.wall == 2 + 10 + 1 + 6)
    #expect(times.latency(of: "fetch") == Percentiles(of: [1, 1, 2, 2]))
  }

  @Test func `a step that failed ends when it failed, not when it was told`() {
    var times = RunTimes(keepsSpans: true)
    let subject = Event.Subject(index: 1, source: "a", attempt: 1)
    let settled = Event.Settled(took: 0.5, attempts: 1, seconds: 0.5)
    let kinds: [(Double, Event.Kind)] = [
      (7, .started(sources: 1, options: [:])), (8, .began(.fetch, subject, host: nil)),
      (10, .settled(.failed, subject, settled)), (10, .combining(sources: 1)),
      (12, .combined(sources: 0, findings: 0, seconds: 2)),
    ]
    for (number, (elapsed, kind)) in kinds.enumerated() {
      times.fold(Event(id: number, time: 0, elapsed: elapsed, kind: kind))
    }
    #expect(
      times.spans == [
        StepSpan(index: 1, step: "fetch", start: 1, end: 1.5),
        StepSpan(index: 0, step: "combine", start: 3, end: 5),
      ]
    )
    #expect(times.wall == 5)
    #expect(times.work == 2.5)
  }
}
