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
  private let watchdog: Watchdog
  /// The exit code of a run whose work is done; nil before.
  private let settled = Locked<Int32?>(nil)

  /// A run of `session` with streams of its own; signals go to `interrupted`, by default to it.
  init(
    _ session: Session,
    _ streams: RunStreams,
    _ configuration: Configuration,
    interrupting interrupted: (any Interruptible)? = nil
  ) {
    self.session = session
    self.interrupted = interrupted ?? session
    watchdog = Watchdog(streams.interrupts, configuration)
    (log, eventFile, interrupts) = (streams.log, streams.eventFile, streams.interrupts)
  }

  /// Runs `body`, which says what it came to; then ends the program with it.
  func callAsFunction(_ body: @escaping @Sendable () async throws -> RunEnding) async throws {
    let threads = (0..<3).map { _ in Workers(threads: 1) }
    let ends = watchdog.events(of: session)
    // Signals are heard until the last line is written, however slow its reader is.
    let code = await withTaskGroup(of: Void.self) { watch in
      watch.addTask { await interrupts.watch(interrupted) }
      watch.addTask(executorPreference: threads[2]) { [settled, watchdog] in
        await watchdog.watch(ends) {
          settled.withLock { $0 }
            ?? (watchdog.isPastDeadline ? ExitStatus.cutShort : ExitStatus.notWritten)
        }
      }
      defer { watch.cancelAll() }
      let result = await told(body, threads)
      if let message = Self.message(result, interrupts.exitCode) { ErrorMessage.write(message) }
      return exitCode(result)
    }
    withExtendedLifetime(threads) {}
    throw ExitCode(code)
  }

  /// Runs `body` while the log and the event file tell what happens.
  private func told(
    _ body: @escaping @Sendable () async throws -> RunEnding,
    _ threads: [Workers]
  ) async -> Result<RunEnding, any Error> {
    let result = await withTaskGroup(of: Void.self) { group in
      let events = log.events(of: session)
      group.addTask(executorPreference: threads[0]) { [log] in await log.write(events) }
      if let eventFile {
        let events = session.events()
        group.addTask(executorPreference: threads[1]) { [interrupted] in
          await eventFile.write(events, of: interrupted)
        }
      }
      let result = await Self.result(of: body)
      // A run that failed has no report whose counts could be told.
      let counts = try? result.get().counts
      let code = exitCode(Self.complete(result, eventFile))
      settled.withLock { $0 = code }
      session.end(exit: Int(code), counts: counts)
      interrupts.end()
      return result
    }
    return Self.complete(result, eventFile)
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

  /// What was written keeps the code of the signal or the deadline that cut it short; what could
  /// not be written has its own.
  private func exitCode(_ result: Result<RunEnding, any Error>) -> Int32 {
    let signal = interrupts.exitCode
    switch result {
    case .success(let ending):
      // What had no usable source says so first.
      let isCutShort =
        interrupted.hasPassedDeadline
        || interrupted.hasReachedCeiling && ending.code == ExitStatus.success
      return signal ?? (isCutShort ? ExitStatus.cutShort : ending.code)
    case .failure(let error):
      let code = ExitStatus(error).code
      guard let signal else { return code }
      return code == ExitStatus.success || Self.isForWantOfInput(error) ? signal : code
    }
  }

  /// Whether nothing was read, for which a signal is reason enough.
  private static func isForWantOfInput(_ error: any Error) -> Bool {
    switch error {
    case is CancellationError, InputError.noSource, RecordsError.empty: true
    default: false
    }
  }

  private static func message(
    _ result: Result<RunEnding, any Error>,
    _ signal: Int32?
  ) -> String? {
    guard case .failure(let error) = result else { return nil }
    return signal != nil && isForWantOfInput(error) ? nil : ExitStatus(error).message
  }
}
