import Testing

@testable import ResearchCore

struct MemoryCostTests {
  @Test func `divides the difference of two rows by what more was in flight`() throws {
    var results = ExerciseResults([.crowd])
    let memory = [0, 12_000_000, 21_000_000, 29_000_000, 10_000_000]
    for row in results.remaining {
      let plan = results.rows[row].plan
      results.note(ExerciseFixture.outcome(of: plan, memory: memory[row]), of: row)
    }
    let costs = try results.memoryCosts.map { try $0.get() }
    #expect(costs.map(\.carrier) == [.threads, .tasks])
    #expect(costs.map(\.bytes) == [100_000, 20_000])
    #expect(costs.map(\.difference) == [90, 950])
    #expect(costs.map(\.more) == ["100 threads", "tasks, no limit"])
    #expect(costs.map(\.fewer) == ["10 threads", "tasks, 50 slots"])
  }

  @Test func `is not known from incomplete rows`() {
    var results = ExerciseResults([.crowd, .throughput])
    for row in results.remaining where row != 2 {
      let plan = results.rows[row].plan
      let failed = plan.name == "tasks, no limit" ? 1 : 0
      results.note(ExerciseFixture.outcome(of: plan, failed: failed), of: row)
    }
    #expect(
      results.memoryCosts == [.failure(Self.wantsRows(.threads)), .failure(Self.wantsRows(.tasks))]
    )
    #expect(ExerciseFixture.measured([.throughput]).memoryCosts.isEmpty)
    let text = ExerciseMarkdown(results).text
    #expect(
      text.contains(
        "- What a thread with its call costs is not known: that takes two complete rows."
      )
    )
  }

  @Test(arguments: [(900, true), (899, false)])
  func `is not known where the calls were not in flight together`(seen: Int, isKnown: Bool) throws {
    var results = ExerciseFixture.measured([.crowd])
    let plan = results.rows[3].plan
    guard case .measured(var measurement, let usage) = ExerciseFixture.outcome(of: plan) else {
      return #expect(Bool(false), "it was not measured")
    }
    measurement.mostAtOnce = seen
    results.note(.measured(measurement, usage), of: 3)
    let costs = results.memoryCosts
    #expect(try costs[0].get().difference == 90)
    let reason = "the server saw no more than 899 of the 1,000 calls of “tasks, no limit” at once"
    let json = try ExerciseJSON(results).text()
    if isKnown {
      // By what the client held, and not by what was seen.
      #expect(try costs[1].get().difference == 950)
    } else {
      #expect(costs[1] == .failure(MemoryCost.Unknown(carrier: .tasks, reason: reason)))
      #expect(ExerciseMarkdown(results).text.contains("of a task costs is not known: \(reason).\n"))
    }
    #expect(json.contains("\"error\" : \"\(reason)\"") == !isKnown)
  }

  private static func wantsRows(_ carrier: CallWork.Carrier) -> MemoryCost.Unknown {
    MemoryCost.Unknown(carrier: carrier, reason: "that takes two complete rows")
  }
}
