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
    descriptor =
      path == "-" ? STDERR_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw SystemError(path: path) }
  }

  /// Writes what `events` brings, until the run ends.
  ///
  /// A file that cannot be written any more makes the session drain.
  func write(_ events: EventStream, of session: Session) async {
    var isWritable = true
    for await event in events where isWritable {
      do {
        try OutputFile.write(try coder.line(for: event), to: descriptor, path: path)
      } catch {
        isWritable = false
        await session.drain(reason: "the events could not be written: \(error)")
      }
    }
  }
}
