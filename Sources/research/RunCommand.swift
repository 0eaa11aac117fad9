import ArgumentParser
import ResearchCore

/// `research run`: the whole pipeline, from a list to a report.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Turn sources into a report (the default command)."
  )

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Output") var report: ReportArguments
  @Option(
    help: ArgumentHelp("Keep the records, one line of JSON a source.", valueName: "file")
  )
  var records: String?
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions

  mutating func run() async throws {
    let variables = ProcessVariables.current
    let (report, content, length, output) = (report, content, length, output)
    var configuration = Configuration(fetching, bounds, variables)
    configuration.extraction.maxNodes = extraction.maxNodes
    configuration.records = records
    configuration.report = try reporting { try report.options(content, length, variables) }
    let session = try reporting { [configuration] in try Session(configuration) }
    let destination = try reporting { try output.open() }
    let run = try reporting { [log] in try CommandRun(session, log, logTo: output.logDescriptor) }
    try await run { [sources = input.sources, maxFailed = bounds.maxFailed] in
      let counts = try await session.run(sources)
      let summary = try await session.writeReport { try destination.write($0) }
      try destination.commit()
      guard summary.hasUsableSource else { return ExitStatus.nothingUsable }
      return ExitStatus.code(for: counts, maxFailed: maxFailed)
    }
  }
}
