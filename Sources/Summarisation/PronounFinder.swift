/// Finds out whether a sentence has one of some short words, such as "I".
struct PronounFinder {
  private let words: [[UInt8]]
  /// The first scalars of the words as bits, since few other words begin so.
  private let initials: UInt64
  private let functionWords: LanguageWords
  private let functionBit: UInt64

  /// Looks for the words that `lists` have for a language, given by its primary subtag; of others
  /// it finds none.
  init(_ lists: [(language: String, words: String)], language: String, data: LanguageData) {
    let list = lists.first { $0.language == language }?.words ?? ""
    words = list.utf8.split(separator: 0x20).map(Array.init)
    initials = words.reduce(0) { $0 | 1 << UInt64($1.span.scalar(at: 0).value & 63) }
    functionWords = data.functionWords
    functionBit = data.functionWords.bit(of: language)
  }

  /// Whether a range of a text has one of the words.
  func finds(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !words.isEmpty else { return false }
    var previous: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let scalar = text.scalar(at: index)
      index += scalar.length
      let kind = ScalarClass(scalar.value)
      guard kind == .letter || kind == .unspaced else { continue }
      if kind == .letter { index = wordEnd(text, index..<range.upperBound) }
      let isBegun = initials & 1 << UInt64(CaseFolding.lower(scalar.value) & 63) != 0
      if isBegun, isOne(text, start..<index, after: previous) { return true }
      if kind == .letter { previous = start..<index }
    }
    return false
  }

  private func wordEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      guard ScalarClass(scalar.value) == .letter else { break }
      index += scalar.length
    }
    return index
  }

  private func isOne(_ text: Span<UInt8>, _ range: Range<Int>, after previous: Range<Int>?) -> Bool
  {
    let word = text.lowered(range)
    guard words.contains(word) else { return false }
    // "World War I", "Henry I": a number.
    return word != [0x69] || !(previous.map { isName(text, $0) } ?? false)
  }

  private func isName(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    CaseFolding.isUpper(text.scalar(at: word.lowerBound).value)
      && functionWords.mask(of: text.lowered(word)) & functionBit == 0
  }
}
