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
    for index in first..<max(first, count) where found < 12 && blocks.blocks[index].units <= 120 {
      let isNear = headline.map { (-10...30).contains(index - $0) } ?? false
      guard isNear || index >= count / 4, let beginning = beginning(index) else { continue }
      found += 1
      addNames(index, beginning, isForeign(index), to: &candidates)
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
    let names = persons.names(in: Array(rest), isShown: true)
    let people = names.filter { $0.likeness == .person }
    guard !people.isEmpty || beginning.isLabel || beginning.kind == .posted else { return }
    let distance = headline.map { index - $0 } ?? 99
    var score = 5.4
    if (-8...14).contains(distance) { score += 0.8 }
    if distance > 40 || distance < -10 { score -= 1.2 }
    if beginning.kind == .weak { score -= 1.2 }
    if beginning.kind == .other { score -= 3 }
    if isForeign { score -= 2.5 }
    if rest.count(where: { $0 == 0x20 }) > 11 { score -= 1.5 }
    candidates.add(people.isEmpty ? Array(names.prefix(1)) : people, score, .byline)
  }

  private func beginning(_ index: Int) -> Beginning? {
    let line = blocks.bytes(of: index)
    guard let first = line.first(where: { $0.isASCIILetter || $0 >= 0x80 }),
      ByWords.mayBegin(first)
    else { return nil }
    if let label = label(line) { return label }
    let words = WordFolder.words(line, limit: 6)
    let length = ByWords.length(words)
    guard length > 0, !words.starts(with: title) || title.isEmpty else { return nil }
    let rest = Self.behind(length, line)
    return Beginning(kind: ByWords.kind(words.prefix(length)), isLabel: false, rest: rest)
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
