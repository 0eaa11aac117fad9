import ArgumentParser

/// A command that signals bring to an early end, instead of ending the program at once.
protocol InterruptibleCommand: AsyncParsableCommand {
  /// Runs the command; ends the program by throwing its exit code.
  mutating func run(hearing interrupts: Interrupts) async throws
}
