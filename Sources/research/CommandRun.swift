import ArgumentParser
import FlowControl
import Glibc
import ResearchCore

/// What a run came to.
struct RunEnding: Sendable {
  /// The exit code where no signal came.
  var code: Int32
  /// How the sources ended, as the report counts them; nil where there is none.
  var counts: OutcomeCounts?
}

/// One run of a command: a session with its log, its event file and its signals around it.
struct CommandRun {
  private let session: Session
  private let log: TerminalLog
  private let eventFile: EventFile?
  private let interrupts: Interrupts
  private let interrupted: any Interruptible

  /// A run of `session` with streams of its own; signals go to `interrupted`, by default to it.
  init(
    _ session: Session,
    _ streams: RunStreams,
    interrupting interrupted: (any Interruptible)? = nil
  ) {
    self.session = session
    self.interrupted = interrupted ?? session
    (log, eventFile, interrupts) = (streams.log, streams.eventFile, streams.interrupts)
  }

  /// Runs `body`, which says what it came to; then ends the program with it.
  func callAsFunction(_ body: @escaping @Sendable () async throws -> RunEnding) async throws {
    let threads = [Workers(threads: 1), Workers(threads: 1)]
    let (log, eventFile, session, interrupts) = (log, eventFile, session, interrupts)
    let interrupted = interrupted
    // Signals are heard until the last line is written, however slow its reader is.
    let result = await withTaskGroup(of: Void.self) { watch in
      watch.addTask { await interrupts.watch(interrupted) }
      defer { watch.cancelAll() }
      return await withTaskGroup(of: Void.self) { group in
        let events = log.events(of: session)
        group.addTask(executorPreference: threads[0]) { await log.write(events) }
        if let eventFile {
          let events = session.events()
          group.addTask(executorPreference: threads[1]) {
            await eventFile.write(events, of: interrupted)
          }
        }
        let result = await Self.result(of: body)
        let code = Self.exitCode(Self.complete(result, eventFile))
        // A run that failed has no report whose counts could be told.
        let counts = try? result.get().counts
        session.end(exit: Int(interrupts.exitCode ?? code), counts: counts)
        interrupts.end()
        return result
      }
    }
    withExtendedLifetime(threads) {}
    try Self.finish(Self.complete(result, eventFile), interrupts.exitCode)
  }

  /// A run whose events could not be written has failed.
  private static func complete(
    _ result: Result<RunEnding, any Error>,
    _ eventFile: EventFile?
  ) -> Result<RunEnding, any Error> {
    guard case .success = result, let failure = eventFile?.failure else { return result }
    return .failure(failure)
  }

  private static func result(
    of body: @Sendable () async throws -> RunEnding
  ) async -> Result<RunEnding, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
  }

  private static func exitCode(_ result: Result<RunEnding, any Error>) -> Int32 {
    switch result {
    case .success(let ending): ending.code
    case .failure(let error): ExitStatus(error).code
    }
  }

  /// Whether nothing was read, for which a signal is reason enough.
  private static func isForWantOfInput(_ error: any Error) -> Bool {
    switch error {
    case is CancellationError, InputError.noSource, RecordsError.empty: true
    default: false
    }
  }

  private static func finish(_ result: Result<RunEnding, any Error>, _ signal: Int32?) throws {
    switch result {
    case .success(let ending): throw ExitCode(signal ?? ending.code)
    case .failure(let error):
      if let signal, isForWantOfInput(error) { throw ExitCode(signal) }
      let status = ExitStatus(error)
      if let message = status.message { ErrorMessage.write(message) }
      throw ExitCode(status.code)
    }
  }
}
