/// What a question makes of the sentences of one or several documents.
struct Relevance {
  /// By sentence, from 0 to 1.
  var values: [Double]
  /// What a sentence counts for that says nothing of the question.
  ///
  /// The less of the question the texts hold, the more such sentences are worth: what their words
  /// cannot find, the matter of the texts may.
  var floor: Double
}
