/// Summarises several documents as one: the report's summary and its key points.
///
/// A function of the documents in the order of their ids and of the options. Memory is bounded:
/// above 20,000 sentences each document is represented by its best ones.
package struct CollectionSummariser {
  private let question: String?
  private let language: String?
  private let length: SummaryLength
  private let keyPoints: Int
  private let expectsOther: Bool
  private let data = LanguageData()
  private var store = CandidateStore(cap: 20_000)
  private var copies = DocumentCopies()
  private var publishers: [String: Int] = [:]

  /// Prepares a summary within `length` and at most `keyPoints` further sentences.
  ///
  /// `language` overrides the documents' own; both are guessed where they are nil. Where another
  /// summary may be shown in place of this one, `expectsOther` is true: the key points without any
  /// summary are then chosen too.
  package init(
    question: String?,
    language: String?,
    length: SummaryLength,
    keyPoints: Int,
    expectsOther: Bool = false
  ) {
    self.question = question
    self.language = LanguageData.primarySubtag(language)
    self.length = length
    self.keyPoints = keyPoints
    self.expectsOther = expectsOther
  }

  /// Adds a document; ids must rise.
  package mutating func add(_ document: CollectionDocument) {
    let bytes = Array(document.text.utf8)
    let language =
      language ?? LanguageData.primarySubtag(document.language)
      ?? LanguageGuess(data).language(of: bytes.span)
    let sentences = PassedOver(document.passedOver).prose(
      SentenceSplitter(language: language, data: data).sentences(of: bytes.span)
    )
    copies.add(bytes.span)
    store.add(
      CandidateStore.Document(
        id: document.id,
        language: language,
        length: sentences.count,
        publishers: document.publishers.map { number(of: $0) }
      ),
      bytes.span,
      sentences,
      share: document.share
    )
  }

  private mutating func number(of publisher: String) -> Int {
    if let number = publishers[publisher] { return number }
    publishers[publisher] = publishers.count
    return publishers.count - 1
  }

  /// Chooses the summary and the key points.
  package consuming func finish() -> CollectionSummary {
    let groups = copies.groups()
    let documents = store.documents
    let index = CollectionIndex(
      documents,
      store.candidates(),
      groups: groups,
      question: question,
      data: data
    )
    var choice = CollectionChoice(
      index,
      length: length,
      keyPoints: keyPoints,
      expectsOther: expectsOther
    )
    var summary = choice.summary()
    // A copy may be of one that is itself a copy in part.
    for (copy, original) in groups.copies.sorted(by: { $0.key < $1.key }) {
      summary.copies[documents[copy].id] = documents[original].id
      summary.relevance[documents[copy].id] =
        (summary.relevance[documents[original].id] ?? 0) * Self.copyRelevance
    }
    for document in documents where !document.publishers.isEmpty {
      summary.independence.publishers[document.id] = document.publishers
    }
    for (document, others) in groups.kin {
      summary.independence.kin[documents[document].id] = others.map { documents[$0].id }
    }
    return summary
  }

  /// What a copy adds to its original: it shall not crowd out other sources.
  private static let copyRelevance = 0.5
}
