import ArgumentParser
import FlowControl
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
    Self.endWithInput()
    try await ExerciseServer().run { port in
      let line = Array("\(port)\n".utf8)
      // Nobody to tell the port to means that nobody will ask.
      if write(STDOUT_FILENO, line, line.count) != line.count { _exit(EXIT_FAILURE) }
    }
  }

  /// Ends the program with its input.
  ///
  /// Its parent holds the other end: however that ends, the server does not outlive it. There is
  /// nothing to put away.
  private static func endWithInput() {
    Thread.start {
      var buffer = [UInt8](repeating: 0, count: 256)
      while true {
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count == 0 || count < 0 && errno != EINTR { _exit(EXIT_SUCCESS) }
      }
    }
  }
}
