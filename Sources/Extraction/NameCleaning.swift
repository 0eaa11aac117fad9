/// Frees a name from what stands around it: by-words, labels, titles of posts, dates, agencies.
enum NameCleaning {
  /// The words of the name; nil when nothing like a name is left.
  ///
  /// `isShown` says that the text was gathered from elements of the page, where more may follow a name.
  /// `isFirst` says that no name stands before it, of which it might give the role.
  static func cleaned(_ part: [NameWord], isShown: Bool, isFirst: Bool = true) -> [NameWord]? {
    guard !isSentence(part) else { return nil }
    var words = part.compactMap(withoutHandle)
    unglue(&words)
    unglueTitle(&words)
    guard var rest = withoutLabel(words[...], isFirst: isFirst) else { return nil }
    rest = rest.dropFirst(ByWords.leaders(rest))
    if ByWords.length(rest.prefix(6).map(\.hash)) == rest.count { return nil }
    while rest.count > 1, let first = rest.first, NameLexicon.openers.contains(first.hash) {
      rest = rest.dropFirst()
    }
    if let end = rest.indices.first(where: {
      endsName(rest, at: $0, isShown: isShown, isFirst: isFirst)
    }) {
      rest = rest[..<end]
    }
    if let last = rest.last, rest.count > 1, NameLexicon.trailers.contains(last.hash) {
      rest = rest.dropLast()
    }
    guard let first = rest.first, rest.count <= 6, !first.beginsWithDigit || rest.count == 1 else {
      return nil
    }
    guard rest.contains(where: { !isOfDate($0) }) || isNameOfMonth(rest) else { return nil }
    return splitAccount(Array(rest))
  }

  /// Words that tell what somebody does, not who he is.
  static func isRole(_ words: ArraySlice<NameWord>) -> Bool {
    words.contains { NameLexicon.roles.contains($0.hash) }
  }

  /// A question, a call, a formula, or what leads to somebody's speech.
  private static func isSentence(_ words: [NameWord]) -> Bool {
    if let last = words.last, NameLexicon.speech.contains(last.hash) { return true }
    return words.contains { word in word.bytes.contains { "?!={}<>".utf8.contains($0) } }
  }

  /// Without signs at both ends.
  static func trimmed(_ name: String) -> String {
    var scalars = name.unicodeScalars[...]
    let marks = " .,:;-–—|\"'“”„»«*#>‹›_/\\\u{2018}\u{2019}【】「」©".unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, marks.contains(last) {
      // The stop behind an initial or a short form belongs to the name.
      if last == ".", let before = scalars.dropLast().last, before.properties.isUppercase { break }
      if last == ".", name.hasSuffix("Jr.") || name.hasSuffix("Sr.") { break }
      scalars = scalars.dropLast()
    }
    return String(scalars)
  }

  /// The word without a handle at its end ("Doe@janedoe"); nil for addresses and handles.
  private static func withoutHandle(_ word: NameWord) -> NameWord? {
    guard !PersonNames.isAddress(word.bytes) else { return nil }
    guard let sign = word.bytes.firstIndex(of: 0x40) else { return word }
    let rest = word.bytes[..<sign]
    return rest.isEmpty || word.bytes[sign...].contains(0x2E) ? nil : NameWord(rest)
  }

  /// "ByJane" becomes "Jane".
  private static func unglue(_ words: inout [NameWord]) {
    guard let first = words.first?.bytes, first.count > 3, first.starts(with: "By".utf8),
      first[first.startIndex + 2].isASCIIUpper
    else { return }
    words[0] = NameWord(first.dropFirst(2), endsLabel: words[0].endsLabel)
  }

  /// "记者王小明" and "田中記者" become the names.
  private static func unglueTitle(_ words: inout [NameWord]) {
    guard words.count == 1, let word = words.first, word.bytes.count >= 12 else { return }
    for title in ["记者", "記者"] {
      if word.bytes.starts(with: title.utf8) {
        words[0] = NameWord(word.bytes.dropFirst(6))
      } else if word.bytes.suffix(6).elementsEqual(title.utf8) {
        words[0] = NameWord(word.bytes.dropLast(6))
      }
    }
  }

