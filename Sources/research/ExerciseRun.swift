import FoundationEssentials
import Glibc
import ResearchCore

/// Runs the rows of the exercise one after the other: a process serves, one more runs each row.
///
/// This process only waits for them. It is to stay small, because Linux hands its peak of memory on
/// to those that it starts.
struct ExerciseRun {
  private let log: ExerciseLog
  private let program: String
  private let openFiles: Int

  /// Why the exercise cannot be run at all.
  struct NoServer: Error, CustomStringConvertible {
    /// How its process ended, in words.
    let ending: String

    var description: String {
      "the exercise's server did not start: its process \(ending). "
        + "Try 'research exercise-server' by itself, which says why"
    }
  }

  /// A run that tells `log` how far it is; its processes are of this program, or of another.
  init(
    _ log: ExerciseLog,
    of program: String = "/proc/self/exe",
    openFiles: Int = ProcessSetup.openFiles
  ) {
    (self.log, self.program, self.openFiles) = (log, program, openFiles)
  }

  /// The results, with what could be measured of them.
  ///
  /// When the task is cancelled the processes are ended, and what has been measured so far is given
  /// back. Throws where no process can be started, or too few files may be open.
  func completed(_ planned: ExerciseResults) async throws -> ExerciseResults {
    if let problem = TooFewFiles(planned, limit: openFiles) { throw problem }
    var results = planned
    await log.tellBeginning(results)
    let server = try start(["exercise-server"])
    do {
      let port = try await port(of: server)
      try await measure(&results, from: server, at: port)
    } catch is CancellationError {
      // What has been measured is of use by itself.
    }
    server.close()
    // However it ends, its work is done.
    _ = try? await server.result()
    return results
  }

  private func port(of server: ChildProgram) async throws -> UInt16 {
    let line = try await server.line()
    if let port = line.flatMap({ UInt16($0) }) { return port }
    // One that still runs ends with its input.
    server.close()
    throw NoServer(ending: try await server.result().ending)
  }

  /// Runs the rows that are left, for as long as the server runs.
  private func measure(
    _ results: inout ExerciseResults,
    from server: ChildProgram,
    at port: UInt16
  ) async throws {
    for number in results.remaining {
      if server.ending == nil {
        let plan = results.rows[number].plan
        await log.tellStart(of: plan)
        results.note(try await outcome(of: plan, row: number, port: port), of: number)
      }
      let isComplete = results.rows[number].isComplete
      let ending = isComplete ? nil : server.ending
      if let ending { results.note(.failed(Self.reason(ending)), of: number) }
      await log.tellEnd(of: results.rows[number])
      guard ending == nil else { return }
    }
  }

  private static func reason(_ ending: String) -> String {
    "the exercise's server \(ending), so that no more rows were run; try these tables again"
  }

  private func outcome(
    of plan: ExerciseCase,
    row: Int,
    port: UInt16
  ) async throws -> ExerciseRow.Outcome {
    let task = try JSONEncoder().encode(ExerciseTask(plan, row: row, port: port))
    let child = try start(["exercise-row", String(decoding: task, as: UTF8.self)])
    let result = try await child.result()
    guard result.status == EXIT_SUCCESS else { return .failed("its process \(result.ending)") }
    do {
      return .measured(
        try JSONDecoder().decode(ExerciseMeasurement.self, from: Data(result.output)),
        ExerciseRow.Usage(peakMemory: result.maxRSS, cpu: result.cpu)
      )
    } catch {
      return .failed("its process wrote something that is no result")
    }
  }

  /// What such a process says of itself is a failure, of which a silent log tells nothing.
  private func start(_ arguments: [String]) throws(SystemError) -> ChildProgram {
    try ChildProgram.start(arguments, of: program, isSilent: log.isSilent)
  }
}
