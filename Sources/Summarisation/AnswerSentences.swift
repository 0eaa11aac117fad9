/// Cuts a model's answers into sentences, by the rules that texts are cut by.
package struct AnswerSentences: Sendable {
  private let data = LanguageData()

  /// Makes the rules of all languages ready, once for any number of texts.
  package init() {}

  /// The language of a text: the one of the tag, else a guess.
  func language(of text: Span<UInt8>, tag: String?) -> String {
    LanguageData.primarySubtag(tag) ?? LanguageGuess(data).language(of: text)
  }

  /// The sentences of a plain text, in order.
  func sentences(of text: Span<UInt8>, language: String) -> [TextSentence] {
    SentenceSplitter(language: language, data: data).sentences(of: text)
  }

  /// A text without its last sentence where that has no end; what the one before cites stays.
  func withoutCutEnd(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let language = language(of: bytes.span, tag: nil)
    let whole = sentences(of: bytes.span, language: language).last { $0.isComplete }
    var end = whole?.bytes.upperBound ?? 0
    while end > 0, let further = Self.endOfMark(bytes[end...]) { end = further }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The end of a citation such as " [1, 2]" at the start of a text; nil where there is none.
  private static func endOfMark(_ text: ArraySlice<UInt8>) -> Int? {
    let rest = text.drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")),
      rest[..<end].dropFirst().contains(where: isDigit),
      rest[..<end].dropFirst().allSatisfy({ isDigit($0) || $0 == 0x20 || $0 == 0x2C })
    else { return nil }
    return end + 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
