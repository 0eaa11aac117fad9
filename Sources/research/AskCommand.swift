import ArgumentParser
import ResearchCore

/// `research ask`: a model that searches, reads and fetches until it can answer a question.
struct AskCommand: InterruptibleCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Have a model answer a question from sources, with tools.",
    discussion: """
      The model reads the sources that the question and the inputs name, searches in them, and \
      fetches what they link to, until it answers: a report whose sentences cite passages. It is \
      asked in turns; a turn's tool calls work at the same time.

        research ask "What does it eat?" urls.txt --model gpt-5-mini -o answer.md
        research ask "What is new at https://example.org/news?" --model llama3.2 \\
          --base-url http://localhost:11434/v1 --max-steps 8 > answer.md

      Exit codes: those of run; 2 also where the budget of tokens was used up.
      """
  )

  @Argument(help: "What you want to know; web addresses in it are sources.")
  var question: String

  @Argument(
    help: ArgumentHelp(
      "URLs, saved pages, lists, or - for a list on standard input.",
      valueName: "input"
    )
  )
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "The most turns of the model with tools; then it must answer.",
      valueName: "n"
    )
  )
  var maxSteps = 20

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Output") var report: ReportArguments

  @Option(
    help: ArgumentHelp(
      "Keep the records too, one line of JSON a source, in a new file.",
      valueName: "file"
    )
  )
  var records: String?

  @Option(
    help: ArgumentHelp(
      "The language of the answer, and of texts that do not say theirs.",
      valueName: "tag"
    )
  )
  var language: String?

  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions
  @OptionGroup(title: "Log") var hosts: HostOptions

  func validate() throws {
    guard question.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("the question is empty. Say what you want to know")
    }
    guard model.model != nil else {
      throw ValidationError("ask needs a model. Name one with --model NAME")
    }
    guard maxSteps > 0 else { throw ValidationError("--max-steps must be more than 0") }
    guard !sources.isEmpty else {
      throw ValidationError(
        """
        neither the question nor an input names a source. For example:
          research ask "What is new?" https://example.org/news --model NAME
        """
      )
    }
    try OutputPaths.check([
      ("--output", output.path), ("--records", records), ("--events", log.events),
    ])
  }

  /// What the question and the inputs name.
  private var sources: [SourceInput] {
    QuestionAddresses.all(in: question).map(SourceInput.source)
      + inputs.map(SourceInput.init(argument:))
  }

  mutating func run(hearing interrupts: Interrupts) async throws {
    let variables = ProcessVariables.current
    var configuration = Configuration(fetching, bounds, variables)
    configuration.extraction.maxNodes = extraction.maxNodes
    try interrupts.opening(model.keyFile) { [model] in
      try reporting { try configuration.use(model, variables) }
    }
    configuration.records = records
    var asking = Configuration.Asking()
    asking.maxSteps = maxSteps
    configuration.asking = asking
    configuration.report = try reporting { [report, question, language, length] in
      try report.options(question: question, language: language, length, variables)
    }
    let streams = try RunStreams(
      output,
      log,
      interrupts,
      tellsHosts: hosts.hostStats,
      deadline: configuration.deadline
    )
    configuration = configuration.counting(from: interrupts.clock)
    let destination = streams.destination
    let session = try reporting { [configuration] in try Session(configuration) }
    try await CommandRun(session, streams, configuration)() {
      [sources, maxFailed = bounds.maxFailed] in
      try await interrupts.work.doing {
        let asked = try await session.ask(sources)
        let summary = try await session.writeReport { try destination.write($0) }
        try destination.commit()
        var ending = RunEnding(summary, maxFailed: maxFailed)
        if asked.isCutShort, ending.code == ExitStatus.success { ending.code = ExitStatus.cutShort }
        return ending
      }
    }
  }
}
