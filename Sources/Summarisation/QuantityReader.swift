import Glibc

/// Reads the amounts, dates and years of a sentence; what may be a name, a score or a range is left.
struct QuantityReader {
  private let words: QuantityWords
  private let isGrammar: (PlainToken) -> Bool

  private static let currency = PlainToken.key(of: "¤")
  private static let percent = PlainToken.key(of: "%")
  private static let year = PlainToken.key(of: "1066")
  /// A unit is compared by the first letters of its word, so that plural and singular are one.
  private static let unitLetters = 5

  init(_ words: QuantityWords, isGrammar: @escaping (PlainToken) -> Bool) {
    self.words = words
    self.isGrammar = isGrammar
  }

  /// The quantities of a sentence, given as its words.
  func quantities(of tokens: [PlainToken], in text: Span<UInt8>) -> [Quantity] {
    tokens.indices.compactMap { quantity(at: $0, tokens, text) }
  }

  private func quantity(at place: Int, _ tokens: [PlainToken], _ text: Span<UInt8>) -> Quantity? {
    let token = tokens[place]
    guard let number = number(token, text), !isPartOfMore(place, tokens, text) else { return nil }
    var found = Quantity(
      value: number.value,
      other: number.other,
      precision: number.precision,
      unit: 0,
      bound: bound(before: place, tokens),
      bytes: token.bytes,
      token: place
    )
    var next = place + 1
    if next < tokens.count, let scale = words.scale(tokens[next].key),
      gap(place, tokens, text, 0x20) || gap(place, tokens, text, 0x2D)
    {
      found.value *= scale
      found.other = found.other.map { $0 * scale }
      found.precision *= scale
      found.bytes = found.bytes.lowerBound..<tokens[next].bytes.upperBound
      next += 1
    }
    guard unit(&found, next, tokens, text) else { return nil }
    addRest(&found, tokens, text)
    return found
  }

  /// Finds what is counted; false where that cannot be known.
  private func unit(
    _ found: inout Quantity,
    _ next: Int,
    _ tokens: [PlainToken],
    _ text: Span<UInt8>
  ) -> Bool {
    let place = found.token
    if let sign = currencySign(before: found.bytes.lowerBound, text) {
      found.unit = Self.currency ^ UInt64(sign.value)
      found.bytes = found.bytes.lowerBound - sign.length..<found.bytes.upperBound
      // "A$" is another currency than "$"; the sign of the yen is that of the yuan too.
      if place > 0, tokens[place - 1].bytes.upperBound == found.bytes.lowerBound {
        found.unit ^= tokens[place - 1].key
        found.bytes = tokens[place - 1].bytes.lowerBound..<found.bytes.upperBound
        return true
      }
      return sign.value != 0xA5
    }
    if found.bytes.upperBound < text.count, text[found.bytes.upperBound] == 0x25 {
      found.unit = Self.percent
      found.bytes = found.bytes.lowerBound..<found.bytes.upperBound + 1
      return true
    }
    let previous = place > 0 && gap(place - 1, tokens, text, 0x20) ? tokens[place - 1] : nil
    if let previous, words.kind(previous.key) == .month, found.value <= 31 {
      found.unit = previous.key
      found.bytes = previous.bytes.lowerBound..<found.bytes.upperBound
      return true
    }
    if let previous, words.kind(previous.key) == .yearMark, (1500...2100).contains(found.value) {
      found.unit = Self.year
      return next == place + 1
    }
    // "Apollo 11", "Chapter 3": a number behind a name belongs to it.
    if let previous, previous.isCapitalised, place > 1 || !isGrammar(previous) { return false }
    guard next < tokens.count, !tokens[next].isNumber, !isGrammar(tokens[next]),
      gap(next - 1, tokens, text, 0x20) || gap(next - 1, tokens, text, 0x2D)
    else { return false }
    let isPercent = words.kind(tokens[next].key) == .percent
    found.unit = isPercent ? Self.percent : Self.stem(tokens[next], text, letters: Self.unitLetters)
    found.bytes = found.bytes.lowerBound..<tokens[next].bytes.upperBound
    return words.kind(tokens[next].key) != .weekday
  }

  /// Notes what follows the unit: a noun to which it may belong, and the time of a rate.
  private func addRest(_ found: inout Quantity, _ tokens: [PlainToken], _ text: Span<UInt8>) {
    var place = found.token
    while place < tokens.count, tokens[place].bytes.lowerBound < found.bytes.upperBound {
      place += 1
    }
    if place < tokens.count, place > 0, !tokens[place].isNumber, !isGrammar(tokens[place]),
      found.bytes.upperBound == tokens[place - 1].bytes.upperBound,
      gap(place - 1, tokens, text, 0x20), !tokens[place].isCapitalised
    {
      found.second = Self.stem(tokens[place], text, letters: Self.unitLetters)
    }
    for next in place..<min(place + 3, tokens.count)
    where next > place && words.isSpan(tokens[next].key) && isGrammar(tokens[next - 1]) {
      found.rate = tokens[next].key
    }
  }

