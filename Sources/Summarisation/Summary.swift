/// A sentence quoted from a text, with its place in it; one of a model's has the place 0 to 0.
package struct SummarySentence: Sendable, Equatable {
  package var text: String
  /// Offset of the first Unicode scalar in the source text.
  package var start: Int
  /// Offset after the last Unicode scalar in the source text.
  package var end: Int
  /// Importance within its text, from 0 to 1.
  package var score: Double
  /// The places of the text that a model's sentence rests on, rising; empty for a quoted one.
  package var places: [Range<Int>] = []
  /// Whether those places support a model's sentence by ``SupportScore``; nil for a quoted one.
  package var isSupported: Bool?

  /// Quotes the scalars from `start` up to `end` of a source.
  package init(text: String, start: Int, end: Int, score: Double) {
    self.text = text
    self.start = start
    self.end = end
    self.score = score
  }
}

/// The summary of one text: sentences in the order of the text.
package struct Summary: Sendable, Equatable {
  package var sentences: [SummarySentence]
  /// Primary subtag of the language that words were read in, given or guessed.
  package var language: String
  /// The model that wrote it; nil where it was quoted from the text.
  package var model: String?
  /// What the model's call cost, where the endpoint tells.
  package var usage: ChatUsage?

  /// Collects the sentences of a summary.
  package init(
    sentences: [SummarySentence],
    language: String,
    model: String? = nil,
    usage: ChatUsage? = nil
  ) {
    self.sentences = sentences
    self.language = language
    self.model = model
    self.usage = usage
  }
}
