import TestSupport
import Testing

/// The program against a model that fails in every way, as the model itself sees it.
struct ChaosRunTests {
  private static let pages = 60
  /// The faults for which the model charges an answer.
  private static let charged: [ChaosFault] = [.empty, .filtered]

  /// The records of a run over all pages, one at each page, and how it ended.
  private func run(
    _ model: ChaosModel,
    _ options: String...
  ) async throws -> (
    records: [JSON], result: ChildProcess.Result, start: ContinuousClock.Instant
  ) {
    let site = try SavedPage.site(Self.pages)
    defer { site.stop() }
    let urls = (1...Self.pages).map { site.url("/\($0)") }
    let child = try Program.start(
      ["summarise", "-q", "--model", ChaosModel.name, "--host-concurrency=20"] + options + urls,
      variables: model.variables
    )
    let result = await child.result()
    let start = try #require(site.requests.map(\.arrival).min())
    return (try JSON.lines(result.text), result, start)
  }

  @Test(arguments: [[], ["--no-stream"]])
  func `summarises every page where 30 of 100 calls fail, and keeps its slots`(
    _ options: [String]
  ) async throws {
    let model = try ChaosModel(seed: 9, share: 0.3)
    defer { model.stop() }
    let (records, result, _) = try await run(
      model,
      "--summary-concurrency=8",
      "--model-retry=2",
      "--model-silence=300ms",
      "--max-size=300000",
      options.first ?? "--model-timeout=1h"
    )
    #expect(result.ending == .exit(0), "\(result.log)")
    #expect(records.count == Self.pages)
    for record in records {
      #expect(record["outcome"] == "used", "\(record["error"]?["message"]?.text ?? "")")
      #expect(record["summary"]?.values.isEmpty == false)
      // By the model, or by the built-in summariser and marked so.
      #expect((record["model"] == "chaos") == (record["model_error"] == nil))
    }
    let faults = model.log.calls.compactMap(\.fault)
    #expect(Set(faults).count == ChaosFault.allCases.count)
    #expect(faults.count * 10 >= model.log.calls.count * 2)
    #expect((2...8).contains(model.log.mostInFlight))
  }

  @Test func `has all pages from the model where every fault passes`() async throws {
    let kinds = ChaosFault.allCases.filter(\.passes)
    let model = try ChaosModel(seed: 4, share: 0.2, kinds: kinds)
    defer { model.stop() }
    let (records, result, _) = try await run(
      model,
      "--summary-concurrency=0",
      "--model-retry=12",
      "--model-silence=300ms"
    )
    #expect(result.ending == .exit(0) && records.count == Self.pages, "\(result.log)")
    #expect(records.allSatisfy { $0["model"] == "chaos" && $0["model_error"] == nil })
  }

  @Test func `departs no sooner than --rpm lets it, whatever fails`() async throws {
    let model = try ChaosModel(seed: 7, share: 0.3)
    defer { model.stop() }
    let (_, _, start) = try await run(
      model,
      "--rpm=3000",
      "--model-retry=1",
      "--model-silence=300ms",
      "--max-size=300000"
    )
    let arrivals = model.log.calls.map(\.arrival).sorted()
    #expect(arrivals.count >= Self.pages)
    // No call departs before the first page was asked for, nor arrives before it departs.
    for (number, arrival) in arrivals.enumerated() {
      #expect(arrival - start >= .milliseconds(20) * number)
    }
  }

  @Test func `takes no more than --tpm within a minute, and ends in time`() async throws {
    let model = try ChaosModel(seed: 5, share: 0.3)
    defer { model.stop() }
    let (records, _, _) = try await run(
      model,
      "--tpm=20000",
      "--model-retry=1",
      "--model-silence=300ms",
      "--max-size=300000",
      "--deadline=25s",
      "--drain-timeout=1s"
    )
    #expect(records.count == Self.pages)
    let calls = model.log.calls
    let first = try #require(calls.first?.arrival)
    let tokens = calls.filter { $0.arrival - first < .seconds(60) }
      .reduce(0) { $0 + $1.asked + $1.answered }
    #expect((1...20_000).contains(tokens))
    #expect(calls.allSatisfy { ($0.answered > 0) == ($0.fault.map(Self.charged.contains) ?? true) })
    #expect(calls.count < Self.pages)
  }
}
