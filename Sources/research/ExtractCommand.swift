import ArgumentParser
import ResearchCore

/// `research extract`: stops after extraction.
struct ExtractCommand: RecordsCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract:
      "Stop after extraction: the main text of each source, as records (JSON Lines), text or Markdown.",
    discussion: """
        research extract urls.txt > texts.jsonl
        research extract page.html --format text
        research extract saved/*.html --format markdown > pages.md

      Texts come in the order of the sources, those of several below a line '==> SOURCE <=='; Markdown \
      begins with front matter. Sources without a text have none there, and are told in the log.

      RESEARCH_EXTRACT_FORMAT stands for --format here: RESEARCH_FORMAT is the form of reports.

      Exit codes: 0 written; 2 more failed than --max-failed, or --deadline; 64 usage; 66 no input; \
      74 not written; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """
  )

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "What to write of each source: records (JSON Lines), its text, or Markdown.",
      valueName: "form"
    )
  )
  var format = RecordForm.records
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions
  @OptionGroup(title: "Log") var hosts: HostOptions

  mutating func run(hearing interrupts: Interrupts) async throws {
    var configuration = Configuration(fetching, bounds, .current)
    configuration.lastStep = .extract
    configuration.extraction.maxNodes = extraction.maxNodes
    try await write(configuration, as: format, hearing: interrupts)
  }
}
