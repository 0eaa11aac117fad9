/// What the attributes of an element say: names, role, visibility.
struct ElementSigns: Sendable {
  var names: NameSigns = []
  /// A role that is no part of the text, such as navigation or dialog.
  var isChrome = false
  var isMainRole = false
  /// A panel that a tab opens.
  var isPanel = false
  /// Hidden by attribute or style.
  var isHidden = false
  /// Hidden in a way that no part has that its reader may open.
  var isConcealed = false
  var isARIAHidden = false
  /// Marked as the body of an article by microdata.
  var isArticleBody = false
  /// Marked as an article or a post by microdata.
  var isArticleItem = false

  /// The signs of all elements that hold blocks.
  static func signs(of blocks: TextBlocks, in document: HTMLDocument) -> [ElementSigns] {
    var reader = NameReader()
    return blocks.elements.map { element in
      // An element without text, and without a heading's place, needs no signs.
      element.firstBlock == element.lastBlock
        ? ElementSigns() : ElementSigns(Int(element.node), document, blocks.showsFading, &reader)
    }
  }

  init() {}

  private init(
    _ node: Int,
    _ document: HTMLDocument,
    _ showsFading: Bool,
    _ reader: inout NameReader
  ) {
    let element = document.nodes[node]
    for index in Int(element.first)..<Int(element.last) {
      let attribute = document.attributes[index]
      let value = document.text[Int(attribute.start)..<Int(attribute.end)]
      switch attribute.name {
      case .class: names.formUnion(reader.signs(of: value.span))
      case .id, .dataComponent, .dataTestID, .dataQA:
        // The id of a heading repeats its words: it names the matter, not the part.
        if element.tag.headingLevel == 0 { names.formUnion(reader.signs(of: value.span)) }
      case .role: readRole(value)
      case .hidden: isHidden = isHidden || !value.elementsEqual("false".utf8)
      case .style: readStyle(value, showsFading)
      case .ariaHidden: isARIAHidden = value.elementsEqual("true".utf8)
      case .ariaModal: isChrome = isChrome || value.elementsEqual("true".utf8)
      case .itemprop, .property:
        isArticleBody = isArticleBody || value.containsFolded("articlebody")
      case .itemtype:
        isArticleItem = value.containsFolded("article") || value.containsFolded("post")
      default: continue
      }
    }
  }

  private mutating func readStyle(_ value: ArraySlice<UInt8>, _ showsFading: Bool) {
    guard let hiding = value.hiding, hiding != .fading || !showsFading else { return }
    isHidden = true
    isConcealed = hiding != .closed
  }

  private mutating func readRole(_ value: ArraySlice<UInt8>) {
    let hash = NameHash(value.trimmedHTMLSpace()).value
    isChrome = isChrome || Self.chromeRoles[hash]
    isMainRole = hash == NameHash("main".utf8).value
    isPanel = hash == NameHash("tabpanel".utf8).value
  }

  private static let chromeRoles = NameTable(
    """
    navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar
    tablist alert tooltip button
    """
    .split(whereSeparator: \.isWhitespace).map { (String($0), true) },
    missing: false
  )
}
