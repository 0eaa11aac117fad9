/// A passage that says what a finding says, in other words.
package struct AgreeingPassage: Sendable, Hashable {
  package var citation: Citation
  /// As it stands in its source.
  package var text: String
  /// The host of its source, or a document's name, as plain text; empty until it is looked up.
  package var site = ""
  /// A link that opens a browser on the passage; nil where there is none.
  package var link: String?
}
