/// Why a prompt of the user's cannot be used.
package struct PromptError: Error, Sendable, Hashable {
  package let name: PromptName
  /// What is wrong, and what to do.
  package let reason: String
}
