/// Judges a model's sentence by the passages that it cites, and finds what in them bears it out.
struct CitedPlaces: Sendable {
  private let judge = SupportJudge()
  private let cutter: AnswerSentences

  /// What a sentence cites beyond it is not looked at: who cites everything cites nothing.
  static let mostPassages = 10
  /// The most sentences that a passage is narrowed to.
  static let mostSentences = 3

  /// Makes a judge that finds sentences by the rules of `cutter`.
  init(_ cutter: AnswerSentences) { self.cutter = cutter }

  /// A sentence with the places that it rests on, and whether they support it.
  ///
  /// Where the cited passages support it, these are the few sentences of them that do so by
  /// themselves, if there are such; else the passages. Places that touch are one.
  func judged(_ sentence: CitedSentence, in text: NumberedText) -> SummarySentence {
    var judged = SummarySentence(text: sentence.text, start: 0, end: 0, score: 1)
    judged.isSupported = false
    let cited = sentence.numbers.filter(text.isKnown).prefix(Self.mostPassages)
      .map { text.places[$0 - 1] }
    guard !cited.isEmpty else { return judged }
    var places = cited
    if supports(cited, sentence.text, text) {
      judged.isSupported = true
      places = narrowed(cited, sentence.text, text) ?? cited
    }
    judged.places = Self.joined(places, in: text)
    return judged
  }

  private func supports(
    _ places: [Passages.Place],
    _ sentence: String,
    _ text: NumberedText
  ) -> Bool {
    judge.score(
      sentence,
      citing: places.map { text.string($0.bytes) },
      language: text.language
    ).isSupported
  }

  /// The fewest of the best sentences that support the sentence; nil where only all of them do.
  private func narrowed(
    _ passages: [Passages.Place],
    _ sentence: String,
    _ text: NumberedText
  ) -> [Passages.Place]? {
    let places = passages.flatMap { text.sentences(of: $0, cutter) }
    guard places.count > 1 else { return nil }
    let scores = places.map { place in
      judge.score(sentence, citing: [text.string(place.bytes)], language: text.language).words
    }
    let best = places.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      .prefix(Self.mostSentences)
    for count in 1...best.count {
      let chosen = best.prefix(count).sorted().map { places[$0] }
      if supports(chosen, sentence, text) { return chosen }
    }
    return nil
  }

  private static func joined(_ places: [Passages.Place], in text: NumberedText) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    var last: Passages.Place?
    for place in places {
      if let last, text.touch(last, place) {
        joined[joined.count - 1] = joined[joined.count - 1].lowerBound..<place.scalars.upperBound
      } else {
        joined.append(place.scalars)
      }
      last = place
    }
    return joined
  }
}
