import FoundationEssentials
import ResearchCore
import Testing

/// Holds the documentation's page on the exercise to what the program predicts.
struct ExercisePageTests {
  private static func text() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let path = root + "/Sources/ResearchCore/Documentation.docc/Exercise.md"
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test(arguments: [Experiment.oneByOne, .barriers, .streaming])
  func `shows what the schedules do`(_ experiment: Experiment) throws {
    // Streaming equal pages looks as they do with barriers.
    let cases = experiment == .streaming ? experiment.cases.dropFirst() : experiment.cases[...]
    for row in cases {
      guard case .pipeline(let work) = row.work else { continue }
      var spans: [StepSpan] = []
      _ = ScheduleSimulation(work) { spans.append($0) }
      let lines = Waterfall(spans).lines
      #expect(try Self.text().contains(lines.joined(separator: "\n") + "\n```\n"), "\(row.name)")
    }
  }

  @Test func `says what the tutorial says of a thousand calls`() throws {
    for row in Experiment.crowd.cases {
      let claim = try #require(row.tutorial)
      let told = claim.objection == nil ? claim.text : "**\(claim.text)**"

      let seconds = row.predicted.seconds.fixed(0) + " s"
      #expect(try Self.text().contains("| \(seconds) | \(told) |"), "\(row.name)")
    }
  }
}
