/// Chooses the authors among the lists of names that the page gives.
///
/// Scores: linked data 10 (7 for objects that are no article), metas 8, microdata 7, `rel=author` 6.5, a printed byline 5.4,
/// links to authors' pages 5.2, an element named so 5, an account in a meta's address 3, a bare name beside a date 2; near
/// the headline more, beside other pages' teasers less. Lists of different sources that share names support each other.
struct AuthorChoice {
  private let head: PageHead
  private let data: LinkedData
  private let document: HTMLDocument
  private let blocks: TextBlocks
  private let marks: PageMarks
  private let title: [UInt8]
  private let headline: Int?
  private let persons: PersonNames
  private let isForum: Bool
  private let leftOut: ExtractionSteps
  private var candidates: AuthorCandidates

  init(
    _ head: PageHead,
    _ data: LinkedData,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    _ marks: PageMarks,
    title: [UInt8],
    headline: Int?,
    persons: PersonNames,
    isForum: Bool,
    leavingOut leftOut: ExtractionSteps = []
  ) {
    self.head = head
    self.data = data
    self.document = document
    self.blocks = blocks
    self.marks = marks
    self.title = title
    self.headline = headline
    self.persons = persons
    self.isForum = isForum
    self.leftOut = leftOut
    candidates = AuthorCandidates(persons, title: title, isForum: isForum)
  }

  /// The authors' names; empty where none is sure enough.
  mutating func choose() -> [String] {
    addLinkedData()
    if !leftOut.contains(.metas) { addMetas() }
    var reader = AuthorMarks(document, persons, isForum: isForum)
    if !leftOut.contains(.microdata) {
      reader.add(marks.authorProperties, 7, .property, to: &candidates)
    }
    if !leftOut.contains(.shownAuthors) { addShown(&reader) }
    addAccount()
    return decided.map(\.text)
  }

  /// What the body of the page shows.
  private mutating func addShown(_ reader: inout AuthorMarks) {
    reader.add(marks.authorRelations, 6.5, .relation, to: &candidates)
    reader.add(marks.authorLinks, 5.2, .link, to: &candidates)
    reader.add(marks.authors, 5, .named, to: &candidates)
    Bylines(blocks, headline: headline, persons, title: title)
      .add(to: &candidates) { marks.isForeign(Int(blocks.blocks[$0].node)) }
    addFreeNames()
  }

  private var decided: [PersonName] {
    guard let best = candidates.best, best.total >= 0.5 else { return [] }
    let winner = candidates.list[best.index]
    let names = candidates.writers(of: winner.names)
    guard names.count == 1, let name = names.first,
      name.length == 1 || name.likeness == .nickname, !name.isUncased
    else { return names }
    return [candidates.fullName(for: name) ?? name]
  }

  private mutating func addLinkedData() {
    for (rank, object) in data.main.prefix(4).enumerated() {
      let base = (data.isArticle(object) ? 10.0 : 7.0) - Double(rank)
      for (key, loss) in [("author", 0.0), ("creator", 0.5)] {
        let names = data.names(key, of: object).flatMap { persons.names(in: $0) }
        if !names.isEmpty { candidates.add(names, base - loss, .data) }
      }
    }
  }

  private mutating func addMetas() {
    for (index, key) in Self.metaNames.enumerated() {
      let contents = head.all(key)
      guard !contents.isEmpty else { continue }
      let isTurned = Self.turnedNames.contains(key)
      let names = contents.prefix(24).flatMap { content in
        persons.names(in: isTurned ? Self.turned(content) : content)
      }
      let loss = Self.doubtfulNames.contains(key) ? 2.0 : 0
      candidates.add(names, 8 - 0.04 * Double(index) - loss, .meta)
    }
    for number in ["1", "2"] {
      guard let label = head.first("twitter:label" + number),
        Self.cardLabels.occurs(in: WordFolder.words(label[...], limit: 6)),
        let name = head.first("twitter:data" + number)
      else { continue }
      candidates.add(persons.names(in: name), 6, .meta)
    }
  }

  /// "Doe, Jane" becomes "Jane Doe".
  private static func turned(_ content: [UInt8]) -> [UInt8] {
    let parts = content.split(separator: 0x2C)
    guard parts.count == 2, content.count(where: { $0 == 0x20 }) <= 4 else { return content }
    return parts[1].drop { $0 == 0x20 } + [0x20] + parts[0]
  }

  /// Names without any mark, where the marked ones do not tell enough.
  private mutating func addFreeNames() {
    guard let headline else { return }
    let free = FreeNames(blocks, headline: headline, persons)
    let isForeign = { (index: Int) in marks.isForeign(Int(blocks.blocks[index].node)) }
    free.addNear(to: &candidates, isForeign: isForeign)
    if !candidates.list.contains(where: { $0.score > 2 }) {
      free.addSignature(to: &candidates, isForeign: isForeign)
    }
  }

  /// The name in the address of an author's page: "https://example.org/people/jane-doe".
  private mutating func addAccount() {
    for key in Self.metaNames.prefix(2) {
      guard let content = head.all(key).first, PersonNames.isAddress(content[...]),
        !content.contains(0x3F)
      else { continue }
      let last = content.split(separator: 0x2F).last ?? []
      let words = last.split { $0 == 0x2D || $0 == 0x2E }
      guard (2...3).contains(words.count), last.count < 40,
        words.allSatisfy({ $0.allSatisfy(\.isASCIILetter) })
      else { continue }
      candidates.add([persons.name(Self.capitalised(words))], 3, .address)
    }
  }

  private static func capitalised(_ words: [ArraySlice<UInt8>]) -> String {
    words.map { word in
      String(decoding: word.prefix(1), as: UTF8.self).uppercased()
        + String(decoding: word.dropFirst(), as: UTF8.self)
    }.joined(separator: " ")
  }

  private static let metaNames = PageHead.hashes(
    """
    author article:author article:author_name og:author og:article:author parsely-author \
    sailthru.author dc.creator dcterms.creator dc.contributor citation_author byl \
    cxenseparse:author authors article.author bylineauthor creator rnews:author dcsext.author \
    author_name vr:author mrf:authors page.content.author shareaholic:article_author_name \
    book:author cse_author xing:author ob_author news_author dc.author rbauthors \
    twitter:creator_name article:authors
    """
  )
  private static let turnedNames = Set(
    PageHead.hashes("citation_author dc.creator dcterms.creator")
  )
  private static let doubtfulNames = Set(PageHead.hashes("dc.contributor creator book:author"))
  private static let cardLabels = PhraseTable(
    """
    by; author; autor; verfasst; escrito; écrit; geschrieben; written; skrevet; skriven; geschreven
    scritto; автор; yazan; yazar
    """
  )
}
