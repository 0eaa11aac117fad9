import ArgumentParser
import Glibc
import ResearchCore

/// Where a command's output goes, and so where its log goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to a file, whole or not at all; the log then goes to standard output.",
      valueName: "file"
    )
  )
  var output: String?

  /// The file; nil for standard output.
  var path: String? { output == "-" ? nil : output }

  /// Where the log goes.
  var logDescriptor: Int32 { path == nil ? STDERR_FILENO : STDOUT_FILENO }

  /// Begins the output, so that a place that cannot be written is known before the work.
  ///
  /// Waits for a pipe's reader.
  func open(_ work: OwnWork) throws(OutputError) -> Destination {
    try Destination(path, work)
  }
}

/// An output that could not be begun, written or completed.
struct OutputError: Error {
  /// The call that failed.
  let cause: SystemError

  /// Runs what writes an output.
  static func wrapping<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(OutputError) -> Result {
    do throws(SystemError) { return try body() } catch { throw OutputError(cause: error) }
  }
}

/// An output being written: a file that is complete or not there, or standard output.
struct Destination: Sendable {
  private let file: OutputFile?
  private let work: OwnWork
  private let hasReader: Bool

  /// Begins the file at `path`; nil is standard output.
  ///
  /// Writing is part of a piece of `work`, but not where a pipe's reader is waited for.
  init(_ path: String?, _ work: OwnWork = OwnWork()) throws(OutputError) {
    self.work = work
    let file = try OutputError.wrapping { () throws(SystemError) -> OutputFile? in
      if let path { try OutputFile(path: path) } else { nil }
    }
    self.file = file
    hasReader = file?.hasReader ?? OutputFile.hasReader(STDOUT_FILENO)
  }

  /// Writes the next bytes; blocks while a pipe's reader is slow.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    try OutputError.wrapping { () throws(SystemError) in
      try work.resting(if: hasReader) { () throws(SystemError) in
        guard let file else {
          return try OutputFile.write(bytes, to: STDOUT_FILENO, path: "standard output")
        }
        try file.write(bytes)
      }
    }
  }

  /// What leaves nothing of a file that is not complete, for a program that ends where it stands.
  ///
  /// It does not hold the file, which goes with its last owner.
  var farewell: @Sendable () -> Void {
    { [weak file] in file?.abandon() }
  }

  /// Makes a file complete.
  func commit() throws(OutputError) {
    try OutputError.wrapping { () throws(SystemError) in try file?.commit() }
  }
}

/// A folder that a command writes to.
enum OutputFolder {
  /// Makes sure that there is a folder at `path`.
  static func make(at path: String) throws(OutputError) {
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw OutputError(cause: SystemError(path: path))
    }
  }
}

/// The files that a run writes, which must be different ones.
enum OutputPaths {
  /// Throws where two of the options name the same file.
  static func check(_ paths: [(option: String, path: String?)]) throws {
    var seen: [String: String] = [:]
    for (option, path) in paths {
      guard let path, path != "-", !path.hasPrefix("/dev/") else { continue }
      let place = resolved(path)
      if let other = seen[place] {
        throw ValidationError("\(other) and \(option) both name the file \(path)")
      }
      seen[place] = option
    }
  }

  /// The path with its folder's links followed, so that two spellings of one file are equal.
  private static func resolved(_ path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let real = realpath(folder, nil) else { return path }
    defer { free(real) }
    return String(cString: real) + "/" + name
  }
}
