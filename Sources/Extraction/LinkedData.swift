/// The JSON-LD of a page: which object describes the page itself, and what it says.
///
/// Pages also describe their site, teasers, comments and authors. The object of the page is the one of an article's type,
/// whose headline is made of the words of the page's titles, and which is not a part of another object.
struct LinkedData: Sendable {
  let tree: JSONTree
  /// The objects that may describe the page, the likeliest first.
  private(set) var main: [Int] = []
  /// The types of all objects, as folded names.
  private(set) var types: Set<UInt64> = []
  /// The first object with a name for each `@id`: to look for it in the whole tree each time would be quadratic.
  private let named: [ArraySlice<UInt8>: Int32]

  /// `titleWords` are the words of the page's titles, `canonical` the address the page calls its own.
  init(_ scripts: [ArraySlice<UInt8>], titleWords: Set<UInt64>, canonical: [UInt8]) {
    var tree = JSONTree()
    for script in scripts { tree.append(script) }
    self.tree = tree
    named = Self.named(in: tree)
    var ranked: [(rank: Double, value: Int)] = []
    for (index, value) in tree.values.enumerated() where value.kind == .object {
      let own = typeNames(of: index)
      types.formUnion(own)
      let rank = rank(index, own, titleWords, canonical)
      if rank > 0.9 { ranked.append((rank, index)) }
    }
    ranked.sort { $0.rank != $1.rank ? $0.rank > $1.rank : $0.value < $1.value }
    main = ranked.map(\.value)
  }

  /// Whether the likeliest object is an article.
  var isArticle: Bool {
    main.first.map { !typeNames(of: $0).isDisjoint(with: Self.articles) } ?? false
  }

  func isArticle(_ object: Int) -> Bool {
    !typeNames(of: object).isDisjoint(with: Self.articles)
  }

  /// Whether an object is a review or a comment within another's.
  func isOpinion(_ object: Int) -> Bool {
    isPart(object) && !typeNames(of: object).isDisjoint(with: Self.opinions)
  }

  /// The first text under a key: of a string, of the first of several, or of an object's name.
  func string(_ key: String, of object: Int) -> [UInt8]? {
    guard let value = tree.child(NameHash(key.utf8).value, of: object) else { return nil }
    return texts(of: value).first
  }

  /// The headline of an object; the name of what is no mere page.
  func title(of object: Int) -> [UInt8]? {
    if let headline = string("headline", of: object) { return headline }
    let isPage = typeNames(of: object).contains(NameHash("webpage".utf8).value)
    return isPage ? nil : string("name", of: object)
  }

  /// The addresses that an object gives as its own.
  func addresses(of object: Int) -> [[UInt8]] {
    ["url", "mainEntityOfPage", "@id"].compactMap { key in
      guard var value = tree.child(NameHash(key.utf8).value, of: object) else { return nil }
      if tree.values[value].kind == .object {
        guard
          let inner = tree.child(NameHash("@id".utf8).value, of: value)
            ?? tree.child(NameHash("url".utf8).value, of: value)
        else { return nil }
        value = inner
      }
      guard tree.values[value].kind == .string else { return nil }
      let text = tree.bytes(of: value).prefix(Self.longestText).prefix { $0 != 0x23 }
      return text.isEmpty ? nil : Array(text)
    }
  }

  /// The texts under a key, one for each value in a list.
  func strings(_ key: String, of object: Int) -> [[UInt8]] {
    tree.child(NameHash(key.utf8).value, of: object).map(texts) ?? []
  }

  /// The names under a key, persons before organisations where both occur.
  func names(_ key: String, of object: Int) -> [[UInt8]] {
    guard let value = tree.child(NameHash(key.utf8).value, of: object) else { return [] }
    let list = tree.values[value].kind == .array ? tree.children(of: value) : [value]
    // Each may be looked up in the whole tree: a hostile list must not make that quadratic.
    let items = list.prefix(Self.mostNames)
    let persons = items.filter { !isOrganisation($0) }
    return (persons.isEmpty ? Array(items) : persons).flatMap { item in
      let texts = texts(of: resolved(item))
      return texts.isEmpty ? partedName(item) : texts
    }
  }

  /// A person's name that is given in parts.
  private func partedName(_ value: Int) -> [[UInt8]] {
    guard tree.values[value].kind == .object else { return [] }
    let parts = ["givenName", "familyName"].compactMap { string($0, of: value) }
    return parts.isEmpty ? [] : [Array(parts.joined(separator: [0x20]))]
  }

  /// The names of the sites and publishers.
  var siteNames: [[UInt8]] {
    var names: [[UInt8]] = []
    for (index, value) in tree.values.enumerated()
    where value.kind == .object && names.count < Self.mostNames {
      if !typeNames(of: index).isDisjoint(with: Self.sites) {
        names += strings("name", of: index) + strings("alternateName", of: index)
      }
      if let publisher = tree.child(NameHash("publisher".utf8).value, of: index) {
        names += texts(of: publisher)
      }
    }
    return names
  }

  /// The longest text that an object gives as the article's body.
  var articleBody: [UInt8] {
    let key = NameHash("articleBody".utf8).value
    var best: ArraySlice<UInt8> = []
    for (index, value) in tree.values.enumerated() where value.key == key && value.kind == .string {
      if tree.bytes(of: index).count > best.count { best = tree.bytes(of: index) }
    }
    return MarkupText.lines(best)
  }

  private func isOrganisation(_ value: Int) -> Bool {
    tree.values[value].kind == .object
      && typeNames(of: value).contains { type in
        type == Self.organisation || type == Self.newsOrganisation || type == Self.corporation
          || type == Self.brand
      }
  }

