import FoundationEssentials
import TestSupport

/// The built program, as a user starts it.
enum Program {
  /// Where it was built: beside the tests, unless a variable names another build of it.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["RESEARCH_TEST_PROGRAM"] { return path }
    // Without an answer no test can start the program, and all of them say so.
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return tests[..<(tests.lastIndex(of: "/") ?? tests.endIndex)] + "/research"
  }()

  /// What it may hold, in bytes: 300 MB.
  ///
  /// A build for debugging, on a machine that is busy with other
  /// tests, holds more of what is on its way, and is only kept from holding everything.
  static let peakMemory =
    ProcessInfo.processInfo.environment["RESEARCH_TEST_PROGRAM"] == nil ? 1 << 30 : 300 << 20

  /// The list of saved pages that comes with the project.
  static let samples =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/samples/urls.txt"

  /// What the program is given beside a test's own variables: under a sanitizer what that needs.
  private static let surroundings: [String: String] = {
    let variables = ProcessInfo.processInfo.environment
    let names = variables["TSAN_OPTIONS"] == nil ? [] : ["TSAN_OPTIONS", "PATH"]
    return variables.filter { names.contains($0.key) }
      .merging([
        "RESEARCH_TIMEOUT": "1h", "RESEARCH_MODEL_TIMEOUT": "1h", "RESEARCH_MODEL_SILENCE": "1h",
      ]) { own, _ in own }
  }()

  /// Starts the program with these variables alone, and with hardly any time-out unless they say
  /// so: a busy machine shall fail no test.
  static func start(
    _ arguments: [String],
    variables: [String: String] = [:],
    input: ChildProcess.Input = .nothing,
    output: ChildProcess.Output = .kept,
    errors: ChildProcess.Output = .kept
  ) throws -> ChildProcess {
    try ChildProcess(
      path,
      arguments,
      environment: variables.merging(surroundings) { own, _ in own },
      input: input,
      output: output,
      errors: errors
    )
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: String...,
    variables: [String: String] = [:],
    input: ChildProcess.Input = .nothing,
    output: ChildProcess.Output = .kept,
    errors: ChildProcess.Output = .kept
  ) async throws -> ChildProcess.Result {
    let child = try start(
      arguments,
      variables: variables,
      input: input,
      output: output,
      errors: errors
    )
    return await child.result()
  }

  /// Starts the program as a shell does after some commands of its own.
  static func start(after commands: String, _ arguments: [String]) throws -> ChildProcess {
    let script = "\(commands); export RESEARCH_TIMEOUT=1h; exec \"$@\""
    return try ChildProcess("/bin/sh", ["-c", script, "sh", path] + arguments)
  }
}
