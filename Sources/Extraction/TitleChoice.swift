/// Chooses the title by the votes of its sources, and frees it from the site's name.
///
/// Votes: JSON-LD headline 2.6 (other objects 1.2), og:title 1.6, `<title>` 1.3, microdata 1.0, twitter:title 0.6, other
/// metas 0.5 each; the first heading 4.2 where it agrees with one of these, less where it does not. A text that begins or
/// ends another supports it. The most votes win.
struct TitleChoice {
  private struct Candidate {
    let text: [UInt8]
    let words: [UInt64]
    var votes: Double
    var sources: Set<String>
  }

  private let head: PageHead
  private let data: LinkedData
  private let headings: Headings
  private let isArticle: Bool
  private let leftOut: ExtractionSteps
  /// The site's names, with those learnt from the titles.
  private(set) var sites: SiteNames
  private var candidates: [Candidate] = []
  /// What other sources repeat of `<title>` from its beginning, so that it holds no site's name.
  private var whole: Set<[UInt64]> = []

  init(
    _ head: PageHead,
    _ data: LinkedData,
    _ names: SiteNames,
    _ headings: Headings,
    leavingOut leftOut: ExtractionSteps = []
  ) {
    self.leftOut = leftOut
    self.head = head
    self.data = data
    sites = names
    self.headings = headings
    let type = head.first("og:type").map { NameHash($0).value }
    isArticle =
      data.isArticle
      || ["article", "blog", "newsarticle"].contains { NameHash($0.utf8).value == type }
      || head.has("article:published_time datepublished parsely-pub-date")
  }

  /// The title, or nil where the page has none; also learns names of the site.
  mutating func choose() -> [UInt8]? {
    learnSiteName()
    voteForHead()
    if !leftOut.contains(.microdata) {
      for property in headings.properties { vote(property, 1.0, "property") }
    }
    voteForHeading()
    supportParts()
    guard let best = candidates.max(by: { $0.votes < $1.votes }) else { return nil }
    let isLone = best.sources.isSubset(of: ["title", "meta"])
    guard !leftOut.contains(.titleParts) else { return best.text }
    return TitleEnding(sites, headings, isLone: isLone).finished(best.text)
  }

  private mutating func voteForHead() {
    if let object = data.main.first, let name = data.title(of: object) {
      vote(name, data.isArticle ? 2.6 : 1.2, "data")
    }
    let hasMetas = !leftOut.contains(.metas)
    if hasMetas, let title = head.first("og:title") { vote(title, 1.6, "graph") }
    if hasMetas, let title = head.first("twitter:title") { vote(title, 0.6, "twitter") }
    vote(head.title, 1.3, "title")
    if hasMetas { voteForMetas() }
  }

  private mutating func voteForMetas() {
    for name in [
      "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title",
      "headline", "cxenseparse:title",
    ] {
      if let title = head.first(name) { vote(title, 0.5, "meta") }
    }
  }

  private mutating func vote(_ text: [UInt8], _ weight: Double, _ source: String) {
    let title = withoutSite(text)
    let words = WordFolder.words(title[...])
    guard !words.isEmpty, source == "title" || !Self.generic.equals(words) else { return }
    if let place = candidates.firstIndex(where: { $0.words == words }) {
      if candidates[place].sources.insert(source).inserted { candidates[place].votes += weight }
    } else {
      candidates.append(Candidate(text: title, words: words, votes: weight, sources: [source]))
    }
  }

  /// The heading that resembles the other sources most.
  private mutating func voteForHeading() {
    let references = candidates.filter { $0.sources != ["meta"] && $0.sources != ["twitter"] }
    var best: (score: Double, similarity: Double, text: [UInt8], isSite: Bool)?
    for (index, heading) in headings.main.prefix(12).enumerated() {
      let text = title(of: heading)
      let words = WordFolder.words(withoutSite(text)[...])
      guard !words.isEmpty else { continue }
      let similarity = references.map { Self.similarity(words, $0.words) }.max() ?? 0
      let isSite = sites.contain(text[...]) && similarity < 0.99
      var score = similarity - (isSite ? 1 : 0) - 0.02 * Double(index)
      if heading.isAside { score -= 0.3 }
      if heading.isBanner && isOverruled(words) { continue }
      if best.map({ score > $0.score }) ?? true { best = (score, similarity, text, isSite) }
    }
    guard let best else { return }
    var weight = best.similarity >= 0.3 ? 4.2 : headings.main.count == 1 ? 3.0 : 1.4
    // A heading of a lower level is all of `<title>`: the first one is the manual's.
    if best.similarity < 0.3 && isOverruled(WordFolder.words(best.text[...])) { weight = 0.6 }
    if !isArticle { weight -= best.similarity < 0.6 ? 1.5 : 0.45 }
    vote(best.text, best.isSite ? 0.3 : weight, "heading")
  }