  /// An object that only refers to another by `@id` stands for that one.
  private func resolved(_ value: Int) -> Int {
    let identifier = NameHash("@id".utf8).value
    guard tree.values[value].kind == .object,
      tree.child(NameHash("name".utf8).value, of: value) == nil,
      let reference = tree.child(identifier, of: value)
    else { return value }
    return named[tree.bytes(of: reference)].map(Int.init) ?? value
  }

  private static func named(in tree: JSONTree) -> [ArraySlice<UInt8>: Int32] {
    let name = NameHash("name".utf8).value
    let identifier = NameHash("@id".utf8).value
    var owners: Set<Int32> = []
    for value in tree.values where value.key == name && value.parent >= 0 {
      owners.insert(value.parent)
    }
    var named: [ArraySlice<UInt8>: Int32] = [:]
    for (index, value) in tree.values.enumerated()
    where value.key == identifier && owners.contains(value.parent) {
      let text = tree.bytes(of: index)
      if named[text] == nil { named[text] = value.parent }
    }
    return named
  }

  private func texts(of value: Int) -> [[UInt8]] {
    switch tree.values[value].kind {
    case .string, .other:
      let text = MarkupText.line(tree.bytes(of: value).prefix(Self.longestText))
      return text.isEmpty || text.elementsEqual("null".utf8) ? [] : [text]
    case .array: return tree.children(of: value).prefix(32).flatMap(texts)
    case .object:
      for key in ["@value", "name"] {
        if let inner = tree.child(NameHash(key.utf8).value, of: value) { return texts(of: inner) }
      }
      return []
    }
  }

  func typeNames(of object: Int) -> Set<UInt64> {
    guard let value = tree.child(NameHash("@type".utf8).value, of: object) else { return [] }
    let items =
      tree.values[value].kind == .array
      ? Array(tree.children(of: value).prefix(Self.mostNames)) : [value]
    return Set(
      items.compactMap { item in
        let name = tree.bytes(of: item).split { $0 == 0x2F || $0 == 0x23 || $0 == 0x3A }.last
        return name.map { NameHash($0).value }
      }
    )
  }

  private func rank(
    _ object: Int,
    _ types: Set<UInt64>,
    _ titleWords: Set<UInt64>,
    _ canonical: [UInt8]
  ) -> Double {
    guard types.isDisjoint(with: Self.others) else { return 0 }
    var rank = 0.0
    if !types.isDisjoint(with: Self.articles) {
      rank = 3
    } else if !types.isDisjoint(with: Self.works) || has("headline", object)
      || has("datePublished", object)
    {
      rank = 1
    }
    guard rank > 0 else { return 0 }
    if isPart(object) { rank -= 2.5 }
    let headline = string("headline", of: object) ?? string("name", of: object) ?? []
    let words = WordFolder.words(headline[...])
    if !words.isEmpty {
      rank += 2 * Double(words.count { titleWords.contains($0) }) / Double(words.count)
    }
    if !canonical.isEmpty, addresses(of: object).contains(where: { Self.agree($0, canonical) }) {
      rank += 0.7
    }
    if has("author", object) { rank += 0.3 }
    if has("datePublished", object) { rank += 0.3 }
    if types.contains(NameHash("webpage".utf8).value) { rank -= 0.5 }
    return rank
  }

  /// Whether two addresses are one but for a slash at the end.
  private static func agree(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.prefix(one.last == 0x2F ? one.count - 1 : one.count)
      .elementsEqual(other.prefix(other.last == 0x2F ? other.count - 1 : other.count))
  }

  private func has(_ key: String, _ object: Int) -> Bool {
    tree.child(NameHash(key.utf8).value, of: object) != nil
  }

  /// Within a list, a comment, an author or anything else that belongs to another object.
  private func isPart(_ object: Int) -> Bool {
    var place = object
    while place >= 0 {
      if Self.partKeys.contains(tree.values[place].key) { return true }
      place = Int(tree.values[place].parent)
    }
    return false
  }
}

extension LinkedData {
  private static let mostNames = 32
  /// The most bytes of a headline, a name or a date; each is read for many fields.
  private static let longestText = 4096

  private static let organisation = NameHash("Organization".utf8).value
  private static let newsOrganisation = NameHash("NewsMediaOrganization".utf8).value
  private static let corporation = NameHash("Corporation".utf8).value
  private static let brand = NameHash("Brand".utf8).value

  private static func set(_ names: String) -> Set<UInt64> {
    Set(names.split(whereSeparator: \.isWhitespace).map { NameHash($0.utf8).value })
  }

  private static let articles = set(
    """
    newsarticle article blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle
    backgroundnewsarticle reviewnewsarticle liveblogposting techarticle scholarlyarticle report
    medicalwebpage advertisercontentarticle satiricalarticle askpublicnewsarticle
    socialmediaposting medicalscholarlyarticle discussionforumposting blogpost
    """
  )
  private static let works = set(
    """
    recipe review howto qapage question videoobject podcastepisode product book movie event
    jobposting course creativework criticreview claimreview radioepisode tvepisode clip
    softwareapplication faqpage dataset webpage itempage aboutpage collectionpage profilepage
    imagegallery mediagallery audioobject
    """
  )
  private static let others = set(
    """
    website organization person imageobject breadcrumblist listitem comment answer
    newsmediaorganization offer rating aggregaterating
    """
  )
  private static let opinions = set("review userreview comment answer criticreview")
  private static let sites = set("website newsmediaorganization")
  private static let partKeys = set(
    """
    itemlistelement haspart comment review isrelatedto relatedlink mentions about citation
    breadcrumb suggestedanswer acceptedanswer subjectof author publisher video image offers
    blogpost workexample recordedin associatedmedia
    """
  )
}
