/// Makes names of persons out of bylines, and tells persons from agencies, teams and sites.
struct PersonNames: Sendable {
  private let sites: SiteNames
  private static let most = 32

  private let tellsPersons: Bool

  /// `tellsPersons` false takes every name for that of a person.
  init(_ sites: SiteNames, tellsPersons: Bool = true) {
    self.sites = sites
    self.tellsPersons = tellsPersons
  }

  /// Whether an address leads to another site.
  func isElsewhere(_ address: ArraySlice<UInt8>) -> Bool { sites.isElsewhere(address) }

  /// Whether a name is that of the site.
  func isSite(_ name: PersonName) -> Bool { sites.equal(Array(name.text.utf8)[...]) }

  /// Whether a name is that of the site, or a part of it.
  func isLikeSite(_ name: PersonName) -> Bool { sites.contain(Array(name.text.utf8)[...]) }

  /// The names in a text such as "By Jane Doe and John Roe, staff writers".
  ///
  /// `isShown` says that the text was gathered from elements of the page.
  func names(in text: [UInt8], isShown: Bool = false) -> [PersonName] {
    guard text.count <= 400, !Self.isAddress(text[...]) else { return [] }
    var result: [PersonName] = []
    for part in NameParts.split(Self.behindMail(text), isShown: isShown)
    where result.count < Self.most {
      guard let name = name(part, isShown, isFirst: result.isEmpty),
        !result.contains(where: { $0.key == name.key })
      else {
        continue
      }
      result.append(name)
    }
    return result
  }

  /// The one name that is left of a part, if any.
  private func name(_ part: [NameWord], _ isShown: Bool, isFirst: Bool) -> PersonName? {
    if part.count > 2, !part.contains(where: { $0.bytes.contains(0x40) }),
      let text = Self.text(of: part[...]), sites.equal(Array(text.utf8)[...])
    {
      return PersonName(text, .organisation, folded: WordFolder.words(Array(text.utf8)[...]))
    }
    guard let words = NameCleaning.cleaned(part, isShown: isShown, isFirst: isFirst) else {
      return nil
    }
    let end = endBeforeSite(words)
    return Self.text(of: words[..<end]).flatMap { judged($0, words[..<end], isShown) }
  }

  /// A name as it is, of one text.
  func name(_ text: String) -> PersonName {
    let words = text.utf8.split(separator: 0x20).map { NameWord(Array($0)[...]) }
    let folded = WordFolder.words(Array(text.utf8)[...])
    return PersonName(text, likeness(text, words[...], folded), folded: folded)
  }

  /// A role alone, such as "Staff Reporter", is an author only where a machine says so.
  private func judged(
    _ text: String,
    _ words: ArraySlice<NameWord>,
    _ isShown: Bool
  ) -> PersonName? {
    let folded = WordFolder.words(Array(text.utf8)[...], limit: 24)
    guard !folded.isEmpty, !NameLexicon.noise.equals(folded) else { return nil }
    if NameCleaning.isRole(words) {
      return isShown ? nil : PersonName(text, .organisation, folded: folded)
    }
    return PersonName(text, likeness(text, words, folded), folded: folded)
  }

  private func likeness(
    _ text: String,
    _ words: ArraySlice<NameWord>,
    _ folded: [UInt64]
  ) -> PersonName.Likeness {
    guard tellsPersons else { return .person }
    let bytes = Array(text.utf8)
    if NameLexicon.agencies.equals(folded) || Self.isHost(bytes) { return .organisation }
    if Self.isPersonlike(text, words, folded) {
      return sites.equal(bytes[...]) && !sites.isCore(bytes[...]) ? .organisation : .person
    }
    if NameLexicon.groups.occurs(in: folded) { return .organisation }
    return sites.contain(bytes[...]) && !GivenNames.contain(folded) ? .organisation : .nickname
  }

  /// Two to five words with capitals, but for particles; in scripts without capitals a short text.
  private static func isPersonlike(
    _ text: String,
    _ words: ArraySlice<NameWord>,
    _ folded: [UInt64]
  ) -> Bool {
    guard let first = words.first, text.utf8.count <= 100, !words.contains(where: \.hasDigit)
    else { return false }
    if words.contains(where: \.isUncased) {
      let isGroup = NameLexicon.uncasedGroups.contains {
        text.utf8.count > $0.count && text.utf8.contains($0)
      }
      return (2...30).contains(text.unicodeScalars.count) && words.count <= 5 && !isGroup
    }
    guard (2...5).contains(words.count), text.utf8.count <= 60 else { return false }
    // "NASA Watch" is none, "JANE DOE" may be one.
    if first.isInCapitals
      && !words.allSatisfy({ $0.bytes.allSatisfy { !$0.isASCIILetter || $0.isASCIIUpper } })
    {
      return false
    }
    if NameLexicon.articles.contains(first.hash) || first.isAbbreviation { return false }
    let own = words.filter { $0.isCapital || !NameLexicon.particles.contains($0.hash) }
    guard own.count >= 2 || (own.count == 1 && words.count >= 3) else { return false }
    return own.allSatisfy(\.isCapital) && !NameLexicon.groups.occurs(in: folded)
  }

  /// The place where a name of a site or an agency begins behind a person's, else the end.
  private func endBeforeSite(_ words: [NameWord]) -> Int {
    guard words.count > 2 else { return words.count }
    for start in 2..<words.count {
      let tail = words[start...].flatMap { $0.bytes + [0x20] }
      let isEnd =
        NameLexicon.agencies.equals(WordFolder.words(tail[...])) || sites.equal(tail[...])
        || (words.count - start > 1 && sites.contain(tail[...]))
      if isEnd && words[..<start].allSatisfy(\.isCapital) { return start }
    }
    return words.count
  }

  private static func text(of words: ArraySlice<NameWord>) -> String? {
    var bytes: [UInt8] = []
    for word in words {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes.append(contentsOf: word.bytes)
    }
    let text = NameCleaning.trimmed(String(decoding: bytes, as: UTF8.self))
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    return letters >= 2 && text.unicodeScalars.count <= 60 ? text : nil
  }

  /// The name in "jane@courier.example (Jane Doe)", as feeds write it, else the text as it is.
  private static func behindMail(_ text: [UInt8]) -> [UInt8] {
    guard text.last == 0x29, let bracket = text.firstIndex(of: 0x28), bracket > 0,
      text[..<bracket].contains(0x40),
      !text[..<bracket].drop(while: { $0 == 0x20 }).dropLast().contains(0x20)
    else { return text }
    return Array(text[(bracket + 1)...].dropLast())
  }

  static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(withFolded: "http", at: text.startIndex)
      || text.starts(withFolded: "www.", at: text.startIndex)
  }

  /// A host's name, such as "courier.example.com".
  private static func isHost(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: 0x2E), dot > 0, dot + 1 < name.count else { return false }
    let end = name[(dot + 1)...]
    return !name.contains(0x20) && (2...6).contains(end.count) && end.allSatisfy(\.isASCIILetter)
  }
}

extension String.UTF8View {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
