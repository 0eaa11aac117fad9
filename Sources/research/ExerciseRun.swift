import FoundationEssentials
import Glibc
import ResearchCore

/// Runs the rows of the exercise one after the other: a process serves, one more runs each row.
///
/// This process only waits for them. It is to stay small, because Linux hands its peak of memory on
/// to those that it starts.
struct ExerciseRun {
  private let log: ExerciseLog

  /// Why the exercise cannot be run at all.
  struct NoServer: Error, CustomStringConvertible {
    var description: String { "the exercise's server did not start" }
  }

  /// A run that tells `log` how far it is.
  init(_ log: ExerciseLog) {
    self.log = log
  }

  /// The results, with what could be measured of them.
  ///
  /// When the task is cancelled the processes are ended, and what has been measured so far is given
  /// back. Throws where no process can be started.
  func completed(_ planned: ExerciseResults) async throws -> ExerciseResults {
    var results = planned
    await log.tellBeginning(results)
    let server = try ChildProgram.start(["exercise-server"])
    do {
      guard let port = try await server.line().flatMap({ UInt16($0) }) else { throw NoServer() }
      for number in results.remaining {
        let plan = results.rows[number].plan
        await log.tellStart(of: plan)
        let outcome = try await outcome(of: plan, row: number, port: port)
        results.note(outcome, of: number)
        await log.tellEnd(of: results.rows[number])
      }
    } catch is CancellationError {
      // What has been measured is of use by itself.
    }
    server.close()
    // However it ends, its work is done.
    _ = try? await server.result()
    return results
  }

  private func outcome(
    of plan: ExerciseCase,
    row: Int,
    port: UInt16
  ) async throws -> ExerciseRow.Outcome {
    let task = try JSONEncoder().encode(ExerciseTask(plan, row: row, port: port))
    let child = try ChildProgram.start(["exercise-row", String(decoding: task, as: UTF8.self)])
    let result = try await child.result()
    if let signal = result.signal { return .failed("its process was ended by signal \(signal)") }
    guard result.status == EXIT_SUCCESS else {
      return .failed("its process ended with \(result.status ?? 0)")
    }
    do {
      return .measured(
        try JSONDecoder().decode(ExerciseMeasurement.self, from: Data(result.output)),
        ExerciseRow.Usage(peakMemory: result.maxRSS, cpu: result.cpu)
      )
    } catch {
      return .failed("its process wrote something that is no result")
    }
  }
}
