/// A name that a page gives for an author.
struct PersonName: Sendable {
  /// How much a name looks like that of a person.
  enum Likeness: Int, Comparable {
    case organisation, nickname, person

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  let text: String
  let likeness: Likeness
  /// The folded words, titles such as "Dr" left out.
  let words: [UInt64]
  /// One hash for the words, by which names are compared.
  let key: UInt64

  init(_ text: String, _ likeness: Likeness, folded: [UInt64]) {
    self.text = text
    self.likeness = likeness
    let plain = Array(folded.drop(while: NameLexicon.titles.contains))
    words = plain.isEmpty ? folded : plain
    key = WordFolder.hash(words)
  }

  /// Written in a script without capitals, where one word may be the whole name.
  var isUncased: Bool { NameWord(Array(text.utf8)[...]).isUncased }

  /// Several words, the last of them without a capital: rather a phrase than a name.
  var endsSmall: Bool {
    guard let last = text.utf8.split(separator: 0x20).last, length > 1 else { return false }
    return !NameWord(Array(last)[...]).isCapital
  }

  /// The number of words as they are written.
  var length: Int { text.utf8.count { $0 == 0x20 } + 1 }
}
