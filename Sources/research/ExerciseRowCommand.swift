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
    let result: Result<ExerciseMeasurement, any Error>
    do {
      let task = try JSONDecoder().decode(ExerciseTask.self, from: Data(task.utf8))
      result = .success(try await task.measured())
    } catch {
      result = .failure(error)
    }
    try reporting {
      let line = try JSONEncoder().encode(result.get())
      try Destination(nil).write([UInt8](line) + [UInt8(ascii: "\n")])
    }
  }
}
