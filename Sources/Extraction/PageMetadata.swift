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

  init(
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    linkedData scripts: [ArraySlice<UInt8>],
    address: String?
  ) {
    let head = PageHead(document)
    let headings = Self.headings(document)
    let data = LinkedData(
      scripts,
      titleWords: Self.titleWords(head, headings),
      canonical: head.canonical
    )
    let addresses = [Array((address ?? "").utf8), head.canonical, head.first("og:url") ?? []]
    let host = addresses.lazy.compactMap(Self.host).first ?? ""
    var sites = SiteNames(head, data, host: host)
    var titles = TitleChoice(head, data, sites, headings: headings)
    let title = titles.choose()
    sites = titles.sites
    let headline = Self.headline(title ?? [], blocks)
    let marks = PageMarks(document, blocks, headline: headline)
    let kind = PageKind(head, data, addresses: addresses)
    language = Self.language(head)
    let reader = DayReader(isMonthFirst: Self.isMonthFirst(language, host))
    var dates = DateChoice(head, data, document, blocks, marks, headline: headline, reader: reader)
    var names = AuthorChoice(
      head,
      data,
      document,
      blocks,
      marks,
      headline: headline,
      persons: PersonNames(sites),
      isForum: kind == .forum
    )
    self.title = title.flatMap(Self.text)
    authors = names.choose()
    published = dates.published(addresses: addresses)?.text
    modified = dates.modified?.text
    site = sites.name.flatMap(Self.text)
    let reference = head.canonical.isEmpty ? head.first("og:url") ?? [] : head.canonical
    canonical = Self.text(reference).flatMap { AddressReference.resolve($0, against: address) }
    facts = Self.facts(head, data, headings, title: title ?? [], kind: kind)
    facts.authors = authors.prefix(5).map { WordFolder.words(Array($0.utf8)[...], limit: 6) }
      .filter { $0.count >= 2 }
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    let line = MarkupText.line(bytes[...])
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// The first-level headings, at most fifty.
  private static func headings(_ document: HTMLDocument) -> [[UInt8]] {
    var headings: [[UInt8]] = []
    for (index, node) in document.nodes.enumerated() where node.tag == .h1 {
      let line = document.line(of: index, limit: 600)
      if !line.isEmpty { headings.append(line) }
      if headings.count == 50 { break }
    }
    return headings
  }

  private static func titleWords(_ head: PageHead, _ headings: [[UInt8]]) -> Set<UInt64> {
    var words = Set(WordFolder.words(head.title[...]))
    words.formUnion(WordFolder.words((head.first("og:title") ?? [])[...]))
    for heading in headings.prefix(2) { words.formUnion(WordFolder.words(heading[...])) }
    return words
  }

  /// The block that shows the title: a heading by preference.
  private static func headline(_ title: [UInt8], _ blocks: TextBlocks) -> Int? {
    let words = WordFolder.words(title[...])
    var first: Int?
    for (index, block) in blocks.blocks.enumerated() where block.units < 400 && !words.isEmpty {
      guard WordFolder.words(blocks.bytes(of: index), limit: words.count + 1) == words else {
        continue
      }
      if block.tag == .h1 { return index }
      if first == nil { first = index }
    }
    return first ?? blocks.blocks.firstIndex { $0.tag == .h1 }
  }

  private static func host(of address: [UInt8]) -> String? {
    guard let place = address.firstIndex(ofFolded: "://", from: 0) else { return nil }
    let rest = address[(place + 3)...]
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3A && $0 != 0x3F && $0 != 0x23 }
    return host.isEmpty ? nil : String(decoding: host, as: UTF8.self)
  }

  /// The tag of `<html lang>`, else of the metas; nil where it is no tag.
  private static func language(_ head: PageHead) -> String? {
    let sources = [head.language, head.first("content-language og:locale dc.language") ?? []]
    for source in sources {
      let tag = source.split { $0 == 0x2C || $0 == 0x3B }.first ?? []
      let parts = tag.trimmedHTMLSpace().split { $0 == 0x2D || $0 == 0x5F }
      guard let first = parts.first, (2...3).contains(first.count),
        first.allSatisfy(\.isASCIILetter)
      else { continue }
      let rest = parts.dropFirst().prefix(3).filter { part in
        part.count <= 8 && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
      let texts = rest.map { part in
        let text = String(decoding: part, as: UTF8.self)
        return part.count == 2 ? text.uppercased() : text
      }
      return ([String(decoding: first, as: UTF8.self).lowercased()] + texts).joined(separator: "-")
    }
    return nil
  }

  /// Whether 3/4 is the fourth of March: in American English, and in English of no country that writes otherwise.
  private static func isMonthFirst(_ language: String?, _ host: String) -> Bool {
    let country = host.split(separator: ".").last.map(String.init) ?? ""
    if ["us", "gov", "edu", "mil"].contains(country) { return true }
    let hasOwnOrder = country.utf8.count == 2 && !["io", "co", "tv", "me", "ai"].contains(country)
    guard !hasOwnOrder else { return false }
    guard let language else { return true }
    return language == "en" || language == "en-US"
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
    facts.kind = kind
    return facts
  }
}
