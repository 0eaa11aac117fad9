import ArgumentParser
import FoundationEssentials
import ResearchCore

/// `research exercise-row`: one row of the exercise, in a process of its own.
struct ExerciseRowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise-row",
    abstract: "Run one row of the exercise, and print what was measured as a line of JSON.",
    discussion: "Ends when standard input does.",
    shouldDisplay: false
  )

  @Argument(help: "What to run, as JSON.")
  var task: String

  mutating func run() async throws {
    ParentProcess.endWithIt()
    let measurement: ExerciseMeasurement
    do {
      let task = try JSONDecoder().decode(ExerciseTask.self, from: Data(task.utf8))
      measurement = try await task.measured()
    } catch {
      ErrorMessage.write(ExerciseMeasurement.reason(of: error))
      throw ExitCode.failure
    }
    try reporting {
      let line = try JSONEncoder().encode(measurement)
      try Destination(nil).write([UInt8](line) + [UInt8(ascii: "\n")])
    }
  }
}
