import FlowControl
import Glibc
import ResearchCore

/// The file of `--events`: every event as a line of JSON.
struct EventFile {
  private let descriptor: Int32
  private let path: String
  private let coder: EventCoder
  private let broken = Locked<OutputError?>(nil)
  private let work: OwnWork
  private let hasReader: Bool

  /// Why the file is not complete; nil where it is, or where its reader has gone.
  var failure: OutputError? { broken.withLock { $0 } }

  /// Begins the file at `path`; `-` is standard error.
  ///
  /// Waits for a pipe's reader.
  init(path: String, _ work: OwnWork, tellsHosts: Bool = false) throws(OutputError) {
    (self.path, self.work) = (path, work)
    coder = EventCoder(tellsHosts: tellsHosts)
    descriptor = path == "-" ? STDERR_FILENO : open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    // Before any other call, which may have its own error.
    if descriptor < 0 { throw OutputError(cause: SystemError(path: path)) }
    hasReader = OutputFile.hasReader(descriptor)
  }

  /// Writes what `events` brings, until the run ends.
  ///
  /// A file that cannot be written any more makes the run drain; a pipe that nobody reads is
  /// passed over.
  func write(_ events: EventStream, of run: any Interruptible) async {
    // Not before: a run that is refused leaves the events of an earlier one. A pipe has no length.
    if path != "-" { ftruncate(descriptor, 0) }
    var isWritable = true
    for await event in events where isWritable {
      do {
        try await work.doing { () throws(SystemError) in try write(event) }
      } catch {
        isWritable = false
        guard error.code != EPIPE else { continue }
        broken.withLock { $0 = OutputError(cause: error) }
        await run.drain(reason: "the events could not be written")
      }
    }
  }

  private func write(_ event: Event) throws(SystemError) {
    // An event is made of plain values, which always can be written.
    guard let line = try? coder.line(for: event) else { return }
    try work.resting(if: hasReader) { () throws(SystemError) in
      try OutputFile.write(line, to: descriptor, path: path)
    }
  }
}
