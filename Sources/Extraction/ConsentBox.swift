/// The part of a page that asks for a consent: the innermost element around the button that holds some text.
struct ConsentBox {
  /// The least text of the box, in bytes.
  private static let leastText = 100
  /// The most prose beside the box, in units.
  private static let mostOutside = 150

  /// The words of the blocks within.
  private(set) var lines: [[UInt64]] = []
  private var units: [Int] = []
  private var outside = 0
  private var inside = 0

  /// The box around a button; nil where the page has not enough text.
  init?(_ button: PageButtons.Button, _ document: HTMLDocument, _ blocks: TextBlocks) {
    let node = button.node ?? document.nodes.firstIndex { $0.tag == .form }
    guard let node else { return nil }
    let sums = PrefixSums(
      document.nodes.lazy.map { $0.tag == .text ? Int($0.last - $0.first) : 0 }
    )
    var place = node
    while sums[document.contents(of: place)] < Self.leastText {
      guard document.nodes[place].parent >= 0 else { return nil }
      place = Int(document.nodes[place].parent)
    }
    let range = place..<Int(document.nodes[place].end)
    for (index, block) in blocks.blocks.enumerated() {
      let isInside = range.contains(Int(block.node))
      if isInside {
        inside += Int(block.units)
        lines.append(WordFolder.words(blocks.bytes(of: index), limit: 300))
        units.append(Int(block.units))
      } else if block.linkUnits * 2 < block.units {
        outside += Int(block.units)
      }
    }
  }

  /// Whether the page holds little besides.
  var isPage: Bool { outside <= Self.mostOutside && outside * 2 <= max(inside, Self.leastText) }

  /// The share of the text that stands in blocks with one of the phrases.
  func share(of table: PhraseTable) -> Double {
    guard inside > 0 else { return 0 }
    let part = zip(lines, units).reduce(0) { table.occurs(in: $1.0) ? $0 + $1.1 : $0 }
    return Double(part) / Double(inside)
  }
}
