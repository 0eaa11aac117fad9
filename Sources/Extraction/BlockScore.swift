/// The worth of blocks: which are paragraphs, how much text they carry, and which belong to teasers of other pages.
///
/// A block is *good* when less than half of it is links and it is either long (80 units) or a sentence of 40 units in an
/// element of text. Its *mass* is its length without links; every other block has none.
struct BlockScore: Sendable {
  /// The least length of a block that is good by its length alone.
  static let goodUnits: Int32 = 80
  /// The least length of a good block that ends as a sentence does.
  static let sentenceUnits: Int32 = 40

  /// The mass of each block.
  let mass: [Int]
  /// The lengths of all blocks, and how much of that is links.
  let units: PrefixSums
  let linkUnits: PrefixSums
  /// The mass of the whole page, dropped parts included.
  let pageMass: PrefixSums

  init(_ blocks: TextBlocks) {
    mass = blocks.blocks.indices.map { Self.mass(of: $0, in: blocks) }
    units = PrefixSums(blocks.blocks.lazy.map { Int($0.units) })
    linkUnits = PrefixSums(blocks.blocks.lazy.map { Int($0.linkUnits) })
    pageMass = PrefixSums(mass)
  }

  private static func mass(of index: Int, in blocks: TextBlocks) -> Int {
    let block = blocks.blocks[index]
    guard block.linkUnits * 2 < block.units else { return 0 }
    let isGood =
      block.units >= goodUnits
      || (block.units >= sentenceUnits && isText(block.tag) && blocks.bytes(of: index).endsSentence)
    return isGood ? Int(block.units - block.linkUnits) : 0
  }

  private static func isText(_ tag: Tag) -> Bool {
    switch tag {
    case .p, .li, .blockquote, .div, .dd: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The text ends as sentences and introductions do, in Western and East Asian scripts.
  var endsSentence: Bool { hasSentenceEnd(".!?:;\"')") || hasSuffix(in: SentenceEnds.wide) }

  /// The text ends with a full stop, an exclamation or a question mark, quotation marks and brackets aside.
  var endsStatement: Bool {
    var end = endIndex
    while end > startIndex, "\"')]».”’".utf8.contains(self[end - 1]) || self[end - 1] == 0x20 {
      if self[end - 1] == 0x2E { return true }
      end -= 1
    }
    let rest = self[startIndex..<end]
    return rest.hasSentenceEnd(".!?") || rest.hasSuffix(in: SentenceEnds.full)
  }

  fileprivate func hasSentenceEnd(_ marks: String) -> Bool {
    guard let last = self[startIndex..<endIndex].last else { return false }
    return marks.utf8.contains(last)
  }

  fileprivate func hasSuffix(in marks: [[UInt8]]) -> Bool {
    marks.contains { mark in
      count >= mark.count && self[(endIndex - mark.count)...].elementsEqual(mark)
    }
  }
}

private enum SentenceEnds {
  static let full = ["。", "！", "？", "…", "۔", "؟", "।"].map { Array($0.utf8) }
  static let wide = full + ["»", "”", "’", "）", "」", "“"].map { Array($0.utf8) }
}
