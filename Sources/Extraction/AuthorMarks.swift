/// Reads names from the elements of a page that mark them.
struct AuthorMarks {
  private let document: HTMLDocument
  private let persons: PersonNames
  private let isForum: Bool
  /// The names in texts already read: the same element is often marked in several ways.
  private var known: [[UInt8]: [PersonName]] = [:]

  init(_ document: HTMLDocument, _ persons: PersonNames, isForum: Bool) {
    self.document = document
    self.persons = persons
    self.isForum = isForum
  }

  private struct Group {
    let score: Double
    let place: Int
    var names: [PersonName]
  }

  /// Adds the lists of one kind of marks; those that stand together give one list.
  mutating func add(
    _ marks: [PageMarks.Mark],
    _ base: Double,
    _ source: AuthorCandidate.Source,
    to candidates: inout AuthorCandidates
  ) {
    var groups: [Group] = []
    for mark in marks where groups.count < 12 && (isForum || !mark.isComment) {
      if isForum && !groups.isEmpty { break }
      guard source != .link || leadsToAuthor(mark.node) else { continue }
      let text = text(of: mark, source)
      guard (2...Self.longest(source)).contains(text.count) else { continue }
      let names = own(names(in: text), source)
      guard !names.isEmpty else { continue }
      let score = base + place(mark, text)
      let place = source == .property ? Self.scope : (mark.distance ?? 0) >> 3
      if let index = groups.firstIndex(where: { $0.place == place && abs($0.score - score) < 0.1 })
      {
        groups[index].names += names
      } else {
        groups.append(Group(score: score, place: place, names: names))
      }
    }
    for group in groups { candidates.add(group.names, group.score, source) }
  }

  private mutating func names(in text: [UInt8]) -> [PersonName] {
    if let names = known[text] { return names }
    let names = persons.names(in: text, isShown: true)
    known[text] = names
    return names
  }

  private static let scope = Int.max

  private static func longest(_ source: AuthorCandidate.Source) -> Int {
    switch source {
    case .property: 200
    case .link: 60
    case .named: 140
    default: 120
    }
  }

  /// Persons, where there are any; of an element that is only named so, else the first.
  private func own(_ names: [PersonName], _ source: AuthorCandidate.Source) -> [PersonName] {
    let people = names.filter { $0.likeness == .person }
    if !people.isEmpty { return people }
    // Links lead to more than writers: "Publishing using XML" is a work.
    if source == .link && !isForum { return names.filter { $0.length <= 2 } }
    return source == .named ? Array(names.prefix(1)) : names
  }

  private func leadsToAuthor(_ node: Int) -> Bool {
    guard let address = document.value(.href, of: node) else { return false }
    return !persons.isElsewhere(address) && !AuthorFolders.isService(address)
  }

  private func text(of mark: PageMarks.Mark, _ source: AuthorCandidate.Source) -> [UInt8] {
    guard source == .property else { return document.lines(of: mark.node, limit: 240) }
    if let content = document.value(.content, of: mark.node) { return Array(content) }
    var names: [UInt8] = []
    for inner in document.contents(of: mark.node).prefix(60) {
      guard let property = document.value(.itemprop, of: inner), property.elementsEqual("name".utf8)
      else { continue }
      let content = document.value(.content, of: inner).map { Array($0) }
      names += (content ?? document.lines(of: inner, limit: 240)) + [0x0A]
    }
    return names.isEmpty ? document.lines(of: mark.node, limit: 240) : names
  }

  /// Within an `<aside>` behind the headline, which holds other pages' teasers.
  private func isAside(_ mark: PageMarks.Mark) -> Bool {
    guard mark.distance.map({ $0 > 2 }) ?? false else { return false }
    var place = Int(document.nodes[mark.node].parent)
    for _ in 0..<40 where place >= 0 {
      if document.nodes[place].tag == .aside { return true }
      place = Int(document.nodes[place].parent)
    }
    return false
  }

  private func place(_ mark: PageMarks.Mark, _ text: [UInt8]) -> Double {
    var score = mark.isForeign ? (isAside(mark) ? -6 : -2.5) : 0.0
    if let distance = mark.distance {
      score += (-8...14).contains(distance) ? 0.8 : (-15...40).contains(distance) ? 0.2 : -0.8
    }
    if ByWords.length(WordFolder.words(text[...], limit: 6)) > 0 { score += 0.6 }
    return score
  }
}

extension HTMLDocument {
  /// The text within an element with a line for each block and time, at most about `limit` bytes.
  fileprivate func lines(of node: Int, limit: Int) -> [UInt8] {
    var lines: [UInt8] = []
    var line = TextCollector()
    var index = node + 1
    let end = min(Int(nodes[node].end), index + 400)
    func flush() {
      if !lines.isEmpty && !line.bytes.isEmpty { lines.append(0x0A) }
      lines += line.bytes
      line = TextCollector()
    }
    while index < end && lines.count + line.bytes.count <= limit {
      let inner = nodes[index]
      if inner.tag == .text {
        line.append(bytes(of: index).prefix(limit))
      } else if inner.tag.isNeverText || inner.tag == .noscript || isHidden(index) {
        index = Int(inner.end)
        continue
      } else if !inner.tag.isInline || inner.tag == .time {
        flush()
      }
      index += 1
    }
    flush()
    return lines
  }

  private func isHidden(_ node: Int) -> Bool {
    value(.style, of: node)?.hiding != nil
  }
}