  /// What stands behind a label such as "Author:", or before another one ("Jane Doe Stand: 9 Uhr"); else nil.
  private static func withoutLabel(
    _ words: ArraySlice<NameWord>,
    isFirst: Bool
  ) -> ArraySlice<NameWord>? {
    guard let colon = words.lastIndex(where: \.endsLabel) else { return words }
    let isAuthor =
      words[...colon].contains { NameLexicon.labels.contains($0.hash) }
      || ByWords.labels.occurs(in: words[...colon].flatMap { WordFolder.words($0.bytes) })
    if isAuthor { return words[(colon + 1)...] }
    let name = words.prefix { !$0.endsLabel }
    guard name.count > 1, name.allSatisfy(\.isCapital), !isFirst || GivenNames.begin(name) else {
      return nil
    }
    return name
  }

  /// A number, a month or a word that leads on to something else ends the name.
  private static func endsName(
    _ words: ArraySlice<NameWord>,
    at index: Int,
    isShown: Bool,
    isFirst: Bool
  ) -> Bool {
    let place = index - words.startIndex
    guard place > 0 else { return false }
    let word = words[index]
    if word.beginsWithDigit || NameLexicon.stops.contains(word.hash) { return true }
    if isShown && isSmall(word) && NameLexicon.enders.contains(word.hash) { return true }
    if NameLexicon.timeWords.contains(word.hash) && !word.isCapital { return true }
    if NameLexicon.weekdays.contains(word.hash) { return true }
    let isMonth = MonthNames.table[word.hash] != nil
    if isMonth && index + 1 < words.endIndex && words[index + 1].beginsWithDigit { return true }
    guard place > 1 else { return NameLexicon.longMonths.contains(word.hash) }
    if isMonth || NameLexicon.enders.contains(word.hash) { return true }
    if NameLexicon.roles.contains(word.hash) {
      return (isFirst || GivenNames.begin(words[..<index]))
        && words[..<index].allSatisfy { $0.isCapital && !NameLexicon.roles.contains($0.hash) }
    }
    // The end of a sentence: "Jane Doe. Photos by John Roe".
    let before = words[index - 1].bytes
    return before.last == 0x2E && before.count > 3 && !before.dropLast().contains(0x2E)
  }

  /// Written small, and no particle of names.
  private static func isSmall(_ word: NameWord) -> Bool {
    guard let first = word.bytes.first, first >= 0x61, first <= 0x7A else { return false }
    return word.bytes.allSatisfy { !$0.isASCIIUpper }
      && !NameLexicon.particles.contains(word.hash)
  }

  /// A number, or a word of a date or a time.
  static func isOfDate(_ word: NameWord) -> Bool {
    word.beginsWithDigit || MonthNames.table[word.hash] != nil
      || NameLexicon.timeWords.contains(word.hash) || NameLexicon.weekdays.contains(word.hash)
  }

  /// April, May, June, August and Jan are given names too.
  private static func isNameOfMonth(_ words: ArraySlice<NameWord>) -> Bool {
    words.count == 1 && words.first.map { NameLexicon.monthsAndNames.contains($0.hash) } ?? false
  }

  /// "Jane_Doe" becomes two words.
  private static func splitAccount(_ words: [NameWord]) -> [NameWord] {
    guard words.count == 1, words[0].bytes.contains(0x5F) else { return words }
    let parts = words[0].bytes.split(separator: 0x5F).map { NameWord($0) }
    let isName = parts.allSatisfy { part in
      part.isCapital && part.bytes.dropFirst().allSatisfy { !$0.isASCIIUpper } && !part.hasDigit
    }
    return parts.count > 1 && isName ? parts : words
  }
}
