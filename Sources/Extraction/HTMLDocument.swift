/// A page as a compact tree: nodes in the order of the page, each knowing where its contents end.
///
/// An element's contents are the nodes from the next one up to `end`, so every walk is a loop over an array, and every sum
/// over an element is a difference of two prefix sums.
struct HTMLDocument: Sendable {
  /// An element, or a piece of text.
  struct Node: Sendable {
    let tag: Tag
    /// The index of the parent, -1 for the root.
    let parent: Int32
    /// The index behind the last node within this one.
    var end: Int32
    /// The place of a text's bytes in `text`, or of an element's attributes.
    let first: Int32
    var last: Int32
    /// An element that stands as a block lies within.
    var holdsBlock = false
  }

  /// One attribute of an element; its value is a range of `text`.
  struct Attribute: Sendable {
    let name: AttributeName
    let start: Int32
    let end: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The bytes of all texts and all attributes, in valid UTF-8.
  var text: [UInt8] = []
  /// The contents of scripts of JSON other than linked data.
  var scripts: [ArraySlice<UInt8>] = []

  /// The most nodes that are walked for a line: those around it may be asked for theirs as well.
  private static let mostInLine = 4096

  /// The value of an attribute; nil where the element has none of that name.
  func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.first)..<Int(element.last) where attributes[index].name == name {
      return text[Int(attributes[index].start)..<Int(attributes[index].end)]
    }
    return nil
  }

  /// The indices of the nodes within an element.
  func contents(of node: Int) -> Range<Int> {
    (node + 1)..<Int(nodes[node].end)
  }

  /// The bytes of a text node.
  func bytes(of node: Int) -> ArraySlice<UInt8> {
    text[Int(nodes[node].first)..<Int(nodes[node].last)]
  }

  /// A link that is nothing but a sign, such as "#", and leads to a place of a page: the address of a heading.
  func isPermalink(_ node: Int) -> Bool {
    // The parser leaves out the addresses of places in the same page.
    guard nodes[node].tag == .a, nodes[node].end - Int32(node) <= Self.mostInSign,
      value(.href, of: node)?.contains(0x23) ?? true
    else { return false }
    var sign: [UInt8] = []
    for inner in contents(of: node) where nodes[inner].tag == .text {
      sign += bytes(of: inner).lazy.filter { !$0.isHTMLSpace }.prefix(4)
      guard sign.count <= 3 else { return false }
    }
    return sign == [0x23] || sign == [0xC2, 0xB6] || sign == [0xC2, 0xA7]
  }

  /// The most nodes of a link that is only a sign.
  private static let mostInSign: Int32 = 8

  /// All text within an element, cleaned, in one line; at most about `limit` bytes and the first thousands of nodes of it.
  func line(of node: Int, limit: Int = 4096) -> [UInt8] {
    var line = TextCollector()
    var index = node + 1
    let end = min(Int(nodes[node].end), index + Self.mostInLine)
    while index < end && line.bytes.count < limit {
      let inner = nodes[index]
      if inner.tag == .text {
        line.append(bytes(of: index).prefix(limit))
      } else if inner.tag.isNeverText || inner.tag == .noscript || isPermalink(index) {
        index = Int(inner.end)
        continue
      } else if !inner.tag.isInline {
        line.appendSpace()
      }
      index += 1
    }
    line.trim()
    return line.bytes
  }
}
