/// A word as the support score reads it, or a character of a script without spaces.
struct SupportWord {
  /// What a word does in its sentence.
  enum Kind {
    case function, content, number, negation
  }

  /// Small letters; of a number its canonical form.
  var text: [UInt8]
  var stem: [UInt8]
  var kind: Kind
  /// Whether it is written as names are: with a capital that no sentence's beginning explains.
  var isName = false
  var isCapital = false
  /// Whether all of its letters, two or more, are capitals.
  var isAcronym = false
  /// Whether it is one character of a script without spaces.
  var isUnspaced = false
  /// Counts the parts between marks; what is denied stands within one of them.
  var clause = 0

  /// Whether it says something by itself.
  var carriesMeaning: Bool { kind == .content || kind == .number }
}

extension SupportWord {
  /// Whether two words are forms or parts of one another: "Reformer" and "Reformen", "Haus" in
  /// "Krankenhaus", as far as their letters tell.
  static func areKin(_ one: [UInt8], _ other: [UInt8], _ traits: LanguageTraits) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    let fewest = short.first.map { $0 < 0x80 } == true ? 4 : 6
    guard short.count >= fewest else { return false }
    let common = zip(short, long).prefix { $0 == $1 }.count
    if common >= fewest, 10 * common >= 7 * long.count { return true }
    // Two syllables, and at most two of particles on either side.
    if traits.hasParticles, common >= 6, long.count - common <= 6 { return true }
    guard traits.hasCompounds, short.count >= 5 else { return false }
    return common == short.count || long.suffix(short.count).elementsEqual(short)
  }

  /// Whether two words are forms of one name: "Merkel" and "Merkels", "Italy" and "Italian".
  static func areOneName(_ one: [UInt8], _ other: [UInt8], _ traits: LanguageTraits) -> Bool {
    let width = one.first.map { $0 < 0x80 } == true ? 1 : 2
    let common = zip(one, other).prefix { $0 == $1 }.count
    let ends = [one.count - common, other.count - common].sorted().map { $0 / width }
    guard common >= 3 * width, ends[1] <= 3 else { return false }
    if ends[0] == 0 || traits.inflectsNames { return true }
    return common >= 4 * width && ends[0] == 1 && ends[1] > 1
  }
}
