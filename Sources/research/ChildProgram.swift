import FlowControl
import Glibc
import ResearchCore

/// Another process of this same program, so that its memory and its time are its own.
///
/// Its standard input is a pipe that stays open until ``close()``, its standard output is kept, its
/// standard error is ours. It is reaped whatever happens; when the last copy of this value goes, or
/// a task that waits for it is cancelled, it gets SIGTERM.
struct ChildProgram: Sendable {
  /// How a program ended, and what it took.
  struct Result: Sendable, Equatable {
    /// All that it wrote to its standard output, up to 16 MB.
    var output: [UInt8]
    /// Its exit status; nil where a signal ended it.
    var status: Int32?
    /// The signal that ended it.
    var signal: Int32?
    /// Its peak of resident memory, in bytes.
    var maxRSS: Int
    /// The processor's time that it took, in seconds.
    var cpu: Double

    /// How it ended, in words.
    var ending: String {
      signal.map { "was ended by signal \($0)" } ?? "ended with \(status ?? 0)"
    }
  }

  private let life: ChildLife

  /// Starts this program, or another, with `arguments`; throws where the system lets it start no
  /// process.
  ///
  /// It gets our variables but those that would alter its options, or that hold keys. What a silent
  /// one writes to its standard error is lost.
  static func start(
    _ arguments: [String],
    of program: String = "/proc/self/exe",
    isSilent: Bool = false
  ) throws(SystemError) -> ChildProgram {
    let started = try ChildSpawn.start(
      program,
      arguments,
      ProcessVariables.current.forChild,
      isSilent: isSilent
    )
    return ChildProgram(life: ChildLife(started))
  }

  /// The first line of its output without its end, as soon as it is there; nil where it ended
  /// before.
  ///
  /// When the task is cancelled the program is ended and `CancellationError` is thrown.
  func line() async throws -> String? {
    try await life.outcome { $0.firstLine }
  }

  /// All that it left behind, once it is over; throws where the system does not tell.
  ///
  /// When the task is cancelled the program is ended, and `CancellationError` is thrown once it is
  /// reaped.
  func result() async throws -> Result {
    try await life.outcome { $0.result }.get()
  }

  /// How it ended, in words, where it has; nil while it runs.
  var ending: String? {
    switch life.present({ $0.result }) {
    case .success(let result): result.ending
    case .failure: "ended, and the system does not say how"
    case nil: nil
    }
  }

  /// Ends its standard input, which tells a server to end.
  func close() {
    life.closeInput()
  }
}
