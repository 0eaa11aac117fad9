/// Chooses the authors among the lists of names that the page gives.
///
/// Scores: linked data 10 (7 for objects that are no article), metas 8, microdata 7, `rel=author` and links to authors'
/// pages 6.5 and 5.2, a printed byline 5.4, an element named so 5.0; near the headline more, beside other pages' teasers
/// less. Lists that share names support each other. A list without a person loses.
struct AuthorChoice {
  private enum Source: Hashable { case data, meta, property, link, byline, named }

  private struct Candidate {
    let names: [String]
    let score: Double
    let source: Source
  }

  private let head: PageHead
  private let data: LinkedData
  private let document: HTMLDocument
  private let blocks: TextBlocks
  private let marks: PageMarks
  private let headline: Int?
  private let persons: PersonNames
  private let isForum: Bool
  private var candidates: [Candidate] = []

  init(
    _ head: PageHead,
    _ data: LinkedData,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    _ marks: PageMarks,
    headline: Int?,
    persons: PersonNames,
    isForum: Bool
  ) {
    self.head = head
    self.data = data
    self.document = document
    self.blocks = blocks
    self.marks = marks
    self.headline = headline
    self.persons = persons
    self.isForum = isForum
  }

  /// The authors' names; empty where none is sure enough.
  mutating func choose() -> [String] {
    addLinkedData()
    addMetas()
    addMarks(marks.authorProperties, 7, .property)
    addMarks(marks.authorLinks, 5.4, .link)
    addMarks(marks.authors, 5.0, .named)
    addBylines()
    let folded = candidates.map { Set($0.names.map { $0.lowercased() }) }
    let totals = candidates.indices.map { index in
      (names: candidates[index].names, total: candidates[index].score + support(for: index, folded))
    }
    guard let best = totals.max(by: { $0.total < $1.total }), best.total >= 0.5 else { return [] }
    return best.names.map(fullName)
  }

  /// Adds a list with what its names say about its worth.
  private mutating func add(_ names: [String], _ base: Double, _ source: Source) {
    var unique: [String] = []
    for name in names.prefix(24) where !unique.contains(name) { unique.append(name) }
    guard !unique.isEmpty, unique.count <= 12 else { return }
    let likeness = unique.map(persons.likeness)
    let best = likeness.max() ?? .organisation
    var score = base
    if best == .organisation { score -= 5 }
    if best == .nickname && !isForum { score -= source == .data || source == .meta ? 2 : 4 }
    if best == .person && source != .data {
      unique = zip(unique, likeness).filter { $0.1 == .person }.map(\.0)
    } else if best > .organisation {
      unique = zip(unique, likeness).filter { $0.1 > .organisation }.map(\.0)
    }
    candidates.append(Candidate(names: unique, score: score, source: source))
  }

  private mutating func addLinkedData() {
    for (rank, object) in data.main.prefix(4).enumerated() {
      let base = (data.isArticle(object) ? 10.0 : 7.0) - Double(rank)
      for key in ["author", "creator"] {
        let names = data.names(key, of: object).flatMap(persons.names)
        if !names.isEmpty {
          add(names, base, .data)
          break
        }
      }
    }
  }

  private mutating func addMetas() {
    for (index, key) in Self.metaNames.enumerated() {
      let contents = head.all(key).filter { !$0.contains(0x3A) || !$0.contains(0x2F) }
      guard !contents.isEmpty else { continue }
      let isCitation = key == Self.citation
      let names = contents.prefix(12).flatMap { content in
        isCitation ? [Self.turned(content)] : persons.names(in: content)
      }
      add(names, 8 - 0.04 * Double(index), .meta)
    }
    if let label = head.first("twitter:label1"),
      ["by", "written"].contains(where: {
        WordFolder.words(label[...]).first == WordFolder.word($0)
      }),
      let name = head.first("twitter:data1")
    {
      add(persons.names(in: name), 7.6, .meta)
    }
  }

  /// "Doe, Jane" becomes "Jane Doe".
  private static func turned(_ content: [UInt8]) -> String {
    let parts = String(decoding: content, as: UTF8.self).split(separator: ",")
      .map { $0.drop { $0 == " " } }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : String(decoding: content, as: UTF8.self)
  }

