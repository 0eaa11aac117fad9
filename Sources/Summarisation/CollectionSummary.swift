/// One document of a collection, as a report has it.
package struct CollectionDocument: Sendable {
  package var id: Int
  package var text: String
  package var language: String?
  /// What of the text is no prose and is not quoted: ranges of Unicode scalars, in any order.
  package var passedOver: [Range<Int>] = []
  /// Who published it, by any names, such as its host and its site: documents with one in common
  /// count as one source for what both say.
  package var publishers: [String] = []
  /// The document's own summary, which stands for it when the collection is too large.
  package var share: [SummarySentence]

  /// Describes a document; ids rise in the order of adding.
  package init(id: Int, text: String, language: String? = nil, share: [SummarySentence] = []) {
    self.id = id
    self.text = text
    self.language = language
    self.share = share
  }
}

/// Where a document says something: offsets in Unicode scalars into its text.
package struct SentencePlace: Sendable, Equatable {
  package var document: Int
  package var start: Int
  package var end: Int

  /// Names the scalars from `start` up to `end` of a document.
  package init(document: Int, start: Int, end: Int) {
    self.document = document
    self.start = start
    self.end = end
  }
}

/// What a document says, and where.
package struct QuotedPlace: Sendable, Equatable {
  package var place: SentencePlace
  package var text: String
}

/// A sentence chosen from a collection, with all documents that say the same.
package struct ChosenSentence: Sendable, Equatable {
  package var text: String
  /// Importance within the collection, from 0 to 1.
  package var score: Double
  /// The quoted place first; then one for each other document that has it character for character,
  /// white space aside, by rising id.
  package var places: [SentencePlace]
  /// One place for each further document that says it in other words, by rising id.
  package var agreeing: [QuotedPlace]
  /// How many of these documents are independent: copies of one another count once.
  package var sources: Int

  /// Quotes a sentence from the first of its places.
  package init(
    text: String,
    score: Double,
    places: [SentencePlace],
    agreeing: [QuotedPlace] = [],
    sources: Int? = nil
  ) {
    self.text = text
    self.score = score
    self.places = places
    self.agreeing = agreeing
    self.sources = sources ?? places.count + agreeing.count
  }
}

/// What a report says about all of its documents.
package struct CollectionSummary: Sendable, Equatable {
  /// In reading order: by theme, then by document and place, but with a question what answers it
  /// best first; of one document by place.
  package var summary: [ChosenSentence] = []
  /// Most corroborated first; none nearly repeats another one or the summary.
  package var keyPoints: [ChosenSentence] = []
  /// The key points where another summary is shown than this one; nil where none was expected.
  package var pointsAlone: [ChosenSentence]?
  /// What independent documents give different values for.
  package var differences: [CollectionDifference] = []
  /// From 0 to 1, by document id.
  package var relevance: [Int: Double] = [:]
  /// Nil without a question; false when the documents do not answer it.
  package var answered: Bool?
  /// Copies of documents: id to the lowest id of its group.
  package var copies: [Int: Int] = [:]
  /// Which documents do not confirm each other, by id.
  package var independence = SourceCopies()

  /// A summary that says nothing.
  package init() {}
}
