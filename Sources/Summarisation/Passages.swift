/// A text cut into the passages that a model is given, and cites, by number.
///
/// A passage is one sentence or a few that follow each other; it ends at the end of a paragraph
/// where it is long enough, and a sentence that is too long is cut at white space where it has
/// any. All of the text that ``SentenceSplitter`` looks at is in one of them, in one pass.
package struct Passages: Sendable {
  /// Where a passage stands.
  struct Place: Sendable, Equatable {
    /// Of the text's UTF-8.
    var bytes: Range<Int>
    /// Of its Unicode scalars.
    var scalars: Range<Int>
    /// Whether a blank line or the text's end follows.
    var endsParagraph: Bool
  }

  /// In the order of the text.
  private(set) var places: [Place] = []

  /// In scalars: from here on a passage ends with its paragraph.
  static let enough = 200
  /// In scalars: from here on a passage ends with its sentence.
  static let plenty = 400
  /// In scalars: no passage is longer.
  static let most = 600

  /// Cuts a text into numbered passages with exact offsets; the numbers rise from `number`.
  ///
  /// `language` is a BCP 47 tag, guessed where it is nil; `source` is the record's index.
  package static func passages(
    of text: String,
    language: String? = nil,
    source: Int,
    startingAt number: Int = 1
  ) -> [Passage] {
    let bytes = Array(text.utf8)
    let sentences = AnswerSentences()
    let language = sentences.language(of: bytes.span, tag: language)
    let places = Passages(of: bytes.span, language: language, sentences).places
    return places.enumerated().map { index, place in
      Passage(
        number: number + index,
        source: source,
        start: place.scalars.lowerBound,
        end: place.scalars.upperBound,
        text: bytes.span.string(in: place.bytes)
      )
    }
  }

  /// Cuts a text of a language, given by its primary subtag.
  init(of text: Span<UInt8>, language: String, _ sentences: AnswerSentences) {
    var open: Place?
    for sentence in sentences.sentences(of: text, language: language) {
      for piece in Self.pieces(of: sentence, in: text) {
        guard var passage = open else {
          open = piece
          continue
        }
        let length = piece.scalars.upperBound - passage.scalars.lowerBound
        let isBorder = Self.isBorder(text, passage.bytes.upperBound..<piece.bytes.lowerBound)
        if Self.ends(passage.scalars.count, before: length, isBorder) {
          passage.endsParagraph = isBorder
          places.append(passage)
          open = piece
        } else {
          passage.bytes = passage.bytes.lowerBound..<piece.bytes.upperBound
          passage.scalars = passage.scalars.lowerBound..<piece.scalars.upperBound
          open = passage
        }
      }
    }
    if var last = open {
      last.endsParagraph = true
      places.append(last)
    }
  }

  private static func ends(_ length: Int, before longer: Int, _ isBorder: Bool) -> Bool {
    longer > most || length >= plenty || length >= enough && isBorder
  }

  /// A sentence in pieces that are no longer than a passage may be.
  private static func pieces(of sentence: TextSentence, in text: Span<UInt8>) -> [Place] {
    guard sentence.scalars.count > most else {
      return [Place(bytes: sentence.bytes, scalars: sentence.scalars, endsParagraph: false)]
    }
    var pieces: [Place] = []
    var (start, first) = (sentence.bytes.lowerBound, sentence.scalars.lowerBound)
    while start < sentence.bytes.upperBound {
      let end = cut(text, start..<sentence.bytes.upperBound)
      let last = first + text.scalarCount(in: start..<end)
      pieces.append(Place(bytes: start..<end, scalars: first..<last, endsParagraph: false))
      let next = min(text.skippingSpace(from: end), sentence.bytes.upperBound)
      first = last + text.scalarCount(in: end..<next)
      start = next
    }
    return pieces
  }

  /// Where a piece ends: before the last white space of its second half, or where it is full.
  private static func cut(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    var count = 0
    // The last run of white space in the second half begins here.
    var space: Int?
    var isSpaced = false
    while index < range.upperBound {
      if count == most { return space ?? index }
      let scalar = text.scalar(at: index)
      let isSpace = ScalarClass(scalar.value) == .space
      if isSpace, !isSpaced, count > most / 2 { space = index }
      isSpaced = isSpace
      index += scalar.length
      count += 1
    }
    return range.upperBound
  }

  /// Whether a blank line stands in what parts two sentences.
  private static func isBorder(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    var breaks = 0
    for index in gap where text[index] == 0x0A { breaks += 1 }
    return breaks > 1
  }
}
