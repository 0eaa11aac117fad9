/// Judges by ``SupportScore`` whether passages support sentences.
package struct SupportJudge: Sendable {
  private let lexicon = SupportLexicon()

  /// Prepares a judge; it can be used for any number of sentences.
  package init() {}

  /// Judges a sentence by the passages that it cites.
  ///
  /// `language` is a BCP 47 tag; where it is nil or unknown the passages' own is guessed. The work
  /// is in proportion to the texts.
  package func score(
    _ sentence: String,
    citing passages: [String],
    language: String? = nil
  ) -> SupportScore {
    let text = Array(passages.joined(separator: "\n").utf8)
    let language = tag(language, text)
    var reader = SupportReader(lexicon, language: language)
    let said = Array(sentence.utf8)
    let words = reader.words(of: said.span)
    return compare(words, reader.words(of: text.span), language)
  }

  /// Judges a sentence by a whole text: by the few sentences of it that have most of its words.
  ///
  /// Names may stand anywhere in the text, as a sentence of it often only says "he".
  package func score(
    _ sentence: String,
    in text: String,
    language: String? = nil
  ) -> SupportScore {
    let bytes = Array(text.utf8)
    let language = tag(language, bytes)
    var reader = SupportReader(lexicon, language: language)
    let said = Array(sentence.utf8)
    let words = reader.words(of: said.span)
    let sentences = SentenceSplitter(language: language, data: lexicon.data).sentences(
      of: bytes.span
    )
    let read = sentences.map { reader.words(of: bytes.span.extracting($0.bytes)) }
    var score = compare(words, best(read, for: words).flatMap(\.self), language)
    guard !score.names.isEmpty else { return score }
    let all = SupportPassages(read.flatMap(\.self), LanguageTraits(language))
    score.names.removeAll { name in
      words.first { $0.text.elementsEqual(name.utf8) }.map { all.hasName($0) } ?? false
    }
    return score
  }

  private func tag(_ language: String?, _ text: [UInt8]) -> String {
    LanguageData.primarySubtag(language) ?? LanguageGuess(lexicon.data).language(of: text.span)
  }

  private func compare(
    _ words: [SupportWord],
    _ passages: [SupportWord],
    _ language: String
  ) -> SupportScore {
    let comparison = SupportComparison(
      words,
      SupportPassages(passages, LanguageTraits(language)),
      traits: LanguageTraits(language),
      prefixes: lexicon.prefixes[language] ?? []
    )
    return comparison.score
  }

  /// A sentence of a model draws on this many of a text at most.
  private static let mostSentences = 3

  /// The sentences that together have most of the words, in the order of the text.
  private func best(_ sentences: [[SupportWord]], for words: [SupportWord]) -> [[SupportWord]] {
    var missing = Set(words.lazy.filter { $0.kind != .function }.map(\.stem))
    var chosen: [Int] = []
    while chosen.count < Self.mostSentences, !missing.isEmpty {
      let gains = sentences.map { Set($0.lazy.map(\.stem)).intersection(missing).count }
      guard let most = gains.max(), most > 0, let index = gains.firstIndex(of: most) else { break }
      chosen.append(index)
      missing.subtract(sentences[index].map(\.stem))
    }
    return chosen.sorted().map { sentences[$0] }
  }
}
