import ArgumentParser
import ResearchCore

/// `research fetch`: stops after fetching.
struct FetchCommand: RecordsCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Stop after fetching: one record a source, as JSON Lines.",
    discussion: """
        research fetch urls.txt --bodies pages > fetched.jsonl
        research fetch https://example.org | jq .status

      Exit codes: 0 written; 2 more failed than --max-failed, or --deadline; 64 usage; 66 no input; \
      74 not written; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """
  )

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(
    help: ArgumentHelp("Keep the bodies in a folder, named by index.", valueName: "folder")
  )
  var bodies: String?
  @OptionGroup(title: "Fetching") var fetching: FetchingOptions
  @OptionGroup(title: "Run") var bounds: RunOptions
  @OptionGroup(title: "Log") var log: LogOptions
  @OptionGroup(title: "Log") var hosts: HostOptions

  mutating func run(hearing interrupts: Interrupts) async throws {
    var configuration = Configuration(fetching, bounds, .current)
    configuration.lastStep = .fetch
    configuration.fetching.bodies = bodies
    if let bodies {
      try reporting { try OutputFolder.make(at: bodies) }
    }
    try await write(configuration, hearing: interrupts)
  }
}
