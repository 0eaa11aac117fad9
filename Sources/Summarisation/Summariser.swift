package import FlowControl

/// Turns a text into a few of its sentences, or into sentences about it.
package protocol Summariser: Sendable {
  /// Summarises a text; throws `CancellationError` soon after the task is cancelled.
  func summarise(_ text: SourceText) async throws -> Summary
}

/// A text to summarise, with what is known about it.
package struct SourceText: Sendable {
  package var text: String
  package var language: String?
  package var question: String?
  package var title: String?
  /// What of it is no prose and is not quoted: ranges of Unicode scalars, in any order.
  package var passedOver: [Range<Int>] = []
  /// Where it came from, for a model to know.
  package var address: String?
  /// How soon it wants its turn where a summariser has to wait for one.
  package var priority = Priority.normal

  /// Describes a text; `language` is a BCP 47 tag, guessed from the text when it is nil.
  package init(
    text: String,
    language: String? = nil,
    question: String? = nil,
    title: String? = nil,
    address: String? = nil
  ) {
    self.text = text
    self.language = language
    self.question = question
    self.title = title
    self.address = address
  }
}

/// Upper bounds of a summary, which are never exceeded.
///
/// A word is a run between white space; in scripts without spaces two characters count as one.
package struct SummaryLength: Sendable, Equatable {
  package var sentences: Int
  package var words: Int?

  /// Bounds a summary by sentences and, unless nil, by words as well.
  package init(sentences: Int, words: Int? = nil) {
    self.sentences = sentences
    self.words = words
  }
}
