/// One word of a text that may hold names, as it is written.
struct NameWord {
  let bytes: ArraySlice<UInt8>
  /// The hash of its folded letters and digits; 0 where it has none.
  let hash: UInt64
  /// A colon stands behind it.
  let endsLabel: Bool

  init(_ bytes: ArraySlice<UInt8>, endsLabel: Bool = false) {
    self.bytes = bytes
    self.endsLabel = endsLabel
    hash = Self.hash(bytes)
  }

  /// One hash for a word, whatever signs stand in it: "Ph.D." is one word.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let words = WordFolder.words(bytes)
    return words.count < 2 ? words.first ?? 0 : WordFolder.hash(words)
  }

  /// The hashes of some words, separated by white space.
  static func set(_ text: String) -> Set<UInt64> {
    Set(text.split(whereSeparator: \.isWhitespace).map { hash(Array($0.utf8)[...]) })
  }

  var hasDigit: Bool { bytes.contains(where: \.isASCIIDigit) || hasWideDigit }

  /// A digit of any script comes before every letter.
  var beginsWithDigit: Bool {
    guard let first = bytes.first(where: { $0.isASCIIDigit || $0.isASCIILetter || $0 >= 0x80 })
    else { return false }
    guard first >= 0x80 else { return first.isASCIIDigit }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return scalars.first { $0.properties.isAlphabetic || Self.isDigit($0) }.map(Self.isDigit)
      ?? false
  }

  /// A digit of another script than Latin, such as those of Arabic and Persian.
  private var hasWideDigit: Bool {
    guard bytes.contains(where: { $0 >= 0xD9 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: Self.isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// Begins with a capital, perhaps behind a sign or an article, as in "d'Arc" and "al-Masri".
  var isCapital: Bool {
    guard let first = bytes.first else { return false }
    if first.isASCIIUpper { return true }
    guard first >= 0x80 || first == 0x27 || first == 0x22 || bytes.count > 2 else { return false }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let letter = scalars.first(where: \.properties.isAlphabetic) else { return false }
    if letter.properties.isUppercase { return true }
    let marks = "'’-".unicodeScalars
    guard let mark = scalars.prefix(4).firstIndex(where: marks.contains) else { return false }
    return scalars[scalars.index(after: mark)...].first?.properties.isUppercase ?? false
  }

  /// An abbreviation such as "CNN", of which no name is made: capitals without a vowel.
  var isAbbreviation: Bool {
    isInCapitals && bytes.allSatisfy { !"AEIOUY".utf8.contains($0) }
  }

  /// Three to five capitals.
  var isInCapitals: Bool { (3...5).contains(bytes.count) && bytes.allSatisfy(\.isASCIIUpper) }

  /// Written in a script without capitals.
  var isUncased: Bool {
    guard bytes.contains(where: { $0 >= 0xD6 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0.value > 0x58F && $0.properties.isAlphabetic && !$0.properties.isCased
    }
  }
}
