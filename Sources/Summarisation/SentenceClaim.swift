/// What a sentence asserts: its words in their order, and the days that it names.
///
/// Two sentences of much the same words may still say the opposite. They agree where every word
/// that carries sense stands in both in the same order; the day may stand elsewhere, and who said
/// so may be left out.
struct SentenceClaim {
  private var words: [UInt64] = []
  private var kinds: [ClaimWords.Kind?] = []
  /// Weekdays, each with how many of the words stand before it.
  private var days: [Day] = []
  private var isQuestion = false

  private struct Day: Equatable {
    var key: UInt64
    var place: Int
  }

  /// So many words at most tell who said it.
  private static let longestSource = 6
  /// What stands before a weekday and says no more than that it is one, unlike "before" and "until".
  private static let dayWords = Set(
    ["on", "am", "le", "el", "op", "em", "na", "в", "во", "у"].map { PlainToken.key(of: $0) }
  )

  /// Reads the words of a sentence; `isGrammar` tells which are words of grammar.
  init(
    _ tokens: [PlainToken],
    _ text: Span<UInt8>,
    _ lists: ClaimWords,
    isGrammar: (PlainToken) -> Bool
  ) {
    for (place, token) in tokens.enumerated() {
      let kind = lists.kind(of: token.key)
      if kind == .day {
        if place > 0, Self.dayWords.contains(tokens[place - 1].key), kinds.last == .some(nil) {
          words.removeLast()
          kinds.removeLast()
        }
        days.append(Day(key: token.key, place: words.count))
      } else if kind != .article || !isGrammar(token) {
        words.append(token.isNumber ? Self.number(token, text) : token.key)
        kinds.append(token.isNumber ? .numeral : kind)
      }
    }
    if let end = tokens.last?.bytes.upperBound {
      isQuestion = (end..<min(text.count, end + 3)).contains { text[$0] == 0x3F }
    }
  }

  /// Whether nothing tells the sentences apart but case, marks, articles, and who said so.
  func agrees(with other: SentenceClaim) -> Bool {
    guard isQuestion == other.isQuestion else { return false }
    if words == other.words { return Self.areSame(days, other.days) }
    return words.count > other.words.count ? holds(other) : other.holds(self)
  }

  /// Whether the other one stands within this one, and the rest tells only who said it.
  private func holds(_ other: SentenceClaim) -> Bool {
    let rest = words.count - other.words.count
    guard rest > 0, rest <= Self.longestSource, !other.words.isEmpty else { return false }
    if isSource(0..<rest), words.dropFirst(rest).elementsEqual(other.words) {
      let kept = days.filter { $0.place >= rest }.map { Day(key: $0.key, place: $0.place - rest) }
      if Self.areSame(kept, other.days) { return true }
    }
    let end = other.words.count
    guard isSource(end..<words.count), words.dropLast(rest).elementsEqual(other.words) else {
      return false
    }
    return Self.areSame(days.filter { $0.place <= end }, other.days)
  }

  private func isSource(_ range: Range<Int>) -> Bool {
    var isSaid = false
    for kind in kinds[range] {
      if kind == .saying { isSaid = true } else if kind != nil { return false }
    }
    return isSaid
  }

  /// One day may stand anywhere; of several each belongs to what stands beside it.
  private static func areSame(_ one: [Day], _ other: [Day]) -> Bool {
    one.count == 1 && other.count == 1 ? one[0].key == other[0].key : one == other
  }

  /// The digits of a number without commas between thousands, with the signs beside it.
  private static func number(_ token: PlainToken, _ text: Span<UInt8>) -> UInt64 {
    var result = PlainToken.key(of: "0")
    for index in token.bytes
    where text[index] != 0x2C || !QuantityReader.partsThousands(index, token.bytes, text) {
      result = PlainToken.key(result, UInt32(text[index]))
    }
    if token.bytes.lowerBound > 0 {
      var before = text.scalar(before: token.bytes.lowerBound)
      if before.value == 0x20, token.bytes.lowerBound > 1 {
        before = text.scalar(before: token.bytes.lowerBound - 1)
        if !isCurrency(before.value) { return signed(result, text, after: token) }
      }
      if isCurrency(before.value) || isSign(before.value) {
        result = PlainToken.key(result, isMinus(before.value) ? 0x2D : before.value)
      }
    }
    return signed(result, text, after: token)
  }

  /// Mixes in a sign of percent, degrees or currency behind a number.
  private static func signed(_ key: UInt64, _ text: Span<UInt8>, after token: PlainToken) -> UInt64
  {
    var end = token.bytes.upperBound
    if end < text.count, text[end] == 0x20 { end += 1 }
    guard end < text.count else { return key }
    let value = text.scalar(at: end).value
    let isUnit = isCurrency(value) || [0x25, 0xB0, 0x2030].contains(value)
    return isUnit ? PlainToken.key(key, value | 1 << 31) : key
  }

  private static func isCurrency(_ value: UInt32) -> Bool {
    [0x24, 0xA2, 0xA3, 0xA5, 0xFFE5].contains(value) || (0x20A0...0x20CF).contains(value)
  }

  private static func isMinus(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x2212 || (0x2010...0x2015).contains(value)
  }

  private static func isSign(_ value: UInt32) -> Bool {
    isMinus(value)
      || [0x2B, 0x2F, 0x3A, 0x3C, 0x3E, 0x7E, 0xB1, 0x2248, 0x2264, 0x2265].contains(value)
  }
}
