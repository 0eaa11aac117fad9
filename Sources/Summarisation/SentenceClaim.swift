/// What a sentence asserts beyond its stems: numbers, names, negation.
///
/// Two sentences of much the same words may still say the opposite. They agree where nothing of
/// this tells them apart; where that cannot be known they do not.
struct SentenceClaim {
  private let numbers: Set<UInt64>
  private let names: [UInt64]
  private let words: Set<UInt64>
  private let sides: Set<Int>
  private let negations: Int
  private let isHedged: Bool
  private let unspaced: Int

  /// Reads the words of a sentence; `isGrammar` tells which cannot be a name at its beginning.
  init(_ tokens: [PlainToken], _ lists: ClaimWords, isGrammar: (PlainToken) -> Bool) {
    var numbers: Set<UInt64> = []
    var names: [UInt64] = []
    var sides: Set<Int> = []
    var negations = 0
    var isHedged = false
    for (place, token) in tokens.enumerated() {
      let kind = lists.kind(of: token.key)
      if kind == .negation { negations += 1 }
      if kind == .hedge { isHedged = true }
      if token.isNumber || kind == .numeral { numbers.insert(token.key) }
      if token.isCapitalised, kind != .numeral, place > 0 || !isGrammar(token),
        !names.contains(token.key)
      {
        names.append(token.key)
      }
      sides.formUnion(lists.sides(of: token.key))
    }
    (self.numbers, self.names, self.sides) = (numbers, names, sides)
    (self.negations, self.isHedged) = (negations, isHedged)
    words = Set(tokens.map(\.key))
    unspaced = tokens.count(where: \.isUnspaced)
  }

  /// Whether nothing tells the sentences apart but their wording.
  func agrees(with other: SentenceClaim) -> Bool {
    guard numbers == other.numbers, negations == other.negations, isHedged == other.isHedged,
      !contradicts(other), !other.contradicts(self)
    else { return false }
    guard names.allSatisfy(other.words.contains), other.names.allSatisfy(words.contains) else {
      return false
    }
    // Who did it to whom is in the order of the names.
    guard names.filter(other.names.contains) == other.names.filter(names.contains) else {
      return false
    }
    return unspaced == 0 && other.unspaced == 0 || haveSameCharacters(other)
  }

  /// Whether this one has a word of whose contrary the other has one instead.
  private func contradicts(_ other: SentenceClaim) -> Bool {
    sides.contains { side in
      !other.sides.contains(side) && other.sides.contains(side ^ 1) && !sides.contains(side ^ 1)
    }
  }

  /// In scripts without spaces names are not seen: nearly all characters must be the same.
  private func haveSameCharacters(_ other: SentenceClaim) -> Bool {
    let common = words.intersection(other.words).count
    return Double(common) >= 0.9 * Double(words.count + other.words.count - common)
  }
}