  /// Elements of one kind; those that stand together give one list.
  private mutating func addMarks(_ list: [PageMarks.Mark], _ base: Double, _ source: Source) {
    var names: [String] = []
    var score = 0.0
    var last: PageMarks.Mark?
    func isNear(_ mark: PageMarks.Mark) -> Bool {
      guard let last else { return true }
      guard let one = last.distance, let other = mark.distance else { return false }
      return abs(one - other) <= 8 && last.isForeign == mark.isForeign
    }
    for mark in list.prefix(16) {
      let text = text(of: mark)
      guard (2...140).contains(text.count) else { continue }
      if !isNear(mark) {
        add(names, score, source)
        names = []
      }
      let found = persons.names(in: text)
      guard !found.isEmpty else { continue }
      if names.isEmpty { score = base + place(mark, text) }
      names += found
      last = mark
    }
    add(names, score, source)
  }

  private func text(of mark: PageMarks.Mark) -> [UInt8] {
    if let content = document.value(.content, of: mark.node) { return Array(content) }
    for inner in document.contents(of: mark.node).prefix(40) {
      if let property = document.value(.itemprop, of: inner), property.elementsEqual("name".utf8) {
        let content = document.value(.content, of: inner).map { Array($0) }
        return content ?? document.line(of: inner, limit: 200)
      }
    }
    return document.line(of: mark.node, limit: 200)
  }

  private func place(_ mark: PageMarks.Mark, _ text: [UInt8]) -> Double {
    var score = mark.isForeign ? -2.5 : 0.0
    if mark.names.contains(.comment) { score -= 3 }
    if let distance = mark.distance {
      score += (-8...14).contains(distance) ? 0.8 : (-15...40).contains(distance) ? 0.2 : -0.8
    }
    if Self.byWords.begins(WordFolder.words(text[...], limit: 4)) { score += 0.6 }
    return score
  }

  /// Lines near the headline that begin as bylines do.
  private mutating func addBylines() {
    guard let headline else { return }
    let range = max(0, headline - 10)..<min(blocks.blocks.count, headline + 30)
    for index in range where blocks.blocks[index].units <= 120 {
      let line = blocks.bytes(of: index)
      let words = WordFolder.words(line, limit: 16)
      guard Self.byWords.begins(words), words.count > 1 else { continue }
      let names = persons.names(in: Array(line)).filter { persons.likeness(of: $0) == .person }
      guard let first = names.first else { continue }
      var score = 5.4 - 0.02 * Double(abs(index - headline))
      if Self.weakByWords.begins(words) { score -= 1.2 }
      add(words.count > 14 ? [first] : names, score, .byline)
    }
  }

  /// Other kinds of sources that give the same names.
  private func support(for candidate: Int, _ folded: [Set<String>]) -> Double {
    var best: [Source: Double] = [:]
    let own = folded[candidate]
    for (index, other) in candidates.enumerated()
    where other.source != candidates[candidate].source && other.score >= 3 {
      let common = own.count { folded[index].contains($0) }
      let overlap = Double(common) / Double(own.count + folded[index].count - common)
      best[other.source] = max(best[other.source] ?? 0, overlap)
    }
    return 0.9 * best.values.reduce(0, +)
  }

  /// A lone name or nick becomes the full name that another source shows.
  private func fullName(_ name: String) -> String {
    guard persons.likeness(of: name) == .nickname else { return name }
    let squashed = WordFolder.squashed(Array(name.utf8)[...])
    for candidate in candidates {
      for other in candidate.names where persons.likeness(of: other) == .person {
        let words = other.split(separator: " ").map { WordFolder.squashed(Array($0.utf8)[...]) }
        if words.contains(squashed) || Array(words.joined()) == squashed { return other }
      }
    }
    return name
  }

  private static let metaNames = PageHead.hashes(
    """
    author article:author parsely-author sailthru.author dc.creator dcterms.creator \
    citation_author byl authors dc.contributor article.author rbauthors cxenseparse:author \
    dcsext.author shareaholic:article_author_name twitter:creator_name og:article:author
    """
  )
  private static let citation = NameHash("citation_author".utf8).value
  private static let byWords = PhraseTable(
    """
    by; written by; posted by; published by; reported by; words by; story by; text by; article by
    von; text von; geschrieben von; ein beitrag von; eine analyse von; ein kommentar von
    ein interview von; ein artikel von; ein gastbeitrag von; verfasst von; erstellt von; gepostet von
    eingestellt von; veröffentlicht von; par; écrit par; publié par; rédigé par; propos recueillis par
    por; escrito por; di; scritto da; a cura di; door; geschreven door; af; skrevet af; av; skriven av
    author; authors; autor; autorin; autoren; auteur; autore; text; texte; texto; tekst; redaktion
    автор; текст; yazar; 作者; 著者; 文; 記者; 글
    """
  )
  private static let weakByWords = PhraseTable("di; af; av; por; par; door; da; text; redaktion; 文")
}
