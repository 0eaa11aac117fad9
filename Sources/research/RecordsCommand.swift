import ArgumentParser
import ResearchCore

/// A command that ends with a stage, and writes a record a source.
protocol RecordsCommand: InterruptibleCommand {
  var input: InputArguments { get }
  var output: OutputOptions { get }
  var fetching: FetchingOptions { get }
  var bounds: RunOptions { get }
  var log: LogOptions { get }
  var hosts: HostOptions { get }
}

extension RecordsCommand {
  mutating func validate() throws {
    try OutputPaths.check([("--output", output.path), ("--events", log.events)])
  }

  /// Runs the stages of `configuration`, and writes what they give.
  func write(
    _ configuration: Configuration,
    as form: RecordForm = .records,
    hearing interrupts: Interrupts
  ) async throws {
    let run = try RecordsRun(
      configuration,
      output,
      log,
      interrupts,
      tellsHosts: hosts.hostStats,
      form: form
    )
    try await run(input.sources, maxFailed: bounds.maxFailed)
  }
}
