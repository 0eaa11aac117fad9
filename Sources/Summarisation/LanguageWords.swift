/// Sets of words by language in one table, so that a look-up costs the same for all of them.
struct LanguageWords: Sendable {
  /// The languages that have words here, in the order of the list that made this.
  let languages: [String]
  private var table = WordTable()
  private var masks: [UInt64] = []

  /// Reads lists of words, parted by blanks; `any` as a language stands for all.
  init(_ lists: [(language: String, words: String)]) {
    languages = lists.map(\.language)
    for (bit, list) in lists.enumerated() {
      let mask = list.language == "any" ? UInt64.max : 1 << UInt64(bit)
      for word in list.words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        add(Array(word), mask)
      }
    }
  }

  /// Which languages have the word, as bits in the order of `languages`.
  func mask(of word: [UInt8]) -> UInt64 {
    table.find(word).map { masks[$0] } ?? 0
  }

  /// The bit of a language given by its primary subtag; 0 when it has no words here.
  func bit(of language: String) -> UInt64 {
    languages.firstIndex(of: language).map { 1 << UInt64($0) } ?? 0
  }

  private mutating func add(_ word: [UInt8], _ mask: UInt64) {
    let number = table.number(word)
    if number == masks.count { masks.append(0) }
    masks[number] |= mask
  }
}
