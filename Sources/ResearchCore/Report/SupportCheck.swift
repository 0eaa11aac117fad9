import Summarisation

/// Judges what models wrote by the passages that it cites: by the records' texts, and nothing else.
///
/// What a record or a note says of support is never believed, because files come from anywhere.
struct SupportCheck: Sendable {
  private let judge = SupportJudge()

  /// A sentence that cites more passages, or more scalars of them, is not supported: whoever cites
  /// everything cites nothing.
  static let mostPassages = 64
  static let mostScalars = 20_000
  /// Of a page or a report; what a file says beyond it is neither judged nor shown.
  static let mostSentences = 200

  /// A record's sentences that a model wrote, with the passages that there are.
  func checked(_ sentences: [Record.Sentence], of record: Record) -> [Record.Sentence] {
    let text = (record.text ?? "").unicodeScalars.map(\.self)
    return sentences.prefix(Self.mostSentences).map { checked($0, in: text, record.language) }
  }

  /// Whether passages support a sentence, as far as signs tell.
  func supports(_ sentence: String, by passages: CitedPassages, language: String?) -> Bool {
    guard let texts = passages.texts else { return false }
    return judge.score(sentence, citing: texts, language: language).isSupported
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
    var passages = CitedPassages()
    for place in places { passages.add(text, from: place.start, to: place.end) }
    checked.supported =
      places.count == cited.count && supports(sentence.text, by: passages, language: language)
    return checked
  }
}

/// The texts that a sentence cites, of which no more is copied than a judgement looks at.
struct CitedPassages {
  private var all: [String] = []
  private var left = SupportCheck.mostScalars
  private var isTooMuch = false

  /// The passages; nil where there is none, or too much of them.
  var texts: [String]? { all.isEmpty || isTooMuch ? nil : all }

  /// Adds what a text holds from one offset to another.
  mutating func add(_ text: [Unicode.Scalar], from start: Int, to end: Int) {
    guard !isTooMuch, all.count < SupportCheck.mostPassages, end - start <= left else {
      isTooMuch = true
      return
    }
    left -= end - start
    all.append(text.string(from: start, to: end))
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

  /// The scalars from one offset to another.
  func string(from start: Int, to end: Int) -> String {
    String(String.UnicodeScalarView(self[start..<end]))
  }
}
