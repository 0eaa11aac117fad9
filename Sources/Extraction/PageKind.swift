/// The kinds of pages whose texts are found in different ways.
enum PageKind: Sendable {
  case article, documentation, forum, product
  /// Services, listings, collections, and what could not be told.
  case other

  /// Tells the kind by linked data, generator, metas and address; the first sign decides.
  init(_ head: PageHead, _ data: LinkedData, addresses: [[UInt8]]) {
    let types = data.types.union(head.itemTypes)
    let lists = Self.set("itemlist collectionpage blog searchresultspage")
    let isList = !types.isDisjoint(with: lists)
    let form = head.first("og:type").map { NameHash($0).value } ?? 0
    if Self.isForum(types, head, addresses) {
      self = .forum
    } else if addresses.contains(where: Self.isDocumentation) {
      self = .documentation
    } else if Self.set("product og:product product.item").contains(form)
      || (types.contains(NameHash("product".utf8).value)
        && types.isDisjoint(
          with: Self.set("itemlist collectionpage article blogposting newsarticle")
        ))
    {
      self = .product
    } else if !isList && Self.isArticle(types, head, form) {
      self = .article
    } else if addresses.contains(where: {
      Self.holdsFolder($0, "product products p dp item itm ip pd sku prod")
    }) {
      self = .product
    } else {
      self = .other
    }
  }

  private static func isForum(
    _ types: Set<UInt64>,
    _ head: PageHead,
    _ addresses: [[UInt8]]
  ) -> Bool {
    if !types.isDisjoint(with: set("discussionforumposting qapage")) { return true }
    if let generator = head.first("generator") {
      let words = WordFolder.words(generator[...])
      if words.contains(where: forums.contains) { return true }
    }
    return addresses.contains { address in
      hostBegins(address, "forum forums community communities discuss boards talk answers bbs")
        || holdsFolder(
          address,
          "forum forums thread threads topic topics viewtopic showthread questions discussion discussions td-p qa"
        )
    }
  }

  private static func isDocumentation(_ address: [UInt8]) -> Bool {
    hostBegins(address, "doc docs developer developers wiki help support api kb manual")
      || holdsFolder(
        address,
        "doc docs documentation wiki reference manual manuals api handbook man"
      )
  }

  private static func isArticle(_ types: Set<UInt64>, _ head: PageHead, _ form: UInt64) -> Bool {
    let dates = """
      article:published_time datepublished dc.date.issued dc.date dcterms.date dcterms.created \
      pubdate publish-date publishdate parsely-pub-date sailthru.date date article.published \
      cxenseparse:recs:publishtime og:article:published_time citation_publication_date
      """
    if head.has(dates) || head.bodyNames.contains(where: singles.contains) { return true }
    if set("article blog news").contains(form) { return true }
    return !types.isDisjoint(with: articles)
  }

  private static func hostBegins(_ address: [UInt8], _ names: String) -> Bool {
    guard let place = address.firstIndex(ofFolded: "://", from: 0) else { return false }
    let label = address[(place + 3)...].prefix { $0 != 0x2E && $0 != 0x2F }
    return set(names).contains(NameHash(label).value)
  }

  /// A folder of the path, not its last part.
  private static func holdsFolder(_ address: [UInt8], _ names: String) -> Bool {
    guard let place = address.firstIndex(ofFolded: "://", from: 0) else { return false }
    let path = address[(place + 3)...].prefix { $0 != 0x3F && $0 != 0x23 }
    let known = set(names)
    return path.split(separator: 0x2F).dropFirst().dropLast()
      .contains { known.contains(NameHash($0).value) }
  }

  private static func set(_ names: String) -> Set<UInt64> {
    Set(names.utf8.split { $0 <= 0x20 }.map { NameHash($0).value })
  }

  private static let forums = Set(
    "discourse phpbb vbulletin xenforo invision mybb smf nodebb flarum vanilla discuz"
      .split(separator: " ").map { WordFolder.word(String($0)) }
  )
  private static let singles = set(
    "single single-post post-template-default article article-page node-type-article node-type-blog"
  )
  private static let articles = set(
    """
    article newsarticle blogposting techarticle report recipe scholarlyarticle
    reportagenewsarticle analysisnewsarticle medicalwebpage
    """
  )
}
