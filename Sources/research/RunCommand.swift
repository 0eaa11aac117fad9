import ArgumentParser
import ResearchCore

/// `research run`: the whole pipeline, from a list to a report.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Turn sources into a report (the default command).")

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Report") var report: ReportArguments
  @Option(
    help: ArgumentHelp("Keep the records, one line of JSON a source, in a file.", valueName: "file")
  )
  var records: String?
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Run") var run: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions

  mutating func run() async throws {
    let variables = ProcessVariables.current
    var configuration = Configuration(variables, fetching: fetching, run: run)
    configuration.extraction.maxNodes = extraction.maxNodes
    configuration.records = records
    try Ending.reporting {
      configuration.report = try report.options(content, length, variables)
    }
    let job = try Ending.reporting { try ReportJob(configuration, output, log) }
    try await job.run(input.sources, maxFailed: run.maxFailed)
  }
}
