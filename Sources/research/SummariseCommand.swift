import ArgumentParser
import ResearchCore

/// `research summarise`: stops after summarising.
struct SummariseCommand: RecordsCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarise",
    abstract: "Stop after summarising: one record a source with its summary, as JSON Lines.",
    discussion: """
        research summarise urls.txt --sentences 2 | jq -r '.summary[].text'
        research summarise urls.txt | research combine - > report.md

      Exit codes: 0 written; 2 more failed than --max-failed, or --deadline; 64 usage; 66 no input; \
      74 not written; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """,
    aliases: ["summarize"]
  )

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Summarising") var summarising: SummarisingOptions
  @OptionGroup(title: "Summarising") var model: ModelOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions
  @OptionGroup(title: "Log") var hosts: HostOptions

  mutating func run(hearing interrupts: Interrupts) async throws {
    let variables = ProcessVariables.current
    var configuration = Configuration(fetching, bounds, variables)
    configuration.extraction.maxNodes = extraction.maxNodes
    configuration.summarising.concurrency = summarising.summaryConcurrency
    try interrupts.opening(model.keyFile) {
      try reporting { try configuration.use(model, variables) }
    }
    configuration.report.question = content.question.map(QuestionAddresses.withoutCredentials)
    configuration.report.language = content.language
    configuration.report.length = length.length
    configuration.summarising.words = length.words
    configuration.summarising.sentences = length.sentences
    try await write(configuration, hearing: interrupts)
  }
}