  /// Whether another heading is what `<title>` has without the site's name, and this one is not.
  private func isOverruled(_ heading: [UInt64]) -> Bool {
    let title = WordFolder.words(withoutSite(head.title)[...])
    return !title.isEmpty && title != heading && headings.words.contains(title)
      && !sites.contain(head.title[...])
  }

  /// A heading without its kicker, where other sources leave that out or nothing parts the two.
  private func title(of heading: Headings.Main) -> [UInt8] {
    guard let rest = heading.rest else { return heading.text }
    func votes(_ text: [UInt8]) -> Double {
      let words = WordFolder.words(withoutSite(text)[...])
      return candidates.first { $0.words == words }?.votes ?? 0
    }
    // "name @1.2.3": what the page is called stands before a version.
    let kicker = Array(heading.text.dropLast(rest.count))
    if rest.contains(where: \.isASCIIDigit),
      !rest.contains(where: { $0.isASCIILetter || $0 >= 0xC3 }),
      votes(kicker) > 0
    {
      return kicker
    }
    let whole = votes(heading.text)
    let part = votes(rest)
    if whole > 0 || part > 0 { return part > whole ? rest : heading.text }
    let isShort = WordFolder.words(rest[...]).count < 3
    return heading.isPunctuated || isShort ? heading.text : rest
  }

  private mutating func supportParts() {
    let votes = candidates.map(\.votes)
    for index in candidates.indices {
      for other in candidates.indices where other != index {
        let whole = candidates[other].words
        let part = candidates[index].words
        if whole.starts(with: part) || whole.reversed().starts(with: part.reversed()) {
          candidates[index].votes += 0.5 * votes[other]
        }
      }
    }
  }

  /// What `<title>` has beyond another source is the site's name; what that repeats of it holds none.
  private mutating func learnSiteName() {
    let parts = TitleParts(head.title)
    guard parts.count >= 2 else { return }
    var known = Set(headings.texts.map { WordFolder.words($0[...]) })
    for name in ["og:title", "twitter:title"] {
      if let title = head.first(name) { known.insert(WordFolder.words(title[...])) }
    }
    if let object = data.main.first, let headline = data.string("headline", of: object) {
      known.insert(WordFolder.words(headline[...]))
    }
    for count in 1..<min(parts.count, 8) {
      let beginning = WordFolder.words(parts.beginning(count))
      if count > 1 && known.contains(beginning) { whole.insert(beginning) }
    }
    let beginning = WordFolder.words(parts.withoutLast)
    if known.contains(beginning), WordFolder.words(parts.last).count <= 6 {
      sites.learn(parts.last)
    }
    learnManual(parts)
  }

  /// A first-level heading that is the last part of `<title>` is the manual's name, where another heading has the other
  /// parts, or its place or its words say so.
  private mutating func learnManual(_ parts: TitleParts) {
    let last = WordFolder.words(parts.last)
    let others = parts.withoutLast
    guard let heading = headings.main.first(where: { WordFolder.words($0.text[...]) == last }),
      !sites.contain(others)
    else { return }
    let rest = WordFolder.words(others)
    let isManual = last.contains(where: Self.manuals.contains)
    if heading.isBanner || isManual || headings.words.contains(rest) { sites.learn(parts.last) }
  }

  private static let manuals = Set(
    "documentation docs manual reference handbook dokumentation handbuch"
      .split(separator: " ").map { WordFolder.word(String($0)) }
  )

  private func withoutSite(_ text: [UInt8]) -> [UInt8] {
    if leftOut.contains(.titleParts) { return text }
    if !whole.isEmpty && whole.contains(WordFolder.words(text[...])) { return text }
    return sites.removed(from: text)
  }

  private static func similarity(_ first: [UInt64], _ second: [UInt64]) -> Double {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var rest: [UInt64: Int] = [:]
    for word in second { rest[word, default: 0] += 1 }
    var common = 0
    for word in first where rest[word, default: 0] > 0 {
      rest[word, default: 0] -= 1
      common += 1
    }
    return 2 * Double(common) / Double(first.count + second.count)
  }

  private static let generic = PhraseTable(
    """
    home; homepage; startseite; start; index; welcome; untitled; accueil; inicio; blog; news
    article; untitled document; readme; navigation; menu
    """
  )
}
