import ArgumentParser
import FlowControl
import ResearchCore

/// `research verify`: holds a report against its records.
struct VerifyCommand: InterruptibleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Re-check every citation of a report (Markdown or JSON), offline.",
    discussion: """
        research urls.txt --records records.jsonl -o report.md
        research verify report.md --records records.jsonl

      Every sentence is looked up in the sources that it cites, and the rest of the report is made \
      again from the records. One line says what was checked; what does not hold is told by line.

      Exit codes: 0 all holds; 1 something does not; 64 usage; 65 not records; 66 a file cannot be \
      read; 129, 130, 143 ended by SIGHUP, Ctrl-C, SIGTERM.
      """
  )

  @Argument(help: ArgumentHelp("The report, or - for standard input."))
  var report: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The records that it was made from; several files as for combine.",
      valueName: "file"
    )
  )
  var records: [String]

  mutating func validate() throws {
    guard !records.isEmpty else { throw ValidationError("--records names no file") }
    if report == "-", records.contains("-") {
      throw ValidationError("only one of the report and the records can be standard input")
    }
  }

  mutating func run(hearing interrupts: Interrupts) async throws {
    // Nothing is written that a signal could leave unfinished.
    interrupts.end()
    if let code = interrupts.exitCode { throw ExitCode(code) }
    let bytes = try reporting { try ReportFile.bytes(atPath: report) }
    let files = try reporting { try records.map { try RecordsFile(path: $0) } }
    var configuration = Configuration()
    configuration.temporaryDirectory = ProcessVariables.current["TMPDIR"] ?? "/tmp"
    let session = try reporting { [configuration] in try Session(configuration) }
    let result = try await Self.verify(bytes, files, session, interrupts)
    for flaw in result.flaws { ErrorMessage.write("\(report): \(flaw)") }
    if result.flawCount > result.flaws.count {
      ErrorMessage.write("\(report): and \(result.flawCount - result.flaws.count) more")
    }
    guard result.holds else { throw ExitCode(1) }
    let line = "\(TerminalText.safe(report)): \(result.told)\n"
    try reporting {
      try OutputFile.write(Array(line.utf8), to: 1, path: "standard output")
    }
  }

  private static func verify(
    _ report: [UInt8],
    _ files: [RecordsFile],
    _ session: Session,
    _ interrupts: Interrupts
  ) async throws -> Verification {
    do {
      return try await interrupts.work.doing {
        try await session.load(files)
        return try await session.verify(report)
      }
    } catch {
      let status = ExitStatus(error)
      if let message = status.message { ErrorMessage.write(message) }
      throw ExitCode(status.code)
    }
  }
}

extension Verification {
  /// What was checked, in one line.
  fileprivate var told: String {
    let written = written == 0 ? "" : ", \(written) written by a model"
    return
      "all holds: \(sentences) sentences, \(citations) citations, \(references) references\(written)"
  }
}
