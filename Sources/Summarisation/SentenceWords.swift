/// What a language's words say about the stops before and behind them.
struct SentenceWords {
  private let data: LanguageData
  private let titleBit: UInt64
  private let numberedBit: UInt64
  private let otherBit: UInt64
  private let capitalisedBit: UInt64
  private let placeBit: UInt64
  private let closingBit: UInt64
  private let functionBit: UInt64
  private let starterBit: UInt64
  private let speechBit: UInt64
  /// Whether names have particles with capitals that are function words too, as "Le".
  private let hasParticles: Bool
  private let isGerman: Bool
  /// Whether words of the language may be without vowels, as Czech "prst" is.
  private let hasVowellessWords: Bool

  /// Verbs of saying in scripts without spaces, before the mark that ends the sentence.
  let saying: [[UInt8]]

  /// What a word before a stop is.
  enum Kind {
    case plain
    /// Its stop never ends a sentence.
    case title
    /// Its stop ends none where a number follows.
    case numbered
    /// Its stop ends one where a word follows that begins sentences.
    case other
    /// Its stop ends one unless a bracket or dash follows.
    case place
    /// Its stop ends one where a capital follows, though it looks like initials.
    case closing
  }

  init(language: String, data: LanguageData) {
    self.data = data
    saying = data.saying
    titleBit = data.titles.bit(of: language) | data.titles.bit(of: "any")
    numberedBit = data.numbered.bit(of: language) | data.numbered.bit(of: "any")
    otherBit = data.abbreviations.bit(of: language) | data.abbreviations.bit(of: "any")
    capitalisedBit = data.capitalised.bit(of: language)
    placeBit = data.places.bit(of: language)
    closingBit = data.closing.bit(of: language) | data.closing.bit(of: "any")
    functionBit = data.functionWords.bit(of: language)
    starterBit = data.starters.bit(of: language)
    speechBit = data.speech.bit(of: language)
    hasVowellessWords = ["cs", "sk", "hr", "sl", "sr"].contains(language)
    isGerman = language == "de"
    hasParticles = !["en", "de", "ru"].contains(language)
  }

  /// The kind of a word, by itself or with the short words before it.
  func kind(of token: StopToken) -> Kind {
    if token.shape.isAcronym { return .plain }
    let joined = token.joined == token.word ? .plain : kind(of: token.joined)
    let kind = joined == .plain ? kind(of: token.word) : joined
    guard kind == .plain else { return kind }
    if !token.isLower, data.capitalised.mask(of: token.word) & capitalisedBit != 0 { return .other }
    if !token.isLower, data.places.mask(of: token.word) & placeBit != 0 { return .place }
    return isVowelless(token) ? .other : .plain
  }

  /// Whether it is an abbreviation by its looks: consonants alone, and no unit behind a number.
  private func isVowelless(_ token: StopToken) -> Bool {
    token.shape.isVowelless && !token.followsDigit && !hasVowellessWords
      && data.units.mask(of: token.word) == 0
  }

  private func kind(of word: [UInt8]) -> Kind {
    guard !word.isEmpty else { return .plain }
    if data.closing.mask(of: word) & closingBit != 0 { return .closing }
    if data.titles.mask(of: word) & titleBit != 0 { return .title }
    if data.numbered.mask(of: word) & numberedBit != 0 { return .numbered }
    if data.abbreviations.mask(of: word) & otherBit != 0 { return .other }
    // German makes compounds with an abbreviation at their end: "Bahnhofstr. 5".
    return isGerman && word.count > 3 && word.suffix(3).elementsEqual("str".utf8)
      ? .numbered : .plain
  }

  /// Whether a number belongs to the abbreviation before it, as that of a page does.
  func isNumbered(_ word: [UInt8]) -> Bool { word == [0x73] || kind(of: word) == .numbered }

  /// Whether an abbreviation goes on in the word that follows.
  func isWritten(_ token: StopToken, with follower: Follower) -> Bool {
    let kind = kind(of: token.word + [0x2E] + follower.word)
    return kind != .plain && kind != .numbered
  }

  /// Whether a word with a capital follows such as nothing but a new sentence begins with.
  func starts(_ text: Span<UInt8>, _ follower: Follower, after token: StopToken) -> Bool {
    guard isStarter(follower) else { return false }
    guard hasParticles, token.shape.letters == 1, follower.word.count <= 4 else { return true }
    return !follower.second(in: text).isUpper
  }

  /// Whether the word begins sentences; in scripts without capitals any function word does.
  func isStarter(_ follower: Follower) -> Bool {
    guard !follower.isLower, !follower.isInitial, !follower.word.isEmpty else { return false }
    return data.functionWords.mask(of: follower.word) & functionBit != 0
      || data.starters.mask(of: follower.word) & starterBit != 0
  }

  /// Whether the follower belongs to the hour before it, as the day of the week does.
  func isAfterHours(_ follower: Follower) -> Bool {
    data.afterHours.mask(of: follower.word) != 0
  }

  /// Whether a sentence goes on behind `!` or `?`: with the rest of a name, or with who asked.
  func goesOn(
    _ text: Span<UInt8>,
    _ mark: SentenceMark,
    _ follower: Follower,
    closes: Bool
  ) -> Bool {
    guard mark == .strong, !follower.word.isEmpty else { return false }
    guard closes else {
      return data.suffixes.mask(of: follower.word) != 0 && follower.hasStop(in: text)
    }
    return follower.words(in: text).contains { data.speech.mask(of: $0) & speechBit != 0 }
  }
}
