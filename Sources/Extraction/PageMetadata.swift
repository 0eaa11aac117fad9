/// What a page says about itself: title, authors, days, language, site, address.
///
/// For each field every source gives candidates with a score, agreement adds, the best wins; the choices' own comments
/// give the scores. In general: linked data before the metas of publishing systems, these before microdata, these before
/// what is printed near the headline.
struct PageMetadata: Sendable {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var language: String?
  private(set) var site: String?
  private(set) var canonical: String?
  private(set) var facts = PageFacts()

  /// `source` is the page as it came, `address` where it came from; no date is taken that lies behind `latest`.
  init(
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    linkedData scripts: [ArraySlice<UInt8>],
    address: String?,
    leavingOut leftOut: ExtractionSteps = [],
    source: [UInt8] = [],
    latest: Day? = nil
  ) {
    let head = PageHead(document)
    let headings = Headings(document, properties: head.headlines)
    let data = LinkedData(
      scripts,
      titleWords: Self.titleWords(head, headings),
      canonical: head.canonical.isEmpty ? head.first("og:url") ?? [] : head.canonical
    )
    let known = PageAddress(head, data, address: address)
    var titles = TitleChoice(
      head,
      data,
      SiteNames(head, data, host: known.host),
      headings,
      leavingOut: leftOut
    )
    let title = titles.choose()
    let headline = Self.headline(title ?? [], blocks)
    let marks = PageMarks(document, blocks, headline: headline)
    let addresses =
      leftOut.contains(.ownAddress) ? address.map { [Array($0.utf8)] } ?? [] : known.all
    let kind = PageKind(head, data, addresses: addresses)
    language = PageLanguage.tag(head, data, blocks)
    var dates = DateChoice(
      head,
      data,
      document,
      blocks,
      marks,
      headline: headline,
      kind: kind,
      reader: reader(blocks, host: known.host),
      latest: latest,
      leavingOut: leftOut
    )
    readDays(&dates, addresses, source)
    let persons = PersonNames(titles.sites, tellsPersons: !leftOut.contains(.persons))
    var names = AuthorChoice(
      head,
      data,
      document,
      blocks,
      marks,
      title: title ?? [],
      headline: headline,
      persons: persons,
      isForum: kind == .forum,
      leavingOut: leftOut
    )
    authors = names.choose()
    self.title = title.flatMap(Self.text)
    site = titles.sites.name.flatMap(Self.text)
    canonical = Self.canonical(head, address: address)
    facts = Self.facts(head, data, headings.texts, title: title ?? [], kind: kind)
    addFacts(leavingOut: leftOut)
  }

  private func reader(_ blocks: TextBlocks, host: String) -> DayReader {
    let order = DayOrder.isMonthFirst(in: blocks.text)
    return DayReader(isMonthFirst: order ?? DayOrder.isMonthFirst(language: language, host: host))
  }

  private mutating func readDays(
    _ dates: inout DateChoice,
    _ addresses: [[UInt8]],
    _ source: [UInt8]
  ) {
    let day = dates.published(addresses: addresses, source: source)
    published = day?.text
    modified = dates.modified(after: day)?.text
  }

  private mutating func addFacts(leavingOut leftOut: ExtractionSteps) {
    facts.leftOut = leftOut
    facts.authors = authors.prefix(5).map { WordFolder.words(Array($0.utf8)[...], limit: 6) }
      .filter { $0.count >= 2 }
  }

  /// The address that the page calls its own, if it is an absolute one or can be made so.
  private static func canonical(_ head: PageHead, address: String?) -> String? {
    let graph = head.first("og:url").flatMap(text)
    guard let reference = text(head.canonical) ?? graph else { return nil }
    let own = [address, graph].lazy.compactMap { $0 }.first(where: isAbsolute)
    let base = text(head.base).flatMap { AddressReference.resolve($0, against: own) }
    return AddressReference.resolve(
      reference,
      against: base.flatMap { isAbsolute($0) ? $0 : nil } ?? own
    )
    .flatMap { isAbsolute($0) ? $0 : nil }
  }

  private static func isAbsolute(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    let line = MarkupText.line(bytes[...])
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  private static func titleWords(_ head: PageHead, _ headings: Headings) -> Set<UInt64> {
    var words = Set(WordFolder.words(head.title[...]))
    words.formUnion(WordFolder.words((head.first("og:title") ?? [])[...]))
    for heading in headings.texts.prefix(2) { words.formUnion(WordFolder.words(heading[...])) }
    return words
  }

  /// The block that shows the title: a heading by preference.
  private static func headline(_ title: [UInt8], _ blocks: TextBlocks) -> Int? {
    let words = WordFolder.words(title[...])
    var first: Int?
    for (index, block) in blocks.blocks.enumerated() where block.units < 400 && !words.isEmpty {
      let line = blocks.bytes(of: index)
      // The first word tells of nearly all blocks that they are no headline.
      guard WordFolder.words(line, limit: 1).first == words[0],
        WordFolder.words(line, limit: words.count + 1) == words
      else { continue }
      if block.tag == .h1 { return index }
      if first == nil { first = index }
    }
    return first ?? blocks.blocks.firstIndex { $0.tag == .h1 }
  }

  private static func facts(
    _ head: PageHead,
    _ data: LinkedData,
    _ headings: [[UInt8]],
    title: [UInt8],
    kind: PageKind
  ) -> PageFacts {
    var facts = PageFacts()
    var titles = [title, head.title]
    for name in ["og:title", "twitter:title", "headline", "dc.title"] {
      if let title = head.first(name) { titles.append(title) }
    }
    if let object = data.main.first, let headline = data.string("headline", of: object) {
      titles.append(headline)
    }
    if headings.count <= 2 { titles += headings }
    facts.headlines = titles.map { WordFolder.words($0[...]) }.filter { $0.count >= 2 }
    for name in ["og:description", "description", "twitter:description"] {
      if let text = head.first(name) {
        facts.descriptions.append(WordFolder.words(text[...], limit: 24))
      }
    }
    facts.articleBody = data.articleBody
    facts.structured = StructuredText(data, kind)
    facts.kind = kind
    return facts
  }
}
