/// A question as it stands, to be read in the languages of the sources.
struct QuestionText {
  private let bytes: [UInt8]
  /// Its own language, by a guess; English where nothing tells.
  let language: String
  /// The places of the words that are names, by their capitals, and of numbers such as years.
  private(set) var names: Set<Int> = []
  private(set) var numbers: Set<Int> = []

  /// So many function words make a guess of the language sure enough.
  private static let sureWords = 2
  private static let numberDigits = 3
  private static let capitalisingNouns: Set<String> = ["de", "lb"]

  /// Reads a question; nil where there is none but white space.
  init?(_ text: String?, _ data: LanguageData) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    let bytes = Array(text.utf8)
    let language = LanguageGuess(data).language(of: bytes.span)
    (self.bytes, self.language) = (bytes, language)
    findNames(in: bytes.span, data)
  }

  /// The question's tokens as they read in a language, which `vocabulary` uses from here on.
  ///
  /// What is but grammar in the question's own language is so in all: "the" is no subject of an
  /// Italian page.
  func tokens(in language: String, _ vocabulary: inout Vocabulary) -> [Token] {
    let own = read(self.language, &vocabulary)
    let tokens = read(language, &vocabulary)
    let grammar = own.count { !$0.isContent }
    guard grammar >= Self.sureWords, grammar > tokens.count(where: { !$0.isContent }) else {
      return tokens
    }
    return zip(tokens, own).map { $1.isContent ? $0 : $0.asGrammar }
  }

  private func read(_ language: String, _ vocabulary: inout Vocabulary) -> [Token] {
    var tokens: [Token] = []
    vocabulary.use(language: language)
    vocabulary.read(bytes.span, 0..<bytes.count, into: &tokens)
    return tokens
  }

  /// Capitals say nothing at the beginning of a sentence, in a headline, and where nouns have them.
  private mutating func findNames(in text: Span<UInt8>, _ data: LanguageData) {
    let words = PlainToken.all(of: text, 0..<text.count)
    let bit = data.functionWords.bit(of: language)
    var isHeadline = Self.capitalisingNouns.contains(language)
    for (place, word) in words.enumerated() {
      if Self.isLongNumber(text, word) { numbers.insert(place) }
      guard word.isCapitalised, place > 0, !Self.endsSentence(text, words[place - 1], word) else {
        continue
      }
      let isGrammar = data.functionWords.mask(of: text.lowered(word.bytes)) & bit != 0
      if isGrammar { isHeadline = true } else { names.insert(place) }
    }
    if isHeadline { names = [] }
  }

  private static func isLongNumber(_ text: Span<UInt8>, _ word: PlainToken) -> Bool {
    guard word.bytes.count >= numberDigits else { return false }
    for index in word.bytes where text[index] &- 0x30 >= 10 { return false }
    return true
  }

  /// Whether a mark that ends sentences, or a colon, stands between two words.
  private static func endsSentence(
    _ text: Span<UInt8>,
    _ one: PlainToken,
    _ next: PlainToken
  ) -> Bool {
    for index in one.bytes.upperBound..<next.bytes.lowerBound {
      if [0x21, 0x2E, 0x3A, 0x3F].contains(text[index]) { return true }
    }
    return false
  }
}

extension Token {
  /// The same word, carrying no subject.
  fileprivate var asGrammar: Token {
    Token(stem: Int(stem), isContent: false, isNumber: isNumber, isUnspaced: isUnspaced)
  }
}
