/// Finds the passages that say most about the words of a query: BM25, as ``QuestionFocus`` has it.
package struct PassageFinder: ~Copyable {
  private let question: QuestionText
  private let sentences = AnswerSentences()
  private var vocabulary: Vocabulary
  private var focus = QuestionFocus()
  /// Without their texts, which may be many.
  private var passages: [Passage] = []
  private var documents: [Range<Int>] = []
  private var tokens: [Token] = []

  /// Prepares a search; nil where the query holds nothing but white space.
  package init?(_ query: String) {
    let data = LanguageData()
    guard let question = QuestionText(query, data) else { return nil }
    self.question = question
    vocabulary = Vocabulary(data)
  }

  /// Adds the passages of one source; `language` is a BCP 47 tag, guessed where it is nil.
  package mutating func add(_ added: [Passage], language: String?) {
    let sample = Array((added.first?.text ?? "").utf8)
    let language = sentences.language(of: sample.span, tag: language)
    focus.use(language: language, for: question, &vocabulary)
    let first = passages.count
    for passage in added {
      let bytes = Array(passage.text.utf8)
      tokens.removeAll(keepingCapacity: true)
      vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
      focus.add(sentence: tokens)
      var kept = passage
      kept.text = ""
      passages.append(kept)
    }
    documents.append(first..<passages.count)
  }

  /// The best passages, the best first, without their texts; those without any of the words are
  /// not among them.
  package consuming func best(_ count: Int) -> [Passage] {
    guard focus.hasHits else { return [] }
    // A neighbour's part stands beside what a passage says itself, and is none of a source's own.
    let values = focus.relevance(within: documents).values
    return values.indices.filter { values[$0] > Self.least }
      .sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
      .prefix(count).map { passages[$0] }
  }

  /// Of the best one's relevance.
  private static let least = 0.15
}
