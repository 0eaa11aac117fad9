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
  private let detail: LogDetail
  private let coder = EventCoder()

  /// A log on an open descriptor.
  init(_ options: LogOptions, to descriptor: Int32) {
    self.descriptor = descriptor
    format = options.logFormat
    detail = options.detail
    line = LogLine(options.detail)
  }

  /// Writes what `events` brings, until the run ends or the reader of the log has gone.
  func write(_ events: EventStream) async {
    for await event in events {
      guard let bytes = bytes(for: event) else { continue }
      do {
        try OutputFile.write(bytes, to: descriptor, path: "log")
      } catch {
        return  // Nobody reads the log; that is no reason to stop the run.
      }
    }
  }

  private func bytes(for event: Event) -> [UInt8]? {
    guard let text = line.text(for: event) else { return nil }
    guard format == .json else { return Array((text + "\n").utf8) }
    // An event is plain values, which always can be written.
    return try? coder.line(for: event)
  }
}
