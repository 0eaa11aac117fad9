import ArgumentParser
import Glibc
import ResearchCore
import ResearchServer

/// `research exercise-server`: the other side of the exercise, in a process of its own.
struct ExerciseServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise-server",
    abstract: "Serve the exercise's pages and its model on 127.0.0.1 until standard input ends.",
    discussion: "Prints its port on a line of its own.",
    shouldDisplay: false
  )

  mutating func run() async throws {
    ParentProcess.endWithIt()
    try await ExerciseServer().run { port in
      let line = Array("\(port)\n".utf8)
      // Nobody to tell the port to means that nobody will ask.
      if write(STDOUT_FILENO, line, line.count) != line.count { _exit(EXIT_FAILURE) }
    }
  }
}
