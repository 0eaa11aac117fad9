import ArgumentParser
import FlowControl
import ResearchCore

/// `research exercise`: the tutorial's exercise and its tables, run for real.
struct ExerciseCommand: InterruptibleCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Run the tutorial's exercise and tables against a server on this machine.",
    usage: "research exercise [<options>]",
    discussion: """
      Fetch five pages, summarise each, combine: one by one, behind barriers, streaming; \
      then a thousand calls on threads and in tasks. Every row is run by a process of its \
      own, and stands beside what it must take and what the tutorial says. All of it takes \
      about seven minutes.

        research exercise > exercise.md
        research exercise --scale 0.1 --only X1,X2,X3
        research exercise --format json -o exercise.json

      Exit codes: 0 written; 1 the server did not start, or too few files may be open; \
      2 written, but a row is incomplete; 64 usage; 74 not written; 129, 130, 143 ended by \
      SIGHUP, Ctrl-C, SIGTERM, with what was measured.
      """
  )

  @Option(
    help: ArgumentHelp("Multiply all delays: 0.1 for the hurried, 0.01 to 10.", valueName: "x")
  )
  var scale = 1.0

  @Option(
    help: ArgumentHelp("Run these tables only: X1 to X7, joined by commas.", valueName: "list")
  )
  var only: ExperimentList?

  @Flag(help: "Wait for the row that takes half an hour, too.")
  var full = false

  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: ArgumentHelp("The tables' form.", valueName: "form"))
  var format = ExerciseForm.markdown

  @Flag(
    name: [.customShort("q"), .long],
    help: "Tell only failures while it runs; -qq: nothing."
  )
  var quiet: Int

  func validate() throws {
    guard (0.01...10).contains(scale) else {
      throw ValidationError("--scale must be from 0.01 to 10")
    }
  }

  mutating func run(hearing interrupts: Interrupts) async throws {
    let (format, output) = (format, output)
    // Its own thread, because a slow reader of a pipe holds it up.
    let writer = Workers(threads: 1)
    let log = ExerciseLog(output.logDescriptor, quiet: quiet, on: writer)
    let planned = ExerciseResults(
      only?.experiments ?? Experiment.allCases,
      scale: scale,
      isFull: full
    )
    let destination = try reporting {
      try interrupts.opening(output.path) { try output.open(interrupts.work) }
    }
    interrupts.beforeTheEnd(destination.farewell)
    // Signals are heard until all is written, however slow its reader is.
    let run = await interrupts.cancelling {
      let results = try await ExerciseRun(log).completed(planned)
      let text = Array(try Self.text(of: results, as: format).utf8)
      try await perform(on: writer) { () throws(OutputError) in
        try destination.write(text)
        try destination.commit()
      }
      return results.completeness
    }
    let (complete, asked) = try reporting { try run.get() }
    let code = complete < asked ? ExitStatus.tooManyFailed : ExitStatus.success
    throw ExitCode(interrupts.exitCode ?? code)
  }

  private static func text(
    of results: ExerciseResults,
    as format: ExerciseForm
  ) throws -> String {
    switch format {
    case .markdown: ExerciseMarkdown(results).text
    case .json: try ExerciseJSON(results).text()
    }
  }
}

/// How the tables are written.
enum ExerciseForm: String, ExpressibleByArgument, CaseIterable {
  case markdown, json
}

/// A list of tables as it is typed: `X1,X6`.
struct ExperimentList: ExpressibleByArgument {
  let experiments: [Experiment]

  init?(argument: String) {
    let names = argument.uppercased().split(separator: ",", omittingEmptySubsequences: false)
    let found = names.map { Experiment(rawValue: String($0)) }
    guard !found.contains(nil) else { return nil }
    // Each once, and in the order of the tables.
    experiments = Experiment.allCases.filter(found.contains)
  }
}
