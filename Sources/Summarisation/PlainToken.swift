/// A word of a sentence as it stands there, told apart from others by a hash of its small letters.
struct PlainToken: Equatable {
  /// The bytes of the text that it takes.
  var bytes: Range<Int>
  /// Equal for words that differ by case alone.
  var key: UInt64
  /// Whether it begins with a digit.
  var isNumber: Bool
  /// Whether it begins with a capital letter.
  var isCapitalised: Bool
  /// Whether it is a single character of a script without spaces.
  var isUnspaced: Bool

  /// The words of a range of a text; a number keeps its points and commas.
  static func all(of text: Span<UInt8>, _ range: Range<Int>) -> [PlainToken] {
    var tokens: [PlainToken] = []
    var open: PlainToken?
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      let end = index + scalar.length
      let kind = ScalarClass(scalar.value)
      if kind == .letter || kind == .digit || isDecimalMark(text, index, range, open) {
        var token = open ?? PlainToken(at: index, scalar.value, kind)
        token.key = key(token.key, CaseFolding.lower(scalar.value))
        token.bytes = token.bytes.lowerBound..<end
        open = token
      } else {
        if let token = open { tokens.append(token) }
        open = nil
        if kind == .unspaced {
          var token = PlainToken(at: index, scalar.value, kind)
          token.key = key(token.key, scalar.value)
          token.bytes = index..<end
          tokens.append(token)
        }
      }
      index = end
    }
    if let open { tokens.append(open) }
    return tokens
  }

  /// The key of a word given in small letters.
  static func key(of word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(seed) { key($0, $1.value) }
  }

  /// The key of the first scalars of a word that stands in a text.
  static func key(ofFirst count: Int, of text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var (result, index, left) = (seed, range.lowerBound, count)
    while index < range.upperBound, left > 0 {
      let scalar = text.scalar(at: index)
      result = key(result, CaseFolding.lower(scalar.value))
      index += scalar.length
      left -= 1
    }
    return result
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private init(at index: Int, _ value: UInt32, _ kind: ScalarClass) {
    bytes = index..<index
    key = Self.seed
    isNumber = kind == .digit
    isCapitalised = kind == .letter && CaseFolding.isUpper(value)
    isUnspaced = kind == .unspaced
  }

  /// The key of a word with one scalar more.
  static func key(_ key: UInt64, _ value: UInt32) -> UInt64 {
    let mixed = (key ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// Whether a point or a comma stands between two digits of the open number.
  private static func isDecimalMark(
    _ text: Span<UInt8>,
    _ index: Int,
    _ range: Range<Int>,
    _ open: PlainToken?
  ) -> Bool {
    guard text[index] == 0x2E || text[index] == 0x2C, let open, open.isNumber,
      open.bytes.upperBound == index, index + 1 < range.upperBound
    else { return false }
    return text[index + 1] &- 0x30 < 10 && text[index - 1] &- 0x30 < 10
  }
}
