/// Writes an article's text: paragraphs, with the offsets of headings, links and parts.
struct TextWriter {
  /// In bytes: what is longer stands as a heading, and is none.
  private static let longestHeading = 1_000
  /// The most headings that are listed; further ones are text only.
  private static let mostHeadings = 5000
  /// The most links that are kept.
  private static let mostLinks = 5000

  /// A link of the page, by the node that it was read from.
  struct Link: Sendable {
    let range: Range<Int>
    let node: Int
  }

  private var bytes: [UInt8] = []
  private var scalars = 0
  private(set) var headings: [Heading] = []
  private(set) var links: [Link] = []
  /// The parts of what is written.
  var parts = PartList()

  init() {}

  /// Appends a paragraph; a level from 1 to 6 makes it a heading.
  ///
  /// Returns where it stands, in Unicode scalars.
  @discardableResult
  mutating func append(_ paragraph: ArraySlice<UInt8>, level: Int = 0) -> Range<Int> {
    guard !paragraph.isEmpty else { return scalars..<scalars }
    if !bytes.isEmpty {
      bytes.append(contentsOf: [0x0A, 0x0A])
      scalars += 2
    }
    if level > 0, paragraph.count <= Self.longestHeading, headings.count < Self.mostHeadings {
      headings.append(
        Heading(text: String(decoding: paragraph, as: UTF8.self), level: level, start: scalars)
      )
    }
    bytes.append(contentsOf: paragraph)
    let start = scalars
    for byte in paragraph where byte & 0xC0 != 0x80 { scalars += 1 }
    return start..<scalars
  }

  /// Notes the links of a block that was written from `start` on.
  mutating func addLinks(of block: Int, _ blocks: TextBlocks, at start: Int) {
    let bytes = blocks.blocks[block].start..<blocks.blocks[block].end
    var place = (byte: Int(bytes.lowerBound), scalar: start)
    for link in blocks.links(in: bytes) where links.count < Self.mostLinks {
      let first = place.scalar + blocks.text[place.byte..<Int(link.start)].scalarCount
      let end = first + blocks.text[Int(link.start)..<Int(link.end)].scalarCount
      place = (Int(link.end), end)
      links.append(Link(range: first..<end, node: Int(link.node)))
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
