import ArgumentParser

/// How much is told, and in which form.
struct LogOptions: ParsableArguments {
  /// The form of the log.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case auto, text, json
  }

  @Flag(
    name: [.customShort("q"), .long],
    help: "Only failures and the last line; -qq: only the error that ends the run."
  )
  var quiet: Int

  @Flag(
    name: [.customShort("v"), .long],
    help: "More detail: every step's beginning, connections, titles."
  )
  var verbose: Int

  @Option(help: ArgumentHelp("The log's form.", valueName: "form"))
  var logFormat = Format.auto

  @Option(
    help: ArgumentHelp(
      "Write every event as a line of JSON; - is standard error.",
      valueName: "file"
    )
  )
  var events: String?

  /// How much of a run is told.
  var detail: LogDetail {
    switch (quiet, verbose) {
    case (2..., _): .errors
    case (1, _): .failures
    case (_, 1...): .everything
    default: .steps
    }
  }
}

/// How much of a run the log tells.
enum LogDetail: Comparable, Sendable {
  case errors, failures, steps, everything
}
