/// A sentence with one of its quantities, and the words around it.
struct ValueStatement {
  var sentence: Int
  var quantity: Quantity
  /// Content words near the quantity, by the first letters.
  private(set) var context: Set<UInt64> = []
  /// All content words of the sentence.
  private(set) var words: Set<UInt64> = []
  private var nearest: Set<UInt64> = []
  private var names: Set<UInt64> = []
  private var times: Set<UInt64> = []
  private var numbers: Set<UInt64> = []
  /// Words that tell a part or another time: "northern", "this".
  private var parts: Set<UInt64> = []
  private var negations = 0

  /// More quantities of one sentence are a list, and each costs a reading of it.
  static let mostOfSentence = 8
  /// Words on each side of a quantity that tell what it is of.
  private static let reach = 8
  private static let letters = 5
  private static let fewestCommon = 3
  /// Words on each side of which one must be common.
  private static let nearReach = 3
  /// The part of the fewer words around a quantity that must be common.
  private static let commonPart = 0.6
  /// The part of all words that must be common (Jaccard), and how many at least.
  private static let sharedPart = 0.3
  private static let fewestWithName = 4
  private static let fewestWithoutName = 5

  init(
    _ sentence: Int,
    _ quantity: Quantity,
    _ tokens: [PlainToken],
    _ stems: [UInt64?],
    _ lists: DifferenceWords
  ) {
    self.sentence = sentence
    self.quantity = quantity
    for (place, token) in tokens.enumerated() {
      let isOfValue = quantity.bytes.overlaps(token.bytes)
      let kind = lists.quantities.kind(token.key)
      if lists.claims.kind(of: token.key) == .negation { negations += 1 }
      if lists.quantities.isPart(token.key), !isOfValue { parts.insert(token.key) }
      if kind == .month || kind == .weekday {
        if !isOfValue { times.insert(token.key) }
      } else if token.isNumber || lists.claims.kind(of: token.key) == .numeral {
        if !isOfValue { numbers.insert(token.key) }
      } else if let stem = stems[place], !isOfValue, kind == nil {
        words.insert(stem)
        let isNear = abs(place - quantity.token) <= Self.reach
        if isNear { context.insert(stem) }
        if abs(place - quantity.token) <= Self.nearReach { nearest.insert(stem) }
        if token.isCapitalised { names.insert(stem) }
      }
    }
  }

  /// What a word is compared by.
  static func stem(_ token: PlainToken, _ text: Span<UInt8>) -> UInt64 {
    QuantityReader.stem(token, text, letters: letters)
  }

  /// Whether both speak of the same thing, as far as their words tell; rather no than wrong.
  func isOnSubject(of other: ValueStatement) -> Bool {
    guard negations == other.negations, quantity.unit == other.quantity.unit,
      quantity.countsSame(as: other.quantity)
    else { return false }
    guard !nearest.isDisjoint(with: other.nearest) else { return false }
    let common = context.intersection(other.words).union(other.context.intersection(words))
    let smaller = min(context.count, other.context.count)
    guard common.count >= Self.fewestCommon,
      Double(common.count) >= Self.commonPart * Double(smaller)
    else {
      return false
    }
    let shared = words.intersection(other.words).count
    let least = names.isDisjoint(with: other.words) ? Self.fewestWithoutName : Self.fewestWithName
    guard shared >= least,
      Double(shared) >= Self.sharedPart * Double(words.union(other.words).count)
    else { return false }
    // A name, a day or another number on each side that the other lacks: two events.
    return names.isSubset(of: other.words) && other.names.isSubset(of: words)
      && times == other.times && numbers == other.numbers && parts == other.parts
  }
}

/// The lists of words by which differences are found.
struct DifferenceWords: Sendable {
  let claims = ClaimWords()
  let quantities = QuantityWords()
}
