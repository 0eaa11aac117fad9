import FlowControl
import Glibc
import ResearchCore

/// The file of `--events`: every event as a line of JSON.
struct EventFile {
  private let descriptor: Int32
  private let path: String
  private let coder = EventCoder()

  /// Begins the file at `path`; `-` is standard error.
  init(path: String) throws(SystemError) {
    self.path = path
    descriptor = path == "-"
      ? STDERR_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw SystemError(path: path) }
  }

  /// Writes what `events` brings, until the run ends; throws where the file cannot be written.
  func write(_ events: EventStream) async throws {
    for await event in events {
      try OutputFile.write(try coder.line(for: event), to: descriptor, path: path)
    }
  }
}
