import ResearchCore

/// The streams and the signals of a run.
struct RunStreams {
  /// Where the output goes.
  let destination: Destination
  /// The log for people.
  let log: TerminalLog
  /// The file of `--events`; nil where none was asked for.
  let eventFile: EventFile?
  /// What signals ask for.
  let interrupts: Interrupts

  /// Opens the streams, which waits for the readers of pipes, but no longer than to the deadline;
  /// ends the program with a message where one cannot be opened.
  init(
    _ output: OutputOptions,
    _ log: LogOptions,
    _ interrupts: Interrupts,
    tellsHosts: Bool = false,
    deadline: Duration? = nil
  ) throws {
    let work = interrupts.work
    self.interrupts = interrupts
    self.log = TerminalLog(log, output, work, tellsHosts: tellsHosts)
    eventFile = try reporting {
      try log.events.map { path in
        try interrupts.opening(path, by: deadline) {
          try EventFile(path: path, work, tellsHosts: tellsHosts)
        }
      }
    }
    // Last, because it may have a temporary file beside it.
    let destination = try reporting {
      try interrupts.opening(output.path, by: deadline) { try output.open(work) }
    }
    interrupts.beforeTheEnd(destination.farewell)
    self.destination = destination
  }
}
