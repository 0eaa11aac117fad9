/// Decides whether a mark ends its sentence, by what stands before and after it.
struct SentenceEndRules {
  let words: SentenceWords
  private let language: String
  private let data: LanguageData
  /// Whether the language writes ordinals with a stop, as German does before the name of a month.
  private let hasOrdinals: Bool
  /// Whether it writes Roman ordinals with a stop, as Czech does behind the names of kings.
  private let hasRomanOrdinals: Bool
  /// Whether dates are written as three numbers with stops.
  private let hasDateChains: Bool
  /// A mark of ASCII that ends sentences in this language alone; 0 where there is none.
  let ownMark: UInt8

  /// Makes the rules for a language, given by its primary subtag.
  init(language: String, data: LanguageData) {
    self.data = data
    self.language = language
    words = SentenceWords(language: language, data: data)
    hasOrdinals = ["de", "da", "no", "cs", "tr", "et", "lv", "hr", "sl", "sk", "is", "sr"]
      .contains(language)
    hasRomanOrdinals = hasOrdinals || ["hu", "fi", "pl"].contains(language)
    hasDateChains = language == "ko" || language == "hu"
    ownMark = Self.ownMark(of: language)
  }

  /// The mark of ASCII that ends sentences in a language alone; 0 where there is none.
  static func ownMark(of language: String) -> UInt8 {
    language == "el" ? 0x3B : language == "hy" ? 0x3A : 0
  }

  /// Where a mark stands: bytes of the text.
  struct Place {
    var start: Int
    var mark: Int
    /// After the marks, and after the quotations and brackets that close behind them.
    var afterMarks: Int
    var end: Int
    var isSingleStop: Bool

    /// Whether a quotation or bracket closes behind the mark.
    var closes: Bool { end > afterMarks }
  }

  /// Whether the sentence ends at `place.end`.
  func isEnd(_ text: Span<UInt8>, _ mark: SentenceMark, _ place: Place) -> Bool {
    guard place.end < text.count else { return true }
    let next = text.scalar(at: place.end)
    if mark == .wide { return !place.closes || !goesOn(text, next.value, at: place.end) }
    guard Self.hasWords(text, place.start..<place.mark) else { return false }
    guard ScalarClass(next.value) == .space else {
      return isEndWithoutSpace(text, mark, place, next)
    }
    guard let follower = Follower(text, after: place.end) else { return true }
    if follower.isEnumerator {
      let token = StopToken(text, before: place.mark, notBefore: place.start)
      return !place.isSingleStop || words.kind(of: token) == .plain
    }
    if follower.isLower {
      guard !place.closes, isSmall(text, place) else { return false }
      return !place.isSingleStop || isFullStop(text, place, follower)
    }
    if place.closes, follower.isAnswer { return false }
    if !place.isSingleStop { return !words.goesOn(text, mark, follower, closes: place.closes) }
    return place.closes
      ? isEndOfBracket(text, place, follower) : isFullStop(text, place, follower)
  }

  /// Whether a stop before closing marks ends: not that of an abbreviation in brackets.
  private func isEndOfBracket(_ text: Span<UInt8>, _ place: Place, _ follower: Follower) -> Bool {
    guard text[place.afterMarks] == 0x29 else { return true }
    let token = StopToken(text, before: place.mark, notBefore: place.start)
    let isPlain = words.kind(of: token) == .plain && !token.isInitials
    return isPlain || words.starts(text, follower, after: token)
  }

  /// Whether the sentence begins with a small letter, as in texts without capitals.
  private func isSmall(_ text: Span<UInt8>, _ place: Place) -> Bool {
    guard place.isSingleStop, CaseFolding.isLower(text.scalar(at: place.start).value) else {
      return false
    }
    return Follower(text, after: place.start)?.isLower ?? false
  }

  private func isFullStop(_ text: Span<UInt8>, _ place: Place, _ follower: Follower) -> Bool {
    let token = StopToken(text, before: place.mark, notBefore: place.start)
    if token.word.isEmpty { return !Self.isThaiAbbreviation(text, place) }
    if token.shape.isNumber { return isEndAfter(number: token, text, follower) }
    if token.isFirst, token.shape.letters == 1 || token.shape.isRoman { return false }
    switch words.kind(of: token) {
    case .title:
      guard language == "en", token.isLower, token.shape.letters == token.word.count else {
        return false
      }
      return words.starts(text, follower, after: token)
    case .numbered: return !follower.isDigit && !follower.isRoman && !follower.isInitial
    case .closing: return follower.isUpper && !words.isAfterHours(follower)
    case .place: return !follower.hasOpener
    case .other: return words.starts(text, follower, after: token)
    case .plain:
      guard token.isInitials || token.shape.isRoman && hasRomanOrdinals else { return true }
      if words.isWritten(token, with: follower) { return false }
      // A unit behind a number is no initial.
      if token.shape.letters == 1, token.isLower, token.followsDigit, !follower.isDigit {
        return true
      }
      return words.starts(text, follower, after: token)
    }
  }

  private func isEndAfter(number: StopToken, _ text: Span<UInt8>, _ follower: Follower) -> Bool {
    if number.isFirst { return false }
    if hasDateChains { return !follower.isDigit && !number.followsNumber }
    // "3:2." and "4,5." are no ordinals, and what an abbreviation stands before is none.
    guard hasOrdinals, number.word.count <= 2, number.before != 0x3A, number.before != 0x2C,
      !words.isNumbered(number.previous)
    else { return true }
    return words.starts(text, follower, after: number)
  }

  /// Whether anything but marks stands in the range, of which no more than its beginning is read.
  private static func hasWords(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 12 else { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      let kind = ScalarClass(scalar.value)
      if kind == .letter || kind == .digit || kind == .unspaced { return true }
      index += scalar.length
    }
    return false
  }
}