  /// The key of the first letters of a word in small letters.
  static func stem(_ token: PlainToken, _ text: Span<UInt8>, letters: Int) -> UInt64 {
    PlainToken.key(ofFirst: letters, of: text, token.bytes)
  }

  /// Whether the number is one end of a range, a score, a clock time, a version, or follows a sign.
  private func isPartOfMore(
    _ place: Int,
    _ tokens: [PlainToken],
    _ text: Span<UInt8>
  ) -> Bool {
    let bytes = tokens[place].bytes
    if bytes.lowerBound > 0, [0x2D, 0x2F, 0x3A, 0x23, 0x5B].contains(text[bytes.lowerBound - 1]) {
      return true
    }
    if bytes.lowerBound > 0 {
      let before = text.scalar(before: bytes.lowerBound).value
      if before == 0x2212 || (0x2010...0x2015).contains(before) { return true }
    }
    if isEndOfRange(place, tokens) { return true }
    guard place + 1 < tokens.count else { return false }
    let between = tokens[place + 1].bytes.lowerBound - bytes.upperBound
    if between == 1, [0x2F, 0x3A].contains(text[bytes.upperBound]) { return true }
    return between <= 3 && tokens[place + 1].isNumber
  }

  /// Whether another number stands beside it, parted by "to" or "and" alone.
  private func isEndOfRange(_ place: Int, _ tokens: [PlainToken]) -> Bool {
    func isNumber(_ place: Int) -> Bool {
      tokens.indices.contains(place)
        && (tokens[place].isNumber || words.value(tokens[place].key) != nil)
    }
    func isScale(_ place: Int) -> Bool {
      tokens.indices.contains(place) && words.scale(tokens[place].key) != nil
    }
    let next = isScale(place + 1) ? place + 2 : place + 1
    if next < tokens.count, words.isRange(tokens[next].key), isNumber(next + 1) { return true }
    guard place > 1, words.isRange(tokens[place - 1].key) else { return false }
    return isNumber(isScale(place - 2) ? place - 3 : place - 2)
  }

  private func bound(before place: Int, _ tokens: [PlainToken]) -> Quantity.Bound {
    for token in tokens[max(0, place - 3)..<place].reversed() {
      switch words.kind(token.key) {
      case .about: return .about
      case .atLeast: return .atLeast
      case .atMost: return .atMost
      default: continue
      }
    }
    return .exact
  }

  /// Whether exactly one byte of this value stands behind a word.
  private func gap(
    _ place: Int,
    _ tokens: [PlainToken],
    _ text: Span<UInt8>,
    _ byte: UInt8
  ) -> Bool {
    guard place + 1 < tokens.count else { return false }
    let end = tokens[place].bytes.upperBound
    return tokens[place + 1].bytes.lowerBound == end + 1 && text[end] == byte
  }

  private func currencySign(before index: Int, _ text: Span<UInt8>) -> ReadScalar? {
    guard index > 0 else { return nil }
    let scalar = text.scalar(before: index)
    return [0x24, 0xA3, 0xA5, 0x20AC, 0x20B9, 0x20BD, 0x20AB].contains(scalar.value) ? scalar : nil
  }

  /// The value of digits, or of a small number in words.
  private func number(
    _ token: PlainToken,
    _ text: Span<UInt8>
  ) -> (value: Double, other: Double?, precision: Double)? {
    guard token.isNumber else { return words.value(token.key).map { ($0, nil, 1) } }
    var groups = 0
    var (value, precision, digits) = (0.0, 1.0, 0)
    var isFraction = false
    for index in token.bytes {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        digits += 1
        value = value * 10 + Double(byte - 0x30)
        if isFraction { precision /= 10 }
      } else if byte == 0x2C || byte == 0x2E {
        isFraction = !Self.partsThousands(index, token.bytes, text)
        groups += 1
      } else {
        return nil
      }
    }
    guard digits <= 15 else { return nil }
    value *= precision
    let other = groups == 1 && precision == 1 ? value / 1_000 : nil
    if precision == 1 {
      // Trailing noughts of 1,200 or 40 may stand for what was rounded away.
      while value >= precision * 100, value.truncatingRemainder(dividingBy: precision * 10) == 0 {
        precision *= 10
      }
    }
    return (value, other, precision)
  }

  /// Whether three digits, and no fourth, follow a point or comma.
  static func partsThousands(
    _ index: Int,
    _ range: Range<Int>,
    _ text: Span<UInt8>
  ) -> Bool {
    let end = index + 4
    guard end <= range.upperBound else { return false }
    for place in index + 1..<end where text[place] &- 0x30 >= 10 { return false }
    return end == range.upperBound || text[end] &- 0x30 >= 10
  }
}
