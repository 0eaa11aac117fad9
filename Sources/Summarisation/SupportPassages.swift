/// The words of passages, made ready to be asked for.
struct SupportPassages {
  let words: [SupportWord]
  private let stems: Set<[UInt8]>
  private let texts: Set<[UInt8]>
  private let numbers: Set<[UInt8]>
  private let grams: Set<[UInt8]>
  /// Words to compare letter by letter, by their first three bytes.
  private var byBeginning: [ArraySlice<UInt8>: [[UInt8]]] = [:]
  private let wholeWords: [[UInt8]]
  private let initials: [UInt8]
  private let traits: LanguageTraits
  let neighbours: WordNeighbours

  /// Compared letter by letter with each word of a sentence; further ones are not.
  private static let mostCompared = 2_000

  init(_ words: [SupportWord], _ traits: LanguageTraits) {
    self.words = words
    neighbours = WordNeighbours(words)
    self.traits = traits
    stems = Set(words.lazy.filter { $0.kind != .number }.map(\.stem))
    texts = Set(words.lazy.map(\.text))
    numbers = Set(words.lazy.filter { $0.kind == .number }.map(\.text))
    grams = Set(CharacterGrams.all(of: words, traits.gramLength))
    let spaced = texts.lazy.filter { $0.count >= 3 && $0[0] &- 0x30 >= 10 }
    wholeWords = Array(spaced.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.mostCompared))
    initials = words.lazy.filter { !$0.isUnspaced && $0.kind != .number }.map { $0.text[0] }
    for word in wholeWords { byBeginning[word.prefix(3), default: []].append(word) }
  }

  /// Whether the passages have a word, or a form or a part of it.
  func has(_ word: SupportWord) -> Bool {
    if word.kind == .number { return hasNumber(word.text) }
    if stems.contains(word.stem) || texts.contains(word.text) { return true }
    if traits.hasCompounds {
      return wholeWords.contains { SupportWord.areKin(word.stem, $0, traits) }
    }
    return near(word.text).contains { SupportWord.areKin(word.text, $0, traits) }
  }

  /// Whether the passages have a name, or a form of it, or the words that an acronym stands for.
  func hasName(_ word: SupportWord) -> Bool {
    if texts.contains(word.text) { return true }
    if near(word.text).contains(where: { SupportWord.areOneName(word.text, $0, traits) }) {
      return true
    }
    if traits.capitalisesNouns, has(word) { return true }
    return word.isAcronym
      && initials.indices.contains { initials[$0...].starts(with: word.text) }
  }

  func hasNumber(_ number: [UInt8]) -> Bool { numbers.contains(number) }

  func hasText(_ text: [UInt8]) -> Bool { texts.contains(text) }

  func hasGram(_ gram: [UInt8]) -> Bool { grams.contains(gram) }

  private func near(_ word: [UInt8]) -> [[UInt8]] { byBeginning[word.prefix(3)] ?? [] }
}
