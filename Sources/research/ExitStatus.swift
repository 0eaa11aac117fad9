import ArgumentParser
import Glibc
import ResearchCore

/// What an error that ends a run means for the exit code, and what is said about it.
///
/// The codes are those of the command line's contract, after sysexits.h.
struct ExitStatus {
  /// The exit code.
  let code: Int32
  /// What standard error is told; nil for a quiet end.
  let message: String?

  /// The report was written.
  static let success: Int32 = 0
  /// More sources failed than may.
  static let tooManyFailed: Int32 = 2
  /// The run was cut short.
  static let cutShort: Int32 = 2
  /// An output could not be written.
  static let notWritten: Int32 = 74
  /// No source was usable.
  static let nothingUsable: Int32 = 3

  /// The code of a run that gave what it should.
  static func code(for counts: OutcomeCounts, maxFailed: Int?) -> Int32 {
    maxFailed.map { counts.failed > $0 } == true ? tooManyFailed : success
  }

  /// Reads an error.
  init(_ error: any Error) {
    switch error {
    case let error as OutputError where error.cause.code == EPIPE:
      (code, message) = (Self.success, nil)
    case let error as OutputError:
      (code, message) = (
        Self.notWritten, "\(error.cause.path) could not be written: \(error.cause.reason)"
      )
    case let error as SystemError:
      // Which call failed is not known here: records and temporary files are read, too.
      (code, message) = (
        Self.notWritten, "\(error.path) could not be written or read: \(error.reason)"
      )
    case let error as InputError: (code, message) = (66, error.description)
    case let error as RecordsError: (code, message) = (Self.code(for: error), "\(error)")
    case let error as VerificationError: (code, message) = (Self.code(for: error), "\(error)")
    case let error as ConfigurationError: (code, message) = (64, "\(error)")
    case let error as ReportTemplateError: (code, message) = (78, "\(error)")
    case let error as ModelPromptError: (code, message) = (78, "\(error)")
    default: (code, message) = (1, "\(error)")
    }
  }

  private static func code(for error: VerificationError) -> Int32 {
    switch error {
    case .unreadable: 66
    case .notText, .html, .noReport: 65
    }
  }

  private static func code(for error: RecordsError) -> Int32 {
    switch error {
    case .unreadable, .empty: 66
    case .malformed, .notEmpty, .foreign, .damaged, .mixed, .otherOptions, .otherList: 65
    case .inUse: 75
    }
  }
}

/// The message that ends a failed run.
enum ErrorMessage {
  /// Writes one line to standard error, whether or not anybody reads it.
  static func write(_ message: String) {
    let line = "research: \(TerminalText.safe(message))\n"
    // With standard error closed there is nobody to tell.
    try? OutputFile.write(Array(line.utf8), to: STDERR_FILENO, path: "standard error")
  }
}

/// Runs what may fail before a run begins, and ends the program with a message where it does.
func reporting<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch {
    let status = ExitStatus(error)
    if let message = status.message { ErrorMessage.write(message) }
    throw ExitCode(status.code)
  }
}
