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
    let costs = results.memoryCosts
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
    #expect(results.memoryCosts.isEmpty)
  }
}
