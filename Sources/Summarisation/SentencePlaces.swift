/// Where the sentences of a text are, as a summariser would quote them.
package enum SentencePlaces {
  /// Offsets in Unicode scalars, in order; a language that is nil is guessed.
  package static func places(in text: String, language: String?) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let data = LanguageData()
    let language =
      LanguageData.primarySubtag(language) ?? LanguageGuess(data).language(of: bytes.span)
    return SentenceSplitter(language: language, data: data).sentences(of: bytes.span)
      .map(\.scalars)
  }
}
