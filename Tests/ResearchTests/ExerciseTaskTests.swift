import ResearchCore
import TestSupport
import Testing

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseTaskTests {
  @Test(arguments: [CallWork.Carrier.threads, .tasks], [2, 10])
  func `has as many calls in flight as it may`(
    _ carrier: CallWork.Carrier,
    _ atOnce: Int
  ) async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    site.answer("/stats", Self.statistics(posts: 3 * atOnce, mostAtOnce: atOnce))
    // None is answered before the last of the first round is there.
    site.hold(StubEndpoint.path)
    let task = ExerciseTask.calls(
      ExerciseTask.Calls(
        3 * atOnce,
        to: Self.model(site),
        on: carrier,
        atOnce: atOnce,
        timeout: 3_600
      )
    )
    async let measured = task.measured()
    await site.arrived(StubEndpoint.path, count: atOnce)
    #expect(site.statistics.mostInFlight == atOnce)
    site.release(StubEndpoint.path)
    let result = try await measured
    #expect(result.failed == 0 && result.mostAtOnce == atOnce)
    // The statistics are asked for when all calls are over.
    #expect(site.statistics.mostInFlight == atOnce && site.count(StubEndpoint.path) == 3 * atOnce)
  }

  @Test func `counts a report that the model did not write`() async throws {
    let site = try StubEndpoint.site(pages: 1)
    defer { site.stop() }
    site.answer(
      StubEndpoint.path,
      StubEndpoint.failing(pages: false, report: true, StubEndpoint.refusal)
    )
    site.answer("/stats", Self.statistics(posts: 2, mostAtOnce: 1))
    let run = ExerciseTask.Pipeline.Run(pages: [site.url("/1")], model: Self.model(site))
    let task = ExerciseTask.Pipeline(runs: [run], schedule: .streaming, slots: 0, timeout: 3_600)
    let result = try await ExerciseTask.pipeline(task).measured()
    #expect(result.failed == 1)
    // One request more would lengthen what is measured.
    #expect(site.count("/1") == 1 && site.robotsRequests.isEmpty)
    #expect(result.failure?.contains("refuses") == true, "\(result.failure ?? "")")
  }

  private static func model(_ site: LocalSite) -> ExerciseTask.Model {
    ExerciseTask.Model(baseURL: site.url("/v1"), statistics: site.url("/stats"))
  }

  private static func statistics(posts: Int, mostAtOnce: Int) -> LocalAnswer {
    .text(#"{"posts":\#(posts),"mostAtOnce":\#(mostAtOnce)}"#, type: "application/json")
  }
}
