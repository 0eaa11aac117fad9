/// Cuts a model's answers into sentences, by the rules that texts are cut by.
struct AnswerSentences: Sendable {
  private let data = LanguageData()

  /// The language of a text: the one of the tag, else a guess.
  func language(of text: Span<UInt8>, tag: String?) -> String {
    LanguageData.primarySubtag(tag) ?? LanguageGuess(data).language(of: text)
  }

  /// The sentences of a plain text, in order.
  func sentences(of text: Span<UInt8>, language: String) -> [TextSentence] {
    SentenceSplitter(language: language, data: data).sentences(of: text)
  }

  /// A text without its last sentence where that has no end.
  func withoutCutEnd(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let language = language(of: bytes.span, tag: nil)
    let whole = sentences(of: bytes.span, language: language).last { $0.isComplete }
    return String(decoding: bytes[..<(whole?.bytes.upperBound ?? 0)], as: UTF8.self)
  }
}
