import ResearchCore

/// The streams and the signals of a run.
///
/// Opening a pipe that nobody reads waits for its reader. So the signals are trapped afterwards,
/// because nobody would hear them; and the file that has a temporary one beside it comes last,
/// because a signal that ends the program would leave that behind.
struct RunStreams {
  /// Where the output goes.
  let destination: Destination
  /// The log for people.
  let log: TerminalLog
  /// The file of `--events`; nil where none was asked for.
  let eventFile: EventFile?
  /// What signals ask for.
  let interrupts: Interrupts

  /// Opens the streams; ends the program with a message where one cannot be opened.
  init(_ output: OutputOptions, _ log: LogOptions, tellsHosts: Bool = false) async throws {
    self.log = TerminalLog(log, output, tellsHosts: tellsHosts)
    eventFile = try reporting {
      try log.events.map { path in try EventFile(path: path, tellsHosts: tellsHosts) }
    }
    destination = try reporting { try output.open() }
    interrupts = await Interrupts()
  }
}
