import Summarisation

/// Judges what models wrote by the passages that it cites: by the records' texts, and nothing else.
///
/// What a record or a note says of support is never believed, because files come from anywhere.
struct SupportCheck: Sendable {
  private let judge = SupportJudge()

  /// A sentence that cites more passages, or more scalars of them, is not supported: whoever cites
  /// everything cites nothing.
  static let mostPassages = 64
  private static let mostScalars = 20_000

  /// A record's sentences that a model wrote, with the passages that there are.
  func checked(_ sentences: [Record.Sentence], of record: Record) -> [Record.Sentence] {
    let text = (record.text ?? "").unicodeScalars.map(\.self)
    return sentences.map { checked($0, in: text, record.language) }
  }

  /// Whether passages support a sentence, as far as signs tell.
  func supports(_ sentence: String, by passages: [String], language: String?) -> Bool {
    guard (1...Self.mostPassages).contains(passages.count),
      passages.reduce(0, { $0 + $1.unicodeScalars.count }) <= Self.mostScalars
    else { return false }
    return judge.score(sentence, citing: passages, language: language).isSupported
  }

  private func checked(
    _ sentence: Record.Sentence,
    in text: [Unicode.Scalar],
    _ language: String?
  ) -> Record.Sentence {
    let cited = sentence.cited
    let places = cited.prefix(Self.mostPassages).filter { text.holds($0.start, $0.end) }
    var checked = Record.Sentence(text: sentence.text)
    checked.passages = places.isEmpty ? nil : places
    let texts = places.map { text.string(from: $0.start, to: $0.end, limit: Self.mostScalars + 1) }
    checked.supported =
      places.count == cited.count && supports(sentence.text, by: texts, language: language)
    return checked
  }
}

extension Record.Sentence {
  /// The places that a sentence rests on: those that it cites, or its own.
  var cited: [Record.Place] {
    if let passages { return passages }
    guard let start, let end else { return [] }
    return [Record.Place(start: start, end: end)]
  }

  /// The sentence as one that is quoted has it.
  var quoted: Record.Sentence {
    Record.Sentence(text: text, start: start, end: end, score: score)
  }
}

extension [Unicode.Scalar] {
  /// Whether there is anything from one offset to another.
  func holds(_ start: Int, _ end: Int) -> Bool { start >= 0 && start < end && end <= count }

  /// The scalars from one offset to another, at most `limit` of them.
  func string(from start: Int, to end: Int, limit: Int = .max) -> String {
    String(String.UnicodeScalarView(self[start..<end].prefix(limit)))
  }
}
