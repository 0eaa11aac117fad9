/// A page's text in passages, as a prompt shows them and an answer cites them: numbered from 1.
struct NumberedText: Sendable {
  /// The primary subtag of the text's language, given or guessed.
  let language: String
  let places: [Passages.Place]
  private let bytes: [UInt8]

  /// Cuts a text into passages, in one pass.
  init(_ text: SourceText, _ sentences: AnswerSentences) {
    let bytes = Array(text.text.utf8)
    let language = sentences.language(of: bytes.span, tag: text.language)
    places = Passages(of: bytes.span, language: language, sentences).places
    (self.bytes, self.language) = (bytes, language)
  }

  /// The passages of a range, from 0, a line each with its number before it.
  func lines(_ range: Range<Int>) -> String {
    range.map { "[\($0 + 1)] \(PromptLine.text(string(places[$0].bytes)))\n" }.joined()
  }

  /// About how many tokens a passage takes in a prompt.
  func tokens(of index: Int) -> Int {
    TokenEstimate.tokens(in: Array(bytes[places[index].bytes])) + 4
  }

  /// Whether a passage has a number.
  func isKnown(_ number: Int) -> Bool { places.indices.contains(number - 1) }

  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String { bytes.span.string(in: range) }

  /// The sentences of a passage, by their places in the whole text.
  func sentences(of passage: Passages.Place, _ cutter: AnswerSentences) -> [Passages.Place] {
    let text = bytes.span.extracting(passage.bytes)
    return cutter.sentences(of: text, language: language).map {
      let (byte, scalar) = (passage.bytes.lowerBound, passage.scalars.lowerBound)
      return Passages.Place(
        bytes: byte + $0.bytes.lowerBound..<byte + $0.bytes.upperBound,
        scalars: scalar + $0.scalars.lowerBound..<scalar + $0.scalars.upperBound,
        endsParagraph: false
      )
    }
  }

  /// Whether nothing but white space stands between two places.
  func touch(_ one: Passages.Place, _ other: Passages.Place) -> Bool {
    guard one.bytes.upperBound < other.bytes.lowerBound else { return true }
    // Two paragraphs are parted by two bytes; more than a few are no gap within a text.
    let gap = one.bytes.upperBound..<other.bytes.lowerBound
    return gap.count <= 8 && gap.allSatisfy { bytes[$0] <= 0x20 }
  }
}
