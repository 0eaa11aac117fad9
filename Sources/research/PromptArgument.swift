import ArgumentParser
import ResearchCore

/// A prompt that a file replaces: `FILE` for the page's, `NAME=FILE` for any.
struct PromptArgument: ExpressibleByArgument {
  let prompt: ModelPrompt
  let path: String

  /// Reads `[NAME=]FILE`; a file whose own name has a `=` is given with a NAME, or as `./…`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].contains("/") {
      guard let prompt = ModelPrompt(rawValue: String(parts[0])), !parts[1].isEmpty else {
        return nil
      }
      (self.prompt, path) = (prompt, String(parts[1]))
    } else {
      guard !argument.isEmpty else { return nil }
      (prompt, path) = (.page, argument)
    }
  }
}
