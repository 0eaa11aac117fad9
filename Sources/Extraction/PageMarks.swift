/// The elements of the body that may give a date or an author, with their places relative to the headline.
struct PageMarks: Sendable {
  /// An element worth reading.
  struct Mark: Sendable {
    let node: Int
    /// Blocks between the headline and the element; negative before it, nil without a headline.
    let distance: Int?
    /// Within a part of the page about other pages.
    let isForeign: Bool
    /// Within comments of readers.
    let isComment: Bool
    /// Within a menu, a review, or an `<aside>` with matter of its own.
    let isBeside: Bool
    let names: NameSigns
  }

  private(set) var times: [Mark] = []
  private(set) var dates: [Mark] = []
  private(set) var authors: [Mark] = []
  /// Elements whose title is a machine's day.
  private(set) var stamps: [Mark] = []
  /// Elements of microdata for dates and authors.
  private(set) var dateProperties: [Mark] = []
  private(set) var changeProperties: [Mark] = []
  private(set) var authorProperties: [Mark] = []
  /// Links that say that they lead to the author.
  private(set) var authorRelations: [Mark] = []
  /// Links to the pages of authors, by their addresses.
  private(set) var authorLinks: [Mark] = []

  private let document: HTMLDocument
  private let blocks: TextBlocks
  private let headline: Int?
  private static let most = 40

  /// `headline` is the block of the page's headline.
  init(_ document: HTMLDocument, _ blocks: TextBlocks, headline: Int?) {
    self.document = document
    self.blocks = blocks
    self.headline = headline
    var reader = NameReader()
    for (index, node) in document.nodes.enumerated() where node.tag != .text && node.tag != .body {
      if node.first == node.last { continue }
      read(index, node, &reader)
    }
  }

  private mutating func read(_ index: Int, _ node: HTMLDocument.Node, _ reader: inout NameReader) {
    if node.tag == .time { add(index, [], to: \.times) }
    var names: NameSigns = []
    for place in Int(node.first)..<Int(node.last) {
      let attribute = document.attributes[place]
      let value = document.text[Int(attribute.start)..<Int(attribute.end)]
      switch attribute.name {
      case .class, .id, .dataComponent, .dataTestID, .dataQA:
        names.formUnion(reader.signs(of: value.span))
      case .itemprop, .property: readProperty(index, value)
      case .datetime where node.tag != .ins && node.tag != .del: add(index, [], to: \.times)
      case .title: add(index, [], to: node.tag == .abbr ? \.times : \.stamps)
      case .rel where value.containsFolded("author"): add(index, names, to: \.authorRelations)
      case .href where node.tag == .a && AuthorFolders.hold(value.span):
        add(index, names, to: \.authorLinks)
      default: continue
      }
    }
    guard node.tag != .html, node.tag != .meta else { return }
    if names.contains(.date) { add(index, names, to: \.dates) }
    if names.contains(.author) { add(index, names, to: \.authors) }
  }

  private mutating func readProperty(_ index: Int, _ value: ArraySlice<UInt8>) {
    if value.containsFolded("datepublished") || value.containsFolded("datecreated") {
      add(index, [], to: \.dateProperties)
    } else if value.containsFolded("datemodified") {
      add(index, [], to: \.changeProperties)
    } else if value.containsFolded("author") || value.elementsEqual("creator".utf8) {
      add(index, [], to: \.authorProperties)
    }
  }

  private mutating func add(
    _ index: Int,
    _ names: NameSigns,
    to list: WritableKeyPath<PageMarks, [Mark]>
  ) {
    guard self[keyPath: list].count < Self.most, self[keyPath: list].last?.node != index else {
      return
    }
    let distance = headline.map { block(of: index) - $0 }
    let surroundings = surroundings(of: index)
    self[keyPath: list].append(
      Mark(
        node: index,
        distance: distance,
        isForeign: surroundings.isForeign,
        isComment: surroundings.isComment,
        isBeside: surroundings.isBeside,
        names: names
      )
    )
  }

  private var headlineNode: Int? { headline.map { Int(blocks.blocks[$0].node) } }

  private func holds(_ element: Int, _ node: Int) -> Bool {
    (element..<Int(document.nodes[element].end)).contains(node)
  }

  /// The block in which an element's text begins.
  private func block(of node: Int) -> Int {
    var low = 0
    var high = blocks.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(blocks.blocks[middle].node) < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an element, or the one around it, bears the name of a date.
  func isDated(_ node: Int) -> Bool {
    var reader = NameReader()
    return [node, Int(document.nodes[node].parent)].contains { place in
      guard place >= 0, document.nodes[place].tag != .body else { return false }
      return [AttributeName.class, .id].contains { name in
        document.value(name, of: place).map { reader.signs(of: $0.span).contains(.date) } ?? false
      }
    }
  }

  /// Whether an element, or one around it, is about other pages.
  func isForeign(_ node: Int) -> Bool { surroundings(of: node).isForeign }

  /// Whether an element lies in what others said, in code, or in what stands beside the page's matter.
  func isAnothers(_ node: Int) -> Bool {
    let surroundings = surroundings(of: node)
    return surroundings.isComment || surroundings.isBeside || surroundings.isCode
  }

  private struct Surroundings {
    var isForeign = false
    var isComment = false
    var isBeside = false
    var isCode = false
  }

  /// What the elements around one, and its own names, say.
  private func surroundings(of node: Int) -> Surroundings {
    var reader = NameReader()
    var place = node
    var result = Surroundings()
    for _ in 0..<40 where place >= 0 {
      // What holds the headline is the page's own frame, whatever its names say.
      if let headlineNode, place != node, holds(place, headlineNode) { return result }
      switch document.nodes[place].tag {
      case .footer: result.isForeign = true
      case .nav: (result.isForeign, result.isBeside) = (true, true)
      case .aside: (result.isForeign, result.isBeside) = (true, result.isBeside || !isShort(place))
      case .pre, .code: result.isCode = true
      case .body: return result
      default: break
      }
      if isOpinion(place, &reader, &result) {
        (result.isForeign, result.isComment) = (true, true)
        return result
      }
      place = Int(document.nodes[place].parent)
    }
    return result
  }

  /// A box of facts about the page rather than one with other matter: a line or two and no heading.
  private func isShort(_ aside: Int) -> Bool {
    document.line(of: aside, limit: 301).count <= 300
      && !document.nodes[aside..<Int(document.nodes[aside].end)].contains {
        $0.tag.headingLevel > 0
      }
  }

  /// Whether names or microdata of an element tell comments or reviews of readers.
  private func isOpinion(
    _ place: Int,
    _ reader: inout NameReader,
    _ result: inout Surroundings
  ) -> Bool {
    for name in [AttributeName.class, .id] {
      guard let value = document.value(name, of: place) else { continue }
      let signs = reader.signs(of: value.span)
      if signs.contains(.comment) { return true }
      if signs.contains(.review) { result.isBeside = true }
      if signs.contains(.foreign) { result.isForeign = true }
    }
    guard let type = document.value(.itemtype, of: place) else { return false }
    let last = type.trimmedHTMLSpace().split(separator: 0x2F).last ?? []
    return Self.opinions.contains(NameHash(last).value)
  }

  private static let opinions = Set(
    PageHead.hashes("review userreview comment answer usercomments")
  )
}
