import ArgumentParser
import FlowControl
import ResearchCore

/// The program: a list of its commands.
@main
struct Research: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "research",
    abstract: "Turns a list of URLs into one cited Markdown report, while the step log streams.",
    discussion: """
      INPUT is a URL, a saved page (.html .htm .xhtml .md), a file with one of these a line, or - \
      for such a list on standard input.

        research urls.txt > report.md
        research urls.txt -o report.md --question "What is new?"
        research https://example.org/a https://example.org/b > report.md
        research summarise urls.txt | jq .title

      'research run --help' lists the options. Each can also be given as a variable: \
      RESEARCH_TIMEOUT=10s stands for --timeout 10s.
      """,
    version: "research 0.1.0",
    subcommands: [
      RunCommand.self, FetchCommand.self, ExtractCommand.self, SummariseCommand.self,
      CombineCommand.self, VerifyCommand.self, AskCommand.self, ExerciseCommand.self,
      ExerciseRowCommand.self, ExerciseServerCommand.self,
    ],
    defaultSubcommand: RunCommand.self
  )

  static func main() async {
    ProcessSetup.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard !isChild(arguments) else { return await run(arguments, nil) }
    // Before anything else: what comes from now on is not lost.
    let interrupts = await Interrupts()
    let thread = Workers(threads: 1)
    await withDiscardingTaskGroup { group in
      group.addTask(executorPreference: thread) { await interrupts.listen() }
      await run(arguments, interrupts)
      group.cancelAll()
    }
  }

  /// Runs what the arguments say; returns only where that gives no exit code.
  private static func run(_ arguments: [String], _ interrupts: Interrupts?) async {
    do {
      var command = try parse(arguments, EnvironmentOptions(.current))
      if var command = command as? any InterruptibleCommand, let interrupts {
        try await command.run(hearing: interrupts)
      } else if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Whether a process of the exercise is asked for: it ends with its parent, and any signal ends it.
  private static func isChild(_ arguments: [String]) -> Bool {
    [ExerciseRowCommand.configuration, ExerciseServerCommand.configuration]
      .contains { $0.commandName == arguments.first }
  }

  /// Parses the arguments, and names the variable that is wrong where one is.
  private static func parse(
    _ arguments: [String],
    _ environment: EnvironmentOptions
  ) throws -> any ParsableCommand {
    try checkTopic(of: arguments)
    do {
      return try parseAsRoot(environment.completing(arguments))
    } catch {
      // Why a trial fails does not matter.
      let isRight = { (arguments: [String]) in (try? parseAsRoot(arguments)) != nil }
      if isRight(arguments),
        let variable = environment.culprit(in: arguments, isRight: isRight)
      {
        ErrorMessage.write("the variable \(variable) is wrong:")
      }
      throw error
    }
  }

  /// Throws where help is asked for on a command that there is not, for which the parser would
  /// give the help on the program.
  private static func checkTopic(of arguments: [String]) throws {
    guard arguments.first == "help", let topic = arguments.dropFirst().first,
      !topic.hasPrefix("-"), topic != "help"
    else { return }
    let isKnown = configuration.subcommands.contains { command in
      let configuration = command.configuration
      return configuration.commandName == topic || configuration.aliases.contains(topic)
    }
    if !isKnown { throw ValidationError("there is no command '\(topic)'") }
  }
}
