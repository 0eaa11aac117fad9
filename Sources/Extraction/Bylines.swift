/// Finds the lines of a page that begin as bylines do.
struct Bylines {
  private let blocks: TextBlocks
  private let headline: Int?
  private let persons: PersonNames
  private let title: [UInt64]

  init(_ blocks: TextBlocks, headline: Int?, _ persons: PersonNames, title: [UInt8]) {
    self.blocks = blocks
    self.headline = headline
    self.persons = persons
    self.title = WordFolder.words(title[...])
  }

  /// How a line begins: the kind of its by-words, and where the names stand.
  private struct Beginning {
    let kind: ByWords.Kind
    let isLabel: Bool
    let rest: ArraySlice<UInt8>
  }

  /// Adds a list for each byline.
  func add(to candidates: inout AuthorCandidates, isForeign: (Int) -> Bool) {
    var found = 0
    let count = blocks.blocks.count
    let first = min(headline.map { max(0, $0 - 10) } ?? 0, count / 4)
    for index in first..<max(first, count) where found < 12 {
      let isNear = headline.map { (-10...30).contains(index - $0) } ?? false
      guard blocks.blocks[index].units <= (isNear ? 200 : 120) else { continue }
      guard isNear || index >= count / 4, let beginning = beginning(index) else { continue }
      let isForeign = isForeign(index)
      guard isNear || !isForeign else { continue }
      found += 1
      addNames(index, beginning, isForeign, to: &candidates)
    }
  }

  private func addNames(
    _ index: Int,
    _ beginning: Beginning,
    _ isForeign: Bool,
    to candidates: inout AuthorCandidates
  ) {
    var rest = beginning.rest
    if !rest.contains(where: { $0.isASCIILetter || $0 >= 0xC3 }) {
      guard index + 1 < blocks.blocks.count, blocks.blocks[index + 1].units <= 60 else { return }
      rest = blocks.bytes(of: index + 1)
    }
    let names = persons.names(in: Array(rest.prefix(160)), isShown: true)
    let people = names.filter { $0.likeness == .person }
    let isNick =
      (beginning.isLabel || beginning.kind == .posted) && !(names.first.map(isCode) ?? true)
    guard !people.isEmpty || isNick || isShortNick(names, rest, index) else { return }
    candidates.note(people, areHelpers: beginning.kind == .other)
    guard beginning.kind != .other else { return }
    let distance = headline.map { index - $0 } ?? 99
    var score = 5.4
    if (-8...14).contains(distance) { score += 0.8 }
    if distance > 40 || distance < -10 { score -= 1.2 }
    if beginning.kind == .weak { score -= 1.2 }
    if people.isEmpty && !isNick { score -= 1 }
    if isForeign { score -= 2.5 }
    let first = rest.prefix { $0 != 0x2C && $0 != 0x7C && $0 != 0xC2 && $0 != 0xE2 }
    if first.count(where: { $0 == 0x20 }) > 11 { score -= 1.5 }
    candidates.add(people.isEmpty ? Array(names.prefix(1)) : people, score, .byline)
  }

  /// One word with a capital or a digit alone behind the by-word, near the headline.
  private func isShortNick(_ names: [PersonName], _ rest: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard let headline, (-8...14).contains(index - headline), let name = names.first,
      name.length == 1, name.likeness == .nickname, !isCode(name)
    else { return false }
    let first = name.text.unicodeScalars.first?.properties.isUppercase ?? false
    let isNamed = first || name.text.utf8.contains(where: \.isASCIIDigit)
    return isNamed && rest.prefix(while: { $0 != 0x2C && $0 != 0xC2 }).count { $0 == 0x20 } <= 4
  }

  /// Words joined by stops, as in "fs.opendir": a name of code or of a host.
  private func isCode(_ name: PersonName) -> Bool {
    name.length == 1 && name.text.utf8.dropFirst().dropLast().contains(0x2E)
  }

  private func beginning(_ index: Int) -> Beginning? {
    let line = blocks.bytes(of: index)
    guard ByWords.mayBegin(line) else { return inner(line, index) }
    if let label = label(line) { return label }
    if Self.isGlued(line) {
      return Beginning(kind: .plain, isLabel: false, rest: line.dropFirst(2))
    }
    let words = WordFolder.words(line, limit: 6)
    let length = ByWords.length(words)
    guard title.isEmpty || words != Array(title.prefix(6)) else { return nil }
    guard length > 0 else { return inner(line, index) }
    let rest = Self.behind(length, line)
    return Beginning(kind: ByWords.kind(words.prefix(length)), isLabel: false, rest: rest)
  }

  /// A by-word glued to the name: "ByJane Doe".
  private static func isGlued(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 5 && line.starts(with: "By".utf8) && line[line.startIndex + 2].isASCIIUpper
      && !line[line.startIndex + 3].isASCIIUpper
  }

  /// "Posted on 3 May 2026 by Jane Doe": a by-word behind a date near the headline.
  private func inner(_ line: ArraySlice<UInt8>, _ index: Int) -> Beginning? {
    guard let headline, (-8...14).contains(index - headline), line.contains(where: \.isASCIIDigit)
    else { return nil }
    let words = line.split(separator: 0x20)
    guard words.count <= 24,
      let place = words.indices.dropLast().first(where: { place in
        place > 0 && ByWords.leads(words[place]) && Self.isDate(words[..<place])
      })
    else { return nil }
    return Beginning(kind: .posted, isLabel: false, rest: line[words[place + 1].startIndex...])
  }

  /// Ends with a date, and is no notice of rights.
  private static func isDate(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    let words = words.map { NameWord($0) }
    guard let last = words.last(where: { $0.hash != 0 }), NameCleaning.isOfDate(last) else {
      return false
    }
    let line = words.flatMap { $0.bytes + [0x20] }
    return !words.contains { NameLexicon.rights.contains($0.hash) }
      && !DayReader(isMonthFirst: false).days(in: line[...], most: 1).isEmpty
  }

  /// "Author: Jane Doe", in any language of the list.
  private func label(_ line: ArraySlice<UInt8>) -> Beginning? {
    let head = line.prefix(48)
    let colon = head.firstIndex(of: 0x3A)
    let wide = head.indices.first { place in
      head[place] == 0xEF && place + 2 < line.endIndex && line[place + 1] == 0xBC
        && (line[place + 2] == 0x9A || line[place + 2] == 0x8F)
    }
    guard let end = colon ?? wide else { return nil }
    let words = WordFolder.words(line[..<end], limit: 5)
    guard ByWords.labels.equals(words) || ByWords.length(words) == words.count, !words.isEmpty
    else { return nil }
    let kind = ByWords.length(words) > 0 ? ByWords.kind(words[...]) : .plain
    return Beginning(
      kind: kind == .weak ? .plain : kind,
      isLabel: true,
      rest: line[(end + (colon == nil ? 3 : 1))...]
    )
  }

  /// What stands behind some words.
  private static func behind(_ length: Int, _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line
    for _ in 0..<length {
      rest = rest.drop { !($0.isASCIILetter || $0 >= 0x80) }
      rest = rest.drop { $0.isASCIILetter || $0 >= 0x80 }
    }
    return rest
  }
}
