/// A matter for which independent documents of a collection give different values.
package struct CollectionDifference: Sendable, Equatable {
  /// What the values are of, in words that all of the statements share.
  package var subject: String
  /// Two or more, by rising id of the first document.
  package var statements: [Statement]

  /// A sentence with the value that it gives, as it stands there.
  package struct Statement: Sendable, Equatable {
    package var value: String
    package var sentence: ChosenSentence
  }
}
