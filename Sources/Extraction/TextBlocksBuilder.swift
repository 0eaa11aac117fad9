/// Reads a document's body into blocks, in one pass and without recursion.
struct TextBlocksBuilder {
  /// An element whose end is still to come.
  private struct Open {
    let end: Int
    let element: Int32
    let linkDepth: Int
    let listDepth: Int
    let tableDepth: Int
    let captionDepth: Int
    let codeDepth: Int
  }

  private let document: HTMLDocument
  private let signs: InlineSigns
  private var result = TextBlocks()
  private var collector: TextCollector
  private var open: [Open] = []
  private var links: [Int] = []
  private var current: Int32 = -1
  private var linkDepth = 0
  private var listDepth = 0
  private var tableDepth = 0
  private var captionDepth = 0
  private var codeDepth = 0
  private var anchors = AnchorStack()
  private var linkUnits = 0
  private var firstText: Int32 = 0
  private var isBreakPending = false

  private init(_ document: HTMLDocument) {
    self.document = document
    collector = TextCollector(reserving: document.text.count)
    signs = InlineSigns(document)
  }

  /// The blocks of the page.
  ///
  /// The head is read like the body: libxml2 leaves HTML5's elements in it where a page has no `<body>` tag.
  static func blocks(of document: HTMLDocument) -> TextBlocks {
    guard !document.nodes.isEmpty else { return TextBlocks() }
    var builder = TextBlocksBuilder(document)
    builder.run()
    return builder.result
  }

  private mutating func run() {
    let end = document.nodes.count
    result.elements.reserveCapacity(end / 3)
    begin(0)
    var index = 1
    while index < end {
      closeElements(before: index)
      index = read(index)
    }
    closeElements(before: end)
    result.text = collector.bytes
    result.showsFading = signs.showsFading
  }

  /// The index of the node to read next.
  private mutating func read(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.tag {
    case .text:
      appendText(index)
    case .br where codeDepth > 0:
      collector.appendBreak()
    case .br:
      if isBreakPending { flush() }
      isBreakPending = true
      collector.appendSpace()
    case .hr: flush()
    case .img:
      markImage()
    case .a where document.isPermalink(index): return Int(node.end)
    case .a where !node.holdsBlock:
      linkDepth += 1
      links.append(Int(node.end))
      anchors.begin(index, at: collector.bytes, &result.links)
    case let tag where tag.isNeverText:
      if tag == .picture || tag == .video || tag == .object { markImage() }
      if !tag.isInline && !isTransparent(tag) { flush() }
      return Int(node.end)
    case let tag where isInline(tag, node):
      if signs.isSkipped(index) { return Int(node.end) }
    default:
      flush()
      begin(index)
    }
    return index + 1
  }

  /// Things without text that stand within a sentence: embedded ones, readings of characters, formulas.
  private func isTransparent(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .svg, .picture, .iframe, .input, .track, .source, .link, .meta, .rt, .rp,
      .math:
      true
    default: false
    }
  }

  private func isInline(_ tag: Tag, _ node: HTMLDocument.Node) -> Bool {
    guard !node.holdsBlock else { return false }
    if tag.isInline { return true }
    guard tag == .unknown, current >= 0 else { return false }
    switch result.elements[Int(current)].tag {
    case .p, .li, .h1, .h2, .h3, .h4, .td, .span: return true
    default: return false
    }
  }

  private mutating func appendText(_ index: Int) {
    let text = document.bytes(of: index)
    if codeDepth > 0 { appendCode(text, of: index) } else { append(text, of: index) }
  }

  /// Appends text with its line breaks.
  private mutating func appendCode(_ text: ArraySlice<UInt8>, of index: Int) {
    var start = text.startIndex
    while let end = text[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      append(text[start..<end], of: index)
      collector.appendBreak()
      start = end + 1
      if text[end] == 0x0D, start < text.endIndex, text[start] == 0x0A { start += 1 }
    }
    append(text[start...], of: index)
  }

  private mutating func append(_ text: ArraySlice<UInt8>, of index: Int) {
    let before = collector.units
    let length = collector.bytes.count
    collector.append(text)
    guard collector.bytes.count > length else { return }
    if length == collector.lineStart { firstText = Int32(index) }
    isBreakPending = false
    if linkDepth > 0 { linkUnits += collector.units - before }
  }

  private mutating func markImage() {
    var place = current
    while place >= 0 && !result.elements[Int(place)].holdsImage {
      result.elements[Int(place)].holdsImage = true
      place = result.elements[Int(place)].parent
    }
  }

  private mutating func begin(_ index: Int) {
    let node = document.nodes[index]
    open.append(
      Open(
        end: Int(node.end),
        element: current,
        linkDepth: linkDepth,
        listDepth: listDepth,
        tableDepth: tableDepth,
        captionDepth: captionDepth,
        codeDepth: codeDepth
      )
    )
    switch node.tag {
    case .a:
      linkDepth += 1
      anchors.begin(index, at: collector.bytes, &result.links)
    case .pre:
      codeDepth += 1
      collector.keepsBlanks = true
    case .ul, .ol, .dl, .dir: listDepth += 1
    case .table: tableDepth += 1
    case .figcaption: captionDepth += 1
    default: break
    }
    let place = Int32(result.elements.count)
    let block = Int32(result.blocks.count)
    result.elements.append(
      TextBlocks.Element(
        node: Int32(index),
        tag: node.tag,
        parent: current,
        end: place + 1,
        firstBlock: block,
        lastBlock: block,
        number: number(of: index)
      )
    )
    current = place
  }

  /// What a list says that it begins with, or an item that it is: from 1 to 999,999,999, as Markdown can say it.
  private func number(of index: Int) -> Int32 {
    let name: AttributeName
    switch document.nodes[index].tag {
    case .ol: name = .start
    case .li: name = .value
    default: return 0
    }
    guard let value = document.value(name, of: index)?.trimmedHTMLSpace(), value.count <= 9,
      value.allSatisfy(\.isASCIIDigit)
    else { return 0 }
    return value.reduce(0) { 10 * $0 + Int32($1 - 0x30) }
  }

  private mutating func closeElements(before index: Int) {
    while let end = links.last, end <= index {
      links.removeLast()
      linkDepth -= 1
      anchors.end(at: collector.bytes, &result.links)
    }
    while let last = open.last, last.end <= index {
      flush()
      open.removeLast()
      if result.elements[Int(current)].tag == .a { anchors.end(at: collector.bytes, &result.links) }
      result.elements[Int(current)].end = Int32(result.elements.count)
      result.elements[Int(current)].lastBlock = Int32(result.blocks.count)
      current = last.element
      linkDepth = last.linkDepth
      listDepth = last.listDepth
      tableDepth = last.tableDepth
      captionDepth = last.captionDepth
      codeDepth = last.codeDepth
      collector.keepsBlanks = codeDepth > 0
    }
  }

  private mutating func flush() {
    isBreakPending = false
    anchors.pause(at: collector.bytes, &result.links)
    defer {
      collector.beginLine()
      linkUnits = 0
    }
    guard collector.bytes.count > collector.lineStart, current >= 0 else { return }
    result.blocks.append(
      TextBlocks.Block(
        start: Int32(collector.lineStart),
        end: Int32(collector.bytes.count),
        units: Int32(collector.units),
        linkUnits: Int32(min(linkUnits, collector.units)),
        element: current,
        tag: result.elements[Int(current)].tag,
        node: firstText,
        isInList: listDepth > 0,
        isInTable: tableDepth > 0,
        isInCaption: captionDepth > 0
      )
    )
  }
}
