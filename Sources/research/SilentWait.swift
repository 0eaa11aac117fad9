import ArgumentParser
import Glibc

/// A wait for somebody to type a list, which is never what was meant.
enum SilentWait {
  /// Refuses to read from a terminal that nobody asked to be read.
  static func refuse(_ inputs: [String], example: String) throws {
    guard inputs.isEmpty, isatty(STDIN_FILENO) == 1 else { return }
    throw ValidationError("no input was named. For example:\n\(example)")
  }
}
