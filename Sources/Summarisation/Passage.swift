/// A passage of a source as a model is given it: by a number that it is to cite.
package struct Passage: Sendable, Hashable {
  /// What it is cited by, unique within what a model is given at once; from 1.
  package var number: Int
  /// The source that it stands in, by the record's index.
  package var source: Int
  /// The offset of its first Unicode scalar in the source's text.
  package var start: Int
  /// The offset behind its last scalar.
  package var end: Int
  package var text: String

  /// Quotes the scalars from `start` up to `end` of a source.
  package init(number: Int, source: Int, start: Int, end: Int, text: String) {
    self.number = number
    self.source = source
    self.start = start
    self.end = end
    self.text = text
  }
}
