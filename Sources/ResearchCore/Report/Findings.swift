package import Summarisation

/// Finds what many sources say together, from records in rising order of their indices.
struct Findings {
  private var summariser: CollectionSummariser
  private let language: String?

  /// Prepares for the records of one report, whose summary a model may write.
  init(options: ReportOptions, mayBeWritten: Bool) {
    language = options.language
    summariser = CollectionSummariser(
      question: options.question,
      // One given here would override the sources' own; `add` gives it to those without.
      language: nil,
      length: options.summaryLength,
      keyPoints: options.length.keyPoints,
      expectsOther: mayBeWritten
    )
  }

  /// Takes a usable record's text; `summary` quotes it.
  mutating func add(_ record: Record, summary: [Record.Sentence]) {
    var document = CollectionDocument(
      id: record.index,
      text: record.text ?? "",
      language: record.language ?? language,
      share: summary.compactMap(SummarySentence.init)
    )
    document.passedOver = record.passedOver
    document.publishers = record.publishers
    summariser.add(document)
  }

  /// What the sources say.
  consuming func finish() -> Result {
    let found = summariser.finish()
    return Result(
      summary: found.summary.map(Finding.init),
      keyPoints: found.keyPoints.map(Finding.init),
      pointsAlone: found.pointsAlone?.map(Finding.init),
      answered: found.answered,
      relevance: found.relevance,
      copies: found.copies,
      independence: found.independence,
      differences: found.differences.map(Difference.init)
    )
  }

  /// Sentences with their citations, and how much each source matters.
  struct Result {
    var summary: [Finding] = []
    var keyPoints: [Finding] = []
    /// The key points beside a summary that a model wrote: what the built-in one, which is not
    /// shown then, would have quoted is among them.
    var pointsAlone: [Finding]?
    var answered: Bool?
    var relevance: [Int: Double] = [:]
    /// Copies of other sources, with the first source of their kind.
    var copies: [Int: Int] = [:]
    /// Which sources do not confirm each other.
    var independence = SourceCopies()
    var differences: [Difference] = []

    /// Whether the sources answer the `question`; nil without one.
    ///
    /// A model that cites what it says has found an answer, be it in other words or languages.
    func answered(
      _ question: String?,
      _ survey: ReportSurvey,
      by written: [Finding]?
    ) -> Bool? {
      if survey.usable.isEmpty, question != nil { return false }
      let isCited = written?.contains { !$0.citations.isEmpty } ?? false
      return answered.map { $0 || isCited }
    }

    /// The `count` most relevant of `sources`, rising by index; among equals the lower index wins.
    func mostRelevant(_ count: Int, of sources: [Int]) -> [Int] {
      guard sources.count > count else { return sources }
      let ranked = sources.sorted { left, right in
        let (first, second) = (relevance[left] ?? 0, relevance[right] ?? 0)
        return first == second ? left < right : first > second
      }
      return ranked.prefix(count).sorted()
    }
  }
}

extension SummarySentence {
  /// A sentence of a record; nil where it has no place in the text.
  fileprivate init?(_ sentence: Record.Sentence) {
    guard let start = sentence.start, let end = sentence.end else { return nil }
    self.init(text: sentence.text, start: start, end: end, score: sentence.score ?? 0)
  }
}

extension Finding {
  fileprivate init(_ sentence: ChosenSentence) {
    self.init(
      text: sentence.text,
      citations: sentence.places.map(Citation.init),
      agreeing: sentence.agreeing.map { quoted in
        AgreeingPassage(citation: Citation(quoted.place), text: quoted.text)
      },
      sources: sentence.sources
    )
  }
}

extension Difference {
  fileprivate init(_ difference: CollectionDifference) {
    subject = difference.subject.oneLine(limit: 200)
    statements = difference.statements.map {
      Statement(value: $0.value.oneLine(limit: 100), finding: Finding($0.sentence))
    }
  }
}

extension Citation {
  fileprivate init(_ place: SentencePlace) {
    self.init(source: place.document, start: place.start, end: place.end)
  }
}

extension ReportOptions {
  /// The bounds of the report's summary.
  package var summaryLength: SummaryLength {
    SummaryLength(
      asked: sentences,
      words: words,
      otherwise: length.sentencesInSummary
    )
  }
}

extension SummaryLength {
  /// The bounds that were asked for; a number of sentences nobody asked for does not cut short
  /// what a number of words allows.
  init(asked sentences: Int?, words: Int?, otherwise usual: Int) {
    self.init(sentences: sentences ?? (words == nil ? usual : .max), words: words)
  }
}
