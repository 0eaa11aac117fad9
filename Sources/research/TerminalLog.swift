import FlowControl
import Glibc
import ResearchCore

/// Writes events as lines, each flushed at once; the one writer of its stream.
///
/// It works on a thread of its own, because a slow reader of a pipe holds it up.
struct TerminalLog {
  private let descriptor: Int32
  private let format: LogOptions.Format
  private let line: LogLine
  private let coder: EventCoder
  private let work: OwnWork
  private let hasReader: Bool

  /// The log of a run that writes to `output`.
  init(
    _ options: LogOptions,
    _ output: OutputOptions,
    _ work: OwnWork,
    tellsHosts: Bool = false
  ) {
    descriptor = output.logDescriptor
    self.work = work
    hasReader = OutputFile.hasReader(descriptor)
    format = options.logFormat
    line = LogLine(options.detail, output: output.path, tellsHosts: tellsHosts)
    coder = EventCoder(tellsHosts: tellsHosts)
  }

  /// The events of a session that the log tells.
  func events(of session: Session) -> EventStream {
    session.events { [line] in line.tells($0) }
  }

  /// Writes what `events` brings, until the run ends.
  ///
  /// That nobody reads the log is no reason to stop the run: the rest is passed over.
  func write(_ events: EventStream) async {
    var isRead = true
    for await event in events where isRead {
      do {
        try await work.doing { () throws(SystemError) in try write(event) }
      } catch {
        isRead = false
      }
    }
  }

  private func write(_ event: Event) throws(SystemError) {
    guard let bytes = bytes(for: event) else { return }
    try work.resting(if: hasReader) { () throws(SystemError) in
      try OutputFile.write(bytes, to: descriptor, path: "the log")
    }
  }

  private func bytes(for event: Event) -> [UInt8]? {
    guard let text = line.text(for: event) else { return nil }
    guard format == .json else { return Array((text + "\n").utf8) }
    // An event is made of plain values, which always can be written.
    return try? coder.line(for: event)
  }
}
