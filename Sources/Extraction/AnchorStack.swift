/// The links that are open while a page is read into blocks; the innermost one takes the text.
struct AnchorStack {
  private var nodes: [Int32] = []
  /// Where text of the innermost link begins that is not listed yet.
  private var start = 0

  /// Opens a link where the text ends.
  mutating func begin(_ node: Int, at text: [UInt8], _ links: inout [TextBlocks.Link]) {
    pause(at: text, &links)
    nodes.append(Int32(node))
  }

  /// Closes the innermost link.
  mutating func end(at text: [UInt8], _ links: inout [TextBlocks.Link]) {
    pause(at: text, &links)
    nodes.removeLast()
  }

  /// Lists what the innermost link has so far; what comes is listed apart.
  mutating func pause(at text: [UInt8], _ links: inout [TextBlocks.Link]) {
    defer { start = text.count }
    guard let node = nodes.last else { return }
    while start < text.count, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
    guard start < text.count else { return }
    links.append(TextBlocks.Link(start: Int32(start), end: Int32(text.count), node: node))
  }
}
