import CLibXML2

/// Fills a document from libxml2's events, and counts as it goes.
///
/// The parser runs without a tree of its own; each event is checked against the budgets, and a page that exceeds one ends
/// the parse at once.
struct HTMLParser {
  private var document = HTMLDocument()
  private var open: [Int32] = []
  private var items = 0
  private var deepest = 0
  private var isOverBudget = false
  private let maxNodes: Int
  private let maxDepth: Int
  private let tags = Tag.names
  private let attributeNames = AttributeName.names

  /// libxml2 wants its global tables made before several threads parse at once.
  private static let isPrepared: Bool = {
    xmlInitParser()
    return true
  }()

  private init(maxNodes: Int, maxDepth: Int) {
    self.maxNodes = maxNodes
    self.maxDepth = maxDepth
  }

  /// The document of a page; flattened further where the parser nests it deeper than the first pass saw.
  static func document(
    from bytes: [UInt8],
    maxNodes: Int,
    maxDepth: Int,
    isXML: Bool = false
  ) throws(ExtractionError) -> (HTMLDocument, linkedData: [ArraySlice<UInt8>]) {
    for isFlat in [false, true] {
      let page = HTMLScan.scan(bytes, maxDepth: maxDepth, isFlat: isFlat, isXML: isXML)
      guard page.items <= maxNodes else { break }
      var parser = HTMLParser(maxNodes: maxNodes, maxDepth: isFlat ? .max : maxDepth * 8)
      parser.run(page.markup)
      if parser.deepest > parser.maxDepth { continue }
      if parser.isOverBudget { break }
      parser.document.scripts = page.dataScripts
      return (parser.document, page.linkedData)
    }
    throw .tooLarge(budget: "nodes", limit: maxNodes)
  }

  private mutating func run(_ markup: [UInt8]) {
    guard Self.isPrepared, !markup.isEmpty else { return }
    document.nodes.reserveCapacity(min(markup.count / 24, maxNodes))
    document.text.reserveCapacity(markup.count)
    markup.withUnsafeBytes { bytes in
      withUnsafeMutablePointer(to: &self) { parser in
        let pointer = UnsafeMutableRawPointer(parser)
        var context: htmlParserCtxtPtr?
        withUnsafeMutablePointer(to: &context) { running in
          parser.pointee.contextPlace = running
          _ = research_parse_html(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(clamping: bytes.count),
            pointer,
            running,
            { HTMLParser.of($0)?.pointee.start($1, $2) },
            { user, _ in HTMLParser.of(user)?.pointee.end() },
            { HTMLParser.of($0)?.pointee.characters($1, Int($2)) }
          )
          parser.pointee.contextPlace = nil
        }
      }
    }
    while !open.isEmpty { end() }
  }

  private var contextPlace: UnsafeMutablePointer<htmlParserCtxtPtr?>?

  private static func of(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLParser>? {
    user?.assumingMemoryBound(to: HTMLParser.self)
  }

  private mutating func count() -> Bool {
    items += 1
    if items <= maxNodes && deepest <= maxDepth { return true }
    if !isOverBudget, let context = contextPlace?.pointee { xmlStopParser(context) }
    isOverBudget = true
    return false
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?,
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name, count() else {
      // An end event follows a start event, also after a stop.
      open.append(-1)
      return
    }
    var hash = NameHash()
    var letter = name
    while letter.pointee != 0 {
      hash.add(letter.pointee)
      letter += 1
    }
    let tag = tags[hash.value]
    let first = document.attributes.count
    if let list { append(list) }
    let index = Int32(document.nodes.count)
    document.nodes.append(
      HTMLDocument.Node(
        tag: tag,
        parent: open.last ?? -1,
        end: index + 1,
        first: Int32(first),
        last: Int32(document.attributes.count)
      )
    )
    if tag.isBlock { markAncestors(of: index) }
    open.append(index)
    deepest = max(deepest, open.count)
  }

  private mutating func append(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var pair = list
    while let name = pair.pointee {
      var hash = NameHash()
      var letter = name
      while letter.pointee != 0 {
        hash.add(letter.pointee)
        letter += 1
      }
      let start = document.text.count
      if let value = pair[1] {
        var length = 0
        while value[length] != 0 { length += 1 }
        document.text.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
      }
      guard count() else { return }
      document.attributes.append(
        HTMLDocument.Attribute(
          name: attributeNames[hash.value],
          start: Int32(start),
          end: Int32(document.text.count)
        )
      )
      pair += 2
    }
  }

  /// Stops at the first ancestor that is marked, so each is marked once.
  private mutating func markAncestors(of index: Int32) {
    var place = document.nodes[Int(index)].parent
    while place >= 0 && !document.nodes[Int(place)].holdsBlock {
      document.nodes[Int(place)].holdsBlock = true
      place = document.nodes[Int(place)].parent
    }
  }

  private mutating func end() {
    guard let index = open.popLast(), index >= 0 else { return }
    document.nodes[Int(index)].end = Int32(document.nodes.count)
  }

  private mutating func characters(_ bytes: UnsafePointer<xmlChar>?, _ length: Int) {
    guard let bytes, length > 0, !isOverBudget else { return }
    let start = Int32(document.text.count)
    let parent = open.last ?? -1
    document.text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    let last = document.nodes.count - 1
    if last >= 0, document.nodes[last].tag == .text, document.nodes[last].parent == parent,
      document.nodes[last].last == start
    {
      document.nodes[last].last = Int32(document.text.count)
      return
    }
    guard count() else { return }
    document.nodes.append(
      HTMLDocument.Node(
        tag: .text,
        parent: parent,
        end: Int32(last + 2),
        first: start,
        last: Int32(document.text.count)
      )
    )
  }
}
