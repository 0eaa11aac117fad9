/// Decides whether a mark ends its sentence, by what stands before and after it.
struct SentenceEndRules {
  private let data: LanguageData
  private let titleBit: UInt64
  private let abbreviationBit: UInt64
  private let functionBit: UInt64
  /// Whether the language writes ordinals with a stop, as German does in "5. Mai"
  private let hasOrdinals: Bool
  private let closesInward: Bool
  private let isFrench: Bool

  init(language: String, data: LanguageData) {
    self.data = data
    titleBit = data.titles.bit(of: language) | data.titles.bit(of: "any")
    abbreviationBit = data.abbreviations.bit(of: language) | data.abbreviations.bit(of: "any")
    functionBit = data.functionWords.bit(of: language)
    isFrench = language == "fr"
    closesInward = ["de", "da", "no", "cs", "sk", "sl", "hr", "bg", "lt", "et", "is"]
      .contains(language)
    hasOrdinals = ["de", "da", "no", "fi", "cs", "hu", "tr", "pl", "et", "lv", "hr", "sl", "sk"]
      .contains(language)
  }

  /// Where a mark stands: bytes of the text.
  struct Place {
    var start: Int
    var mark: Int
    /// After the marks, and after the quotations and brackets that close behind them.
    var afterMarks: Int
    var end: Int
    var isSingleStop: Bool
  }

  /// Whether the sentence ends at `place.end`.
  func isEnd(_ text: Span<UInt8>, _ mark: SentenceMark, _ place: Place) -> Bool {
    guard place.end < text.count else { return true }
    let next = text.scalar(at: place.end)
    if mark == .wide { return isEndOfWide(place, next.value) }
    guard ScalarClass(next.value) == .space else { return isEndWithoutSpace(text, mark, place) }
    guard let follower = Follower(text, after: place.end) else { return true }
    if follower.isLower { return false }
    return !place.isSingleStop || place.end > place.afterMarks || isFullStop(text, place, follower)
  }

  /// A quotation that goes on as part of its sentence ("…」と言った") does not end it.
  private func isEndOfWide(_ place: Place, _ next: UInt32) -> Bool {
    place.end == place.afterMarks || !(0x3040...0x309F).contains(next)
  }

  /// Pages lose the space between sentences where they lost a line break.
  private func isEndWithoutSpace(_ text: Span<UInt8>, _ mark: SentenceMark, _ place: Place) -> Bool
  {
    let next = text.scalar(at: place.end)
    if ScalarClass(next.value) == .unspaced {
      guard place.mark > place.start else { return false }
      return mark == .strong || ScalarClass(text.scalar(before: place.mark).value) == .unspaced
    }
    guard CaseFolding.isUpper(next.value), place.mark > place.start else { return false }
    let previous = text.scalar(before: place.mark).value
    guard CaseFolding.isLower(previous) || previous == 0x29 else { return false }
    guard mark == .stop, place.end == place.afterMarks else { return true }
    return Follower(text, after: place.end).map { startsSentence($0) } ?? false
  }

  private func isFullStop(_ text: Span<UInt8>, _ place: Place, _ follower: Follower) -> Bool {
    let token = StopToken(text, before: place.mark, notBefore: place.start)
    if token.isNumber {
      if token.isFirst { return false }
      return !hasOrdinals || token.word.count > 2 || startsSentence(follower)
    }
    if data.titles.mask(of: token.word) & titleBit != 0 { return false }
    if data.numbered.mask(of: token.word) != 0 { return !follower.isDigit }
    guard
      token.isInitials || data.abbreviations.mask(of: token.word) & abbreviationBit != 0
    else { return true }
    return startsSentence(follower)
  }

  /// Whether a function word with a capital follows, such as nothing but a new sentence has.
  private func startsSentence(_ follower: Follower) -> Bool {
    guard follower.isUpper, follower.word.count > 1 else { return false }
    return data.functionWords.mask(of: follower.word) & functionBit != 0
  }

  /// The place after all that closes a quotation, bracket or footnote mark from `start` on.
  func skipClosers(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let scalar = text.scalar(at: index)
      if closes(scalar.value) {
        index += scalar.length
      } else if let end = Self.footnote(text, at: index) ?? spacedCloser(text, at: index) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// German closes quotations with the marks that others open them with.
  private func closes(_ value: UInt32) -> Bool {
    guard SentenceMark.isCloser(value) else { return false }
    return closesInward || value != 0x201C && value != 0xAB
  }

  /// The end of a guillemet that French sets off by a space.
  private func spacedCloser(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard isFrench, start > 0 else { return nil }
    let space = text.scalar(at: start)
    guard ScalarClass(space.value) == .space, space.value != 0x0A else { return nil }
    let next = start + space.length
    return next < text.count && text.scalar(at: next).value == 0xBB ? next + 2 : nil
  }

  /// The end of a mark such as "[12]".
  private static func footnote(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard text[start] == 0x5B else { return nil }
    var index = start + 1
    while index < text.count, index < start + 5, text[index] &- 0x30 < 10 { index += 1 }
    guard index > start + 1, index < text.count, text[index] == 0x5D else { return nil }
    return index + 1
  }
}

extension SentenceEndRules {
  /// How a sentence ends.
  enum Ending {
    case none, mark, question
  }

  /// What the last characters of a sentence say, closing marks left aside.
  static func ending(_ text: Span<UInt8>, _ range: Range<Int>) -> Ending {
    var end = range.upperBound
    while end > range.lowerBound {
      let scalar = text.scalar(before: end)
      let isDigit = scalar.value &- 0x30 < 10 && end < range.upperBound
      guard SentenceMark.isCloser(scalar.value) || isDigit || scalar.value == 0x5B else {
        return ending(with: scalar.value)
      }
      end -= scalar.length
    }
    return .none
  }

  private static func ending(with value: UInt32) -> Ending {
    switch value {
    case 0x3F, 0xFF1F, 0x61F: .question
    case 0x3A, 0xFF1A: .mark
    // Thai and Lao have no mark to end with.
    case 0x0E00...0x0EFF: .mark
    default: SentenceMark(value) == nil ? .none : .mark
    }
  }
}
