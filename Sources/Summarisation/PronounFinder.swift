/// Finds out whether a sentence has one of some short words, such as "I".
struct PronounFinder {
  private let words: LanguageWords
  private let functionWords: LanguageWords
  private let bit: UInt64
  private let functionBit: UInt64

  /// Looks for the words of a language, given by its primary subtag; of others it finds none.
  init(_ words: LanguageWords, language: String, data: LanguageData) {
    self.words = words
    functionWords = data.functionWords
    bit = words.bit(of: language)
    functionBit = data.functionWords.bit(of: language)
  }

  /// Whether a range of a text has one of the words.
  func finds(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard bit != 0 else { return false }
    var word: [UInt8] = []
    var isUpper = false
    var isNamed = false
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let kind = ScalarClass(scalar.value)
      if kind == .letter {
        let lower = CaseFolding.lower(scalar.value)
        if word.isEmpty { isUpper = lower != scalar.value }
        word.append(scalar: lower)
        if index < range.upperBound { continue }
      }
      if !word.isEmpty {
        if isOne(word, afterName: isNamed) { return true }
        isNamed = isUpper && functionWords.mask(of: word) & functionBit == 0
        word.removeAll(keepingCapacity: true)
      }
      guard kind == .unspaced else { continue }
      word.append(scalar: scalar.value)
      if isOne(word, afterName: false) { return true }
      word.removeAll(keepingCapacity: true)
    }
    return false
  }

  private func isOne(_ word: [UInt8], afterName: Bool) -> Bool {
    // "World War I", "Henry I": a number.
    if afterName, word == [0x69] { return false }
    return words.mask(of: word) & bit != 0
  }
}
