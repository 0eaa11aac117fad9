/// A word of a text, reduced to the number of its stem.
struct Token: Equatable {
  private let bits: UInt32

  init(stem: Int, isContent: Bool, isNumber: Bool = false, isUnspaced: Bool = false) {
    bits =
      UInt32(stem) << 3 | (isUnspaced ? 4 : 0) | (isNumber ? 2 : 0) | (isContent ? 1 : 0)
  }

  /// The number of the stem; equal stems of all languages share it.
  var stem: UInt32 { bits >> 3 }
  /// Whether it is a single character of a script without spaces.
  var isUnspaced: Bool { bits & 4 == 4 }
  /// Whether the word begins with a digit.
  var isNumber: Bool { bits & 2 == 2 }
  /// Whether the word carries a subject, not only grammar.
  var isContent: Bool { bits & 1 == 1 }
}

/// Reads text as tokens, and stems each distinct word of a language once.
struct Vocabulary: ~Copyable {
  private let data: LanguageData
  private var stems = WordTable()
  private var lexicons: [Lexicon] = []
  private var current = 0
  private var stemmer = Stemmer(language: "")
  private var word: [UInt8] = []
  private var stem: [UInt8] = []

  init(_ data: LanguageData) { self.data = data }

  /// Reads what follows in a language, given by its primary subtag; says whether it is new here.
  @discardableResult
  mutating func use(language: String) -> Bool {
    if current < lexicons.count, lexicons[current].language == language { return false }
    stemmer = Stemmer(language: language)
    if let known = lexicons.firstIndex(where: { $0.language == language }) {
      current = known
      return false
    }
    current = lexicons.count
    lexicons.append(Lexicon(language: language, functionBit: data.functionWords.bit(of: language)))
    return true
  }

  /// Appends the tokens of a range of a text.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    var index = range.lowerBound
    while index < range.upperBound {
      if word.isEmpty, let end = plainWordEnd(text, index..<range.upperBound),
        let number = lexicons[current].words.find(text, index..<end)
      {
        tokens.append(lexicons[current].tokens[number])
        index = end
        continue
      }
      let scalar = text.scalar(at: index)
      switch ScalarClass(scalar.value) {
      case .letter, .digit:
        word.append(scalar: CaseFolding.lower(scalar.value))
      case .unspaced:
        finishWord(into: &tokens)
        word.append(scalar: scalar.value)
        tokens.append(token(isUnspaced: true))
      case .punctuation where isDecimalMark(text, index, range.upperBound):
        word.append(UInt8(scalar.value))
      case .punctuation, .space:
        finishWord(into: &tokens)
      }
      index += scalar.length
    }
    finishWord(into: &tokens)
  }

  /// The end of an ASCII word that begins here and surely ends before the next byte; most words are such ones.
  @inline(__always)
  private func plainWordEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var end = range.lowerBound
    while end < range.upperBound, text[end].isWordByte { end += 1 }
    guard end > range.lowerBound else { return nil }
    guard end < range.upperBound else { return end }
    // A letter of another script, or a decimal mark, may go on.
    if text[end] >= 0x80 { return nil }
    let isMark = text[end] == 0x2E || text[end] == 0x2C
    return isMark && text[end - 1] &- 0x30 < 10 ? nil : end
  }

  private func isDecimalMark(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard text[index] == 0x2E || text[index] == 0x2C, index + 1 < end else { return false }
    return text[index + 1] &- 0x30 < 10 && (word.last.map { $0 &- 0x30 < 10 } ?? false)
  }

  @inline(__always)
  private mutating func finishWord(into tokens: inout [Token]) {
    if !word.isEmpty { tokens.append(token(isUnspaced: false)) }
  }

  private mutating func token(isUnspaced: Bool) -> Token {
    defer { word.removeAll(keepingCapacity: true) }
    let number = lexicons[current].words.number(word)
    if number < lexicons[current].tokens.count { return lexicons[current].tokens[number] }
    stemmer.stem(word, into: &stem)
    let isFunction = data.functionWords.mask(of: word) & lexicons[current].functionBit != 0
    let isShort = word.count < 2 || word.count == 2 && word[0] >= 0x80
    let isNumber = word[0] &- 0x30 < 10
    let token = Token(
      stem: stems.number(stem),
      isContent: !isFunction && (isUnspaced || isNumber || !isShort),
      isNumber: isNumber,
      isUnspaced: isUnspaced
    )
    lexicons[current].tokens.append(token)
    return token
  }
}

/// The words of one language that were met, and their tokens.
private struct Lexicon {
  let language: String
  let functionBit: UInt64
  var words = WordTable()
  var tokens: [Token] = []
}

extension UInt8 {
  /// An ASCII letter or digit.
  @inline(__always)
  fileprivate var isWordByte: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}
