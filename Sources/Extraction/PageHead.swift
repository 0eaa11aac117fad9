/// What a page's head and microdata say, gathered in one walk: the raw matter of its metadata.
struct PageHead: Sendable {
  /// A `<meta>` with a name and a content.
  struct Meta: Sendable {
    let name: UInt64
    let content: [UInt8]
  }

  /// The most metas and types that are kept; each may be looked at a hundred times.
  private static let most = 2000

  private(set) var metas: [Meta] = []
  private(set) var title: [UInt8] = []
  private(set) var language: [UInt8] = []
  private(set) var canonical: [UInt8] = []
  /// What relative references are resolved against.
  private(set) var base: [UInt8] = []
  private(set) var bodyNames: [UInt64] = []
  /// Elements that microdata or RDFa names the headline, at most two.
  private(set) var headlines: [Int] = []
  /// Where the page's other forms, its feeds and its relative links are, as they are written.
  private(set) var links: [[UInt8]] = []
  /// The last parts of all itemtypes, folded.
  private(set) var itemTypes: Set<UInt64> = []

  init(_ document: HTMLDocument) {
    for (index, node) in document.nodes.enumerated() {
      switch node.tag {
      case .meta: addMeta(index, document)
      case .title where title.isEmpty: title = document.line(of: index)
      case .html:
        language = Array(
          document.value(.lang, of: index) ?? document.value(.xmlLang, of: index) ?? []
        )
      case .link, .base: readLink(index, document)
      case .body:
        bodyNames = (document.value(.class, of: index) ?? []).split(whereSeparator: \.isHTMLSpace)
          .map { NameHash($0).value }
      default: break
      }
      if node.tag != .text { readMicrodata(index, node, document) }
    }
  }

  private mutating func readMicrodata(
    _ index: Int,
    _ node: HTMLDocument.Node,
    _ document: HTMLDocument
  ) {
    for place in Int(node.first)..<Int(node.last) {
      let attribute = document.attributes[place]
      let value = document.text[Int(attribute.start)..<Int(attribute.end)]
      switch attribute.name {
      case .itemtype where itemTypes.count < Self.most:
        let last = value.trimmedHTMLSpace().split(separator: 0x2F).last ?? []
        itemTypes.insert(NameHash(last).value)
      case .itemprop, .property:
        guard headlines.count < 2, node.tag != .meta else { continue }
        let names = value.split(maxSplits: 4, whereSeparator: \.isHTMLSpace)
        if names.contains(where: { Self.headlineNames.contains(NameHash($0).value) }) {
          headlines.append(index)
        }
      default: continue
      }
    }
  }

  private mutating func addMeta(_ index: Int, _ document: HTMLDocument) {
    // Some systems write "value" for "content".
    guard metas.count < Self.most,
      let value = document.value(.content, of: index) ?? document.value(.value, of: index),
      !value.isEmpty
    else { return }
    var line = TextCollector()
    line.append(value.prefix(16 * 1024))
    guard !line.bytes.isEmpty else { return }
    for attribute in [AttributeName.name, .property, .itemprop, .httpEquiv] {
      guard let names = document.value(attribute, of: index) else { continue }
      if attribute == .itemprop && isOpinion(index, document) { continue }
      for name in names.split(maxSplits: 8, whereSeparator: \.isHTMLSpace) {
        metas.append(Meta(name: NameHash(name).value, content: line.bytes))
      }
    }
  }

  /// Whether an element belongs to a reader's review or comment.
  private func isOpinion(_ node: Int, _ document: HTMLDocument) -> Bool {
    var place = Int(document.nodes[node].parent)
    for _ in 0..<8 where place >= 0 {
      if let type = document.value(.itemtype, of: place) {
        let last = type.trimmedHTMLSpace().split(separator: 0x2F).last ?? []
        return Self.opinions.contains(NameHash(last).value)
      }
      place = Int(document.nodes[place].parent)
    }
    return false
  }

  private static let opinions = Set(hashes("review userreview comment answer usercomments"))

  private mutating func readLink(_ index: Int, _ document: HTMLDocument) {
    guard let address = document.value(.href, of: index)?.trimmedHTMLSpace() else { return }
    let kind = document.value(.rel, of: index) ?? []
    if document.nodes[index].tag == .base && base.isEmpty { base = Array(address) }
    if kind.containsFolded("canonical") {
      if canonical.isEmpty { canonical = Array(address) }
    } else if document.nodes[index].tag == .base || Self.relations.contains(NameHash(kind).value),
      links.count < 8
    {
      links.append(Array(address))
    }
  }

  private static let headlineNames = Set(hashes("headline schema:headline dc:title dcterms:title"))

  /// Relations to addresses of the page's own site.
  private static let relations = Set(
    hashes("alternate amphtml shortlink home index start search edituri pingback")
  )

  /// The first content under the first of some names, separated by spaces, that the page has.
  func first(_ names: String) -> [UInt8]? {
    var hash = NameHash()
    for byte in names.utf8 {
      if byte != 0x20 {
        hash.add(byte)
        continue
      }
      if let content = first(hash.value) { return content }
      hash = NameHash()
    }
    return first(hash.value)
  }

  /// The first content under a name.
  func first(_ name: UInt64) -> [UInt8]? {
    metas.first { $0.name == name }?.content
  }

  /// The hashes of some names, separated by spaces.
  static func hashes(_ names: String) -> [UInt64] {
    names.utf8.split(separator: 0x20).map { NameHash($0).value }
  }

  /// All contents under a name.
  func all(_ name: UInt64) -> [[UInt8]] {
    metas.lazy.filter { $0.name == name }.map(\.content)
  }

  func has(_ names: String) -> Bool { first(names) != nil }
}
