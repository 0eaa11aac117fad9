/// The words of a collection's sentences as they stand there.
extension CollectionIndex {
  /// What a sentence asserts.
  func claim(of sentence: Int, _ lists: ClaimWords) -> SentenceClaim {
    SentenceClaim(tokens(of: sentence), bytes.span, lists, isGrammar: grammar(of: sentence))
  }

  /// The quantities of a sentence, and its words.
  func quantities(
    of sentence: Int,
    _ lists: DifferenceWords
  ) -> (quantities: [Quantity], tokens: [PlainToken]) {
    let tokens = tokens(of: sentence)
    let reader = QuantityReader(lists.quantities, isGrammar: grammar(of: sentence))
    return (reader.quantities(of: tokens, in: bytes.span), tokens)
  }

  /// The first of these quantities, each with the words around it.
  func statements(
    _ quantities: [Quantity],
    _ tokens: [PlainToken],
    of sentence: Int,
    _ lists: DifferenceWords
  ) -> [ValueStatement] {
    guard !quantities.isEmpty else { return [] }
    let isGrammar = grammar(of: sentence)
    let stems = tokens.map { isGrammar($0) ? nil : ValueStatement.stem($0, bytes.span) }
    return quantities.prefix(ValueStatement.mostOfSentence).map {
      ValueStatement(sentence, $0, tokens, stems, lists)
    }
  }

  /// The content words that statements share, as they stand in the first, at most twelve.
  func subject(of statements: [ValueStatement]) -> String {
    guard let first = statements.first else { return "" }
    let common = statements.dropFirst().reduce(first.words) { $0.intersection($1.words) }
    var seen: Set<UInt64> = []
    let words = tokens(of: first.sentence).filter { token in
      let stem = ValueStatement.stem(token, bytes.span)
      return common.contains(stem) && seen.insert(stem).inserted
    }
    return words.prefix(12).map { bytes.span.string(in: $0.bytes) }.joined(separator: " ")
  }

  /// A range of the bytes of all sentences as text.
  func string(in range: Range<Int>) -> String { bytes.span.string(in: range) }

  private func tokens(of sentence: Int) -> [PlainToken] {
    PlainToken.all(of: bytes.span, texts[sentence])
  }

  /// Tells words of grammar in the language of a sentence.
  private func grammar(of sentence: Int) -> (PlainToken) -> Bool {
    let bit = data.functionWords.bit(of: languages[document(of: sentence)])
    return { data.functionWords.mask(of: bytes.span.lowered($0.bytes)) & bit != 0 }
  }
}
