import ArgumentParser
import FlowControl
import ResearchCore

/// `research combine`: the last stage alone.
struct CombineCommand: InterruptibleCommand {
  static let configuration = CommandConfiguration(
    commandName: "combine",
    abstract: "Turn records (files, or - for standard input) into a report.",
    discussion: """
        research combine monday.jsonl tuesday.jsonl --title "Two days" > report.md
        research summarise urls.txt | research combine - > report.md

      Exit codes: 0 written; 3 no source was usable; 64 usage; 65 not records; 66 no input; \
      74 not written; 78 a wrong template; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """
  )

  @Argument(
    help: ArgumentHelp("Files of records, or - for standard input (default: -).")
  )
  var records: [String] = []
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Output") var report: ReportArguments
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Summarising") var model: ModelOptions
  @OptionGroup(title: "Log") var log: LogOptions

  mutating func validate() throws {
    try SilentWait.refuse(records, example: "  research combine records.jsonl > report.md")
    try OutputPaths.check([("--output", output.path), ("--events", log.events)])
  }

  mutating func run(hearing interrupts: Interrupts) async throws {
    let variables = ProcessVariables.current
    let (report, content, length, output, log) = (report, content, length, output, log)
    var configuration = Configuration()
    configuration.temporaryDirectory = variables["TMPDIR"] ?? "/tmp"
    configuration.fetching.certificateFile = variables["SSL_CERT_FILE"]
    try interrupts.opening(model.keyFile) {
      try reporting { try configuration.use(model, variables) }
    }
    configuration.report = try reporting { try report.options(content, length, variables) }
    let streams = try RunStreams(output, log, interrupts)
    let destination = streams.destination
    let paths = records.isEmpty ? ["-"] : records
    let files = try reporting { try paths.map { try RecordsFile(path: $0) } }
    let session = try reporting { [configuration] in try Session(configuration) }
    try await CommandRun(session, streams, configuration)() {
      try await interrupts.work.doing {
        try await session.load(files)
        let summary = try await session.writeReport { try destination.write($0) }
        try destination.commit()
        return RunEnding(
          code: summary.hasUsableSource ? ExitStatus.success : ExitStatus.nothingUsable,
          counts: summary.counts
        )
      }
    }
  }
}
