import FlowControl
import FoundationEssentials
import Glibc
import ResearchCore
import TestSupport
import Testing

@testable import research

/// The limit only ends what hangs.
@Suite(.timeLimit(.minutes(15))) struct ExerciseRunTests {
  @Test(arguments: [("X6", 300, 2_200), ("X3,X7,X6", 2_199, 2_200), ("X1", 20, 210)])
  func `refuses to run with too few files`(_ only: String, _ limit: Int, _ needed: Int) async throws
  {
    let child = try Program.start(
      after: "ulimit -n \(limit)",
      ["exercise", "--scale", "0.01", "--only", only]
    )
    let result = await child.result()
    #expect(result.ending == .exit(1) && result.output.isEmpty)
    #expect(result.log.contains("only \(limit) files may be open at once, and X"))
    #expect(result.log.contains(" needs \(needed): try 'ulimit -n \(needed)'"))
    #expect(result.log.hasSuffix(only.contains("X3") ? ", or --only X3\n" : "'\n"), "\(result.log)")
  }

  @Test func `runs what the limit on open files lets run`() async throws {
    let child = try Program.start(
      after: "ulimit -n 300",
      ["exercise", "--scale", "0.01", "--only", "X2", "-q"]
    )
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
  }

  @Test func `says how a server ended that did not start, and what to try`() async throws {
    let log = ExerciseLog(STDERR_FILENO, quiet: 2, on: Workers(threads: 1))
    let run = ExerciseRun(log, of: "/bin/false", openFiles: .max)
    do {
      _ = try await run.completed(ExerciseResults([.barriers], scale: 0.01))
      #expect(Bool(false), "it ran")
    } catch {
      #expect(
        "\(error)" == "the exercise's server did not start: its process ended with 1. "
          + "Try 'research exercise-server' by itself, which says why"
      )
    }
  }

  @Test func `runs no more rows once the server is gone`() async throws {
    let child = try Program.start([
      "exercise", "--scale", "0.3", "--only", "X2,X6", "-o", "/dev/null",
    ])
    // X6's first row takes a minute, so that the server is at work.
    #expect(await child.wrote("X6 10 threads: about 60 s", to: .output))
    kill(try #require(try Self.server(of: child.id)), SIGKILL)
    let result = await child.result()
    #expect(result.ending == .exit(2))
    let lines = result.text.split(separator: "\n")
    let last =
      "no result, the exercise's server was ended by signal 9, so that no more rows were run"
    #expect(lines.count { $0.contains(last) } == 1 && lines.last?.contains(last) == true)
  }

  @Test func `says in words why a row failed`() async throws {
    let task = """
      {"calls":{"_0":{"count":1,"carrier":"tasks","atOnce":1,"timeout":60,"model":\
      {"baseURL":"http://127.0.0.1:1/v1","statistics":"http://127.0.0.1:1/stats"}}}}
      """
    let row = try await Program.run("exercise-row", task, input: .open)
    #expect(row.ending == .exit(1) && row.output.isEmpty)
    #expect(row.log.hasPrefix("research: ") && row.log.contains("127.0.0.1"), "\(row.log)")
    #expect(!row.log.contains("FetchError") && !row.log.contains("(\""))
  }

  /// The process that serves a running exercise.
  private static func server(of parent: pid_t) throws -> pid_t? {
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      // Others end while they are looked at.
      guard let id = pid_t(name),
        let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8),
        status.contains("\nPPid:\t\(parent)\n"),
        let command = try? String(contentsOfFile: "/proc/\(id)/cmdline", encoding: .utf8)
      else { continue }
      if command.contains("exercise-server") { return id }
    }
    return nil
  }
}
