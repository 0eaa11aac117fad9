/// A matter for which independent sources give different values.
package struct Difference: Sendable, Hashable {
  /// What the values are of, in words that the statements share: one line of plain text.
  package var subject: String
  /// Two or more, by rising index of their first source.
  package var statements: [Statement]

  /// A quoted sentence, and the value that it gives.
  package struct Statement: Sendable, Hashable {
    /// As it stands in the sentence.
    package var value: String
    package var finding: Finding
  }
}
