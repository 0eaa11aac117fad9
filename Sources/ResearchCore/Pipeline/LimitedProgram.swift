import Glibc

/// A program of the system that reads bytes and writes others, within limits that the kernel keeps.
///
/// `prlimit` sets them, because nothing can be done between the start of a process and its program
/// but what `posix_spawn` offers.
struct LimitedProgram: Sendable {
  /// What a run may use.
  struct Limits: Sendable, Hashable {
    /// The most of address space, in bytes.
    var memory = 600_000_000
    /// The most of processor time, in seconds.
    var processor = 3
    /// The most that is written, in bytes.
    var output: Int
  }

  /// How a run ended.
  enum Ending: Sendable, Hashable {
    case exit(Int32)
    /// Ended by the kernel or by somebody.
    case signal(Int32)
    /// Ended because it wrote more than it may.
    case overflow
    /// The system does not say how.
    case unknown
  }

  private let path: String
  private let limiter: String

  /// Looks a program up; throws a failure that names what is missing, and the package that has it.
  init(_ name: String, of package: String, in programs: ProgramPath) throws(Failure) {
    guard let path = programs.program(named: name) else {
      throw Self.missing(name, package)
    }
    guard let limiter = programs.program(named: "prlimit") else {
      throw Self.missing("prlimit", "util-linux")
    }
    (self.path, self.limiter) = (path, limiter)
  }

  /// Runs the program on `input`; blocks, so for workers only.
  ///
  /// When the task is cancelled the program is killed, and `CancellationError` is thrown once it is
  /// reaped. Its output is then, or where it did not end by itself, perhaps a part.
  func run(
    _ arguments: [String],
    on input: [UInt8],
    within limits: Limits
  ) async throws -> (output: [UInt8], ending: Ending) {
    let alarm = try Alarm()
    return try await withTaskCancellationHandler {
      let child = try ChildSpawn.start(
        limiter,
        Self.options(limits) + ["--", path] + arguments,
        Self.variables,
        isSilent: true,
        isApart: true
      )
      var exchange = ProgramExchange(child, alarm)
      let output = exchange.output(on: input, limit: limits.output)
      try Task.checkCancellation()
      guard output.count <= limits.output else { return (output, .overflow) }
      return (output, exchange.end())
    } onCancel: {
      alarm.ring()
    }
  }

  /// The soft limit of the time lies below the hard one, so that its signal tells which it was.
  private static func options(_ limits: Limits) -> [String] {
    [
      "--as=\(limits.memory)", "--cpu=\(limits.processor):\(limits.processor + 1)",
      "--fsize=\(limits.output)", "--nofile=16", "--core=0",
    ]
  }

  /// Plain words and numbers, whatever the user speaks; no home, whose settings would alter results.
  private static let variables = ["LC_ALL=C", "PATH=/usr/bin:/bin", "TZ=UTC"]

  private static func missing(_ name: String, _ package: String) -> Failure {
    Failure(
      .unsupportedType,
      "a PDF is read by the program \(name), which was not found; "
        + "install it (Debian's package \(package))"
    )
  }
}
