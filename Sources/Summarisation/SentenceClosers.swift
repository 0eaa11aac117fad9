/// Finds what closes behind the marks of a sentence: quotations, brackets, the marks of footnotes.
struct SentenceClosers {
  /// French sets closing guillemets off by a space.
  private let isFrench: Bool
  /// The most bytes of a footnote's mark: "[citation needed]".
  private static let longestNote = 24

  init(language: String) { isFrench = language == "fr" }

  /// The place after all that closes a quotation, bracket or footnote mark from `start` on.
  func end(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let scalar = text.scalar(at: index)
      if Self.closes(text, scalar, at: index) {
        index += scalar.length
      } else if let end = Self.footnote(text, at: index) ?? spacedCloser(text, at: index) {
        index = end
      } else {
        break
      }
    }
    return index
  }

  /// Marks that close in one language open in another one: what a word follows at once opens.
  private static func closes(_ text: Span<UInt8>, _ scalar: ReadScalar, at index: Int) -> Bool {
    guard SentenceMark.isCloser(scalar.value) else { return false }
    guard SentenceMark.isEitherWay(scalar.value) else { return true }
    let next = index + scalar.length
    guard next < text.count else { return true }
    let kind = ScalarClass(text.scalar(at: next).value)
    return kind == .space || kind == .punctuation
  }

  /// The end of what closes behind a space: a guillemet, or a quotation mark that a space parts from
  /// all that is around it, as in texts that were cut into words.
  private func spacedCloser(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start > 0 else { return nil }
    let space = text.scalar(at: start)
    if space.value == 0x20, start + 1 < text.count, text[start + 1] == 0x22 {
      let isAlone = start + 2 == text.count || text[start + 2].isBlank || text[start + 2] == 0x2E
      return isAlone ? start + 2 : nil
    }
    guard [0xA0, 0x202F].contains(space.value) || isFrench && space.value == 0x20 else {
      return nil
    }
    let next = start + space.length
    return next < text.count && text.scalar(at: next).value == 0xBB ? next + 2 : nil
  }

  /// The end of a mark such as "[12]" or "[note 3]".
  private static func footnote(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard text[start] == 0x5B else { return nil }
    var index = start + 1
    while index < text.count, index < start + longestNote {
      let byte = text[index]
      if byte == 0x5D { return index > start + 1 ? index + 1 : nil }
      guard byte >= 0x80 || byte == 0x20 && index > start + 1 || byte.isLetterOrDigit else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The end of a footnote's number that lost its height and stands at the stop.
  static func gluedNote(_ text: Span<UInt8>, _ place: SentenceEndRules.Place) -> Int? {
    var index = place.end
    while index < text.count, index < place.end + 3, text[index].isDigit { index += 1 }
    guard index > place.end, text[place.end] != 0x30, index < text.count, text[index] == 0x20,
      place.mark > place.start + 2, Follower(text, after: index)?.isUpper == true || place.closes
    else { return nil }
    return place.closes || hasWord(text, before: place.mark) ? index : nil
  }

  /// Whether three small letters stand before a place.
  private static func hasWord(_ text: Span<UInt8>, before end: Int) -> Bool {
    var index = end
    for _ in 0..<3 {
      guard index > 0 else { return false }
      let scalar = text.scalar(before: index)
      guard CaseFolding.isLower(scalar.value) else { return false }
      index -= scalar.length
    }
    return true
  }
}
