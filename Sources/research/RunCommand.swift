import ArgumentParser
import ResearchCore

/// `research run`: the whole pipeline, from a list to a report.
struct RunCommand: InterruptibleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Turn sources into a report (the default command).",
    discussion: """
      The report goes to standard output and the log to standard error; with -o FILE the report \
      goes to the file and the log to standard output.

        research urls.txt > report.md
        research urls.txt -o report.md --question "What is new?" --length short
        cat urls.txt | research - --format json --max-failed 0 > report.json
        research urls.txt --format html > report.html
        research urls.txt --compare > report.md
        research urls.txt -o report.md --records urls.jsonl --resume

      Exit codes: 0 written; 2 more failed than --max-failed, or the run was cut short by \
      --deadline; 3 no source was usable; 64 usage; \
      65, 75 the file of --records does not fit, or is in use; 66 no input; 74 not written; \
      78 a wrong template; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """
  )

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Output") var report: ReportArguments
  @OptionGroup(title: "Output") var keeping: RecordsArguments
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Content") var length: LengthOptions
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Fetching") var extraction: ExtractionOptions
  @OptionGroup(title: "Summarising") var summarising: SummarisingOptions
  @OptionGroup(title: "Summarising") var model: ModelOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Run") var comparing: ComparisonArguments
  @OptionGroup(title: "Log") var log: LogOptions
  @OptionGroup(title: "Log") var hosts: HostOptions

  func validate() throws {
    try OutputPaths.check([
      ("--output", output.path), ("--records", keeping.records), ("--events", log.events),
    ])
    if comparing.compare, bounds.sync {
      throw ValidationError("--compare runs one by one as well: leave out --sync, or --compare")
    }
    if comparing.compare, keeping.resume {
      throw ValidationError("--compare runs the whole list: leave out --resume, or --compare")
    }
  }

  mutating func run(hearing interrupts: Interrupts) async throws {
    let variables = ProcessVariables.current
    let (report, content, length, output) = (report, content, length, output)
    var configuration = Configuration(fetching, bounds, variables)
    configuration.extraction.maxNodes = extraction.maxNodes
    configuration.summarising.concurrency = summarising.summaryConcurrency
    try interrupts.opening(model.keyFile) {
      try reporting { try configuration.use(model, variables) }
    }
    (configuration.records, configuration.resumes) = (keeping.records, keeping.resume)
    configuration.report = try reporting { try report.options(content, length, variables) }
    let streams = try RunStreams(
      output,
      log,
      interrupts,
      tellsHosts: hosts.hostStats,
      deadline: configuration.deadline
    )
    configuration = configuration.counting(from: interrupts.clock)
    let destination = streams.destination
    if comparing.compare {
      let comparison = try reporting { [configuration] in try Comparison(configuration) }
      let run = CommandRun(comparison.session, streams, configuration, interrupting: comparison)
      try await run { [sources = input.sources, maxFailed = bounds.maxFailed] in
        try await interrupts.work.doing {
          let summary = try await comparison.run(sources) { try destination.write($0) }
          try destination.commit()
          return RunEnding(summary, maxFailed: maxFailed)
        }
      }
    } else {
      let session = try reporting { [configuration] in try Session(configuration) }
      try await CommandRun(session, streams, configuration)() {
        [sources = input.sources, maxFailed = bounds.maxFailed] in
        try await interrupts.work.doing {
          _ = try await session.run(sources)
          let summary = try await session.writeReport { try destination.write($0) }
          try destination.commit()
          return RunEnding(summary, maxFailed: maxFailed)
        }
      }
    }
  }
}

extension RunEnding {
  /// What a run with a report came to.
  init(_ report: ReportSummary, maxFailed: Int?) {
    code =
      report.hasUsableSource
      ? ExitStatus.code(for: report.counts, maxFailed: maxFailed) : ExitStatus.nothingUsable
    counts = report.counts
  }
}

/// Whether schedules are compared.
struct ComparisonArguments: ParsableArguments {
  @Flag(
    help: "Run one by one, with barriers and streaming, and compare: every page is fetched 3 times."
  )
  var compare = false
}

/// Where a run's records are kept beside its report.
struct RecordsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep the records too, one line of JSON a source, in a new file.",
      valueName: "file"
    )
  )
  var records: String?

  @Flag(help: "Go on from what an earlier run has left in the file of --records.")
  var resume = false

  func validate() throws {
    if resume, records == nil {
      throw ValidationError("--resume goes on from the file of --records FILE. Name it too")
    }
  }
}
