import ArgumentParser
import Glibc
import ResearchCore

/// Where a command's output goes, and so where its log goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to a file, whole or not at all; the log then goes to standard output.",
      valueName: "file"))
  var output: String?

  /// The file; nil for standard output.
  var path: String? { output == "-" ? nil : output }

  /// Where the log goes.
  var logDescriptor: Int32 { path == nil ? STDERR_FILENO : STDOUT_FILENO }

  /// Begins the output, so that a place that cannot be written is known before the work.
  func open() throws(SystemError) -> Destination {
    try Destination(path)
  }
}

/// An output being written: a file that is complete or not there, or standard output.
final class Destination: Sendable {
  private let file: OutputFile?

  /// Begins the file at `path`; nil is standard output.
  init(_ path: String?) throws(SystemError) {
    file = if let path { try OutputFile(path: path) } else { nil }
  }

  /// Writes the next bytes; blocks while a pipe's reader is slow.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    switch file {
    case .some(let file): try file.write(bytes)
    case nil: try OutputFile.write(bytes, to: STDOUT_FILENO, path: "standard output")
    }
  }

  /// Makes a file complete.
  func commit() throws(SystemError) {
    switch file {
    case .some(let file): try file.commit()
    case nil: break
    }
  }
}
