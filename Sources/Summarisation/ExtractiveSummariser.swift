/// The built-in summariser: quotes the sentences of a text that cover its concepts best.
package struct ExtractiveSummariser: Summariser {
  private let length: SummaryLength
  private let data = LanguageData()
  /// How many sentences are read between two looks at cancellation.
  private static let stride = 256

  /// Makes a summariser whose summaries stay within `length`.
  package init(length: SummaryLength) { self.length = length }

  /// Summarises a text; throws `CancellationError` soon after the task is cancelled.
  package func summarise(_ text: SourceText) async throws -> Summary {
    try summary(of: text) { try Task.checkCancellation() }
  }

  /// Summarises a text, cancelled or not.
  package func summary(of text: SourceText) -> Summary {
    summary(of: text) {}
  }

  /// Summarises a text, and looks at `checkpoint` at least once in 256 sentences.
  func summary(
    of text: SourceText,
    checkpoint: () throws -> Void
  ) rethrows -> Summary {
    try checkpoint()
    let (bytes, isCut) = Self.beginning(of: text.text)
    let language =
      LanguageData.primarySubtag(text.language) ?? LanguageGuess(data).language(of: bytes.span)
    var sentences = SentenceSplitter(language: language, data: data).sentences(of: bytes.span)
    // The last sentence of a text that is not read to its end may be cut within a word.
    if isCut, sentences.count > 1 { sentences.removeLast() }
    sentences = PassedOver(text.passedOver).prose(sentences)
    try checkpoint()
    var vocabulary = Vocabulary(data)
    vocabulary.use(language: language)
    var focus: QuestionFocus?
    if let question = QuestionText(text.question, data) {
      focus = QuestionFocus()
      focus?.use(language: language, for: question, &vocabulary)
    }
    let speaker = focus.map { _ in FirstPerson(language: language, data: data) }
    let dialogue = focus == nil ? Dialogue(language: language, data: data) : nil
    var index = ConceptIndex()
    index.beginDocument(length: sentences.count)
    var tokens: [Token] = []
    for (place, sentence) in sentences.enumerated() {
      if place % Self.stride == 0 { try checkpoint() }
      tokens.removeAll(keepingCapacity: true)
      vocabulary.read(bytes.span, sentence.bytes, into: &tokens)
      var entry = Self.entry(sentence, place, bytes.span)
      entry.isPersonal = speaker?.speaks(in: bytes.span, sentence.bytes) ?? false
      entry.isTalk = dialogue?.speaks(in: bytes.span, sentence.bytes) ?? false
      index.add(entry, tokens)
      focus?.add(sentence: tokens)
    }
    // A text that says nothing of the question is summarised as if none were asked.
    if let asked = focus, !asked.hasHits { focus = nil }
    if let focus { index.mark(asked: focus.asked) }
    let chosen = try choose(index, focus, checkpoint)
    return Summary(
      sentences: chosen.map { Self.quote(sentences[$0.sentence], $0.score, bytes.span) },
      language: language
    )
  }

  /// The best sentences in the order of the text, with their scores.
  private func choose(
    _ index: ConceptIndex,
    _ focus: QuestionFocus?,
    _ checkpoint: () throws -> Void
  ) rethrows -> [(sentence: Int, score: Double)] {
    let parameters = focus == nil ? RankParameters.single : .question
    let rank = SentenceRank(
      index,
      parameters,
      relevance: focus?.relevance(within: index.documents)
    )
    try checkpoint()
    var greedy = GreedyChoice(index, rank)
    let usual = index.entries.indices.filter {
      parameters.sentenceLengths.contains(index.entries[$0].words)
    }
    var chosen = try greedy.choose(
      from: usual,
      sentences: length.sentences,
      words: length.words,
      checkpoint: checkpoint
    )
    if chosen.isEmpty {
      chosen = try greedy.choose(
        from: index.entries.indices,
        sentences: length.sentences,
        words: length.words,
        checkpoint: checkpoint
      )
    }
    let greatest = rank.gains.max() ?? 0
    return chosen.sorted().map { ($0, greatest > 0 ? min(1, rank.gains[$0] / greatest) : 0) }
  }
}

extension ExtractiveSummariser {
  /// As much of a text as is read, whole characters, and whether there is more.
  private static func beginning(of text: String) -> (bytes: [UInt8], isCut: Bool) {
    var bytes = Array(text.utf8.prefix(SentenceSplitter.mostBytes + 1))
    let end = bytes.span.scalarBoundary(atMost: SentenceSplitter.mostBytes)
    let isCut = end < bytes.count
    bytes.removeLast(bytes.count - end)
    return (bytes, isCut)
  }

  private static func entry(
    _ sentence: TextSentence,
    _ place: Int,
    _ text: Span<UInt8>
  ) -> ConceptIndex.Entry {
    ConceptIndex.Entry(
      place: place,
      words: WordCount.words(in: text, sentence.bytes),
      isComplete: sentence.isComplete,
      isQuestion: sentence.isQuestion
    )
  }

  private static func quote(
    _ sentence: TextSentence,
    _ score: Double,
    _ text: Span<UInt8>
  ) -> SummarySentence {
    SummarySentence(
      text: text.string(in: sentence.bytes),
      start: sentence.scalars.lowerBound,
      end: sentence.scalars.upperBound,
      score: score
    )
  }
}
