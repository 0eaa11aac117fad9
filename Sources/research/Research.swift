import ArgumentParser
import Glibc
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
        research https://example.org/a https://example.org/b -o report.md --question "What is new?"

      Each option can also be given as a variable: RESEARCH_TIMEOUT=10s stands for --timeout 10s.
      """,
    version: "research 0.1.0",
    subcommands: [
      RunCommand.self, FetchCommand.self, ExtractCommand.self, SummariseCommand.self,
      CombineCommand.self,
    ],
    defaultSubcommand: RunCommand.self
  )

  static func main() async {
    ProcessSetup.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.isEmpty, isatty(STDIN_FILENO) == 1 {
      exit(withError: ValidationError(shortHelp))
    }
    do {
      let environment = EnvironmentOptions(.current)
      var command = try parseAsRoot(environment.completing(arguments))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  private static let shortHelp = """
    no input was named. For example:
      research urls.txt > report.md
      research https://example.org/page -o report.md
    """
}
