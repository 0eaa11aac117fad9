/// Finds the main text of a page.
///
/// In this order: blocks, their scores, what is dropped, the container, the lines within it.
enum MainText {
  /// Writes all of a trusted page's body.
  static func writeAll(_ blocks: TextBlocks, to writer: inout TextWriter) {
    for (index, block) in blocks.blocks.enumerated() {
      writer.append(blocks.bytes(of: index), level: block.tag.headingLevel)
    }
  }

  /// Writes the main text.
  static func write(
    _ blocks: TextBlocks,
    _ document: HTMLDocument,
    to writer: inout TextWriter
  ) {
    guard !blocks.blocks.isEmpty else { return }
    let signs = ElementSigns.signs(of: blocks, in: document)
    let score = BlockScore(blocks)
    let dropped = Pruning.dropped(blocks, signs, score, PruningOptions())
    let container = Container(blocks, signs, score, dropped)
    let best = container.best { _ in 0 }
    for index in blocks.elements[best].blocks where !dropped[index] {
      writer.append(blocks.bytes(of: index), level: blocks.blocks[index].tag.headingLevel)
    }
  }
}
