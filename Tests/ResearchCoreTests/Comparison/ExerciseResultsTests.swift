import Testing

@testable import ResearchCore

struct ExerciseResultsTests {
  @Test func `says what is to be run and how long it will take`() {
    let results = ExerciseResults(scale: 0.1)
    #expect(results.rows.count == 25 && results.remaining.count == 24)
    #expect(abs(results.remainingTime.seconds - 40.875) < 1e-6)
    #expect(ExerciseResults([.crowd], isFull: true).remainingTime == .seconds(2_262))
    #expect(results.tables.map(\.experiment) == Experiment.allCases)
  }

  @Test func `knows what was gained by another order`() throws {
    let results = ExerciseFixture.measured(Experiment.allCases)
    let gains = Experiment.allCases.map { results.gain(of: $0).map { $0.saved.fixed(1) } }
    #expect(gains == [[], ["72.7"], ["33.3"], [], ["50.0", "60.0", "50.0"], [], []])
    let gain = try #require(results.gain(of: .barriers).first)
    #expect(gain.speedUp.fixed(2) == "3.67")
    #expect(ExerciseFixture.measured([.barriers]).gain(of: .barriers).isEmpty)
    #expect(ExerciseResults([.oneByOne, .barriers]).gain(of: .barriers).isEmpty)
  }

  @Test func `counts the rows that gave all that they should`() {
    var results = ExerciseFixture.measured([.streaming, .crowd])
    #expect(results.completeness == (7, 7))
    results.note(.failed("gone"), of: 0)
    results.note(ExerciseFixture.outcome(of: results.rows[1].plan, failed: 2), of: 1)
    #expect(results.completeness == (5, 7))
  }
}
