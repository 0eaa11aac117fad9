/// Tells which blocks the page's linked data quotes as the article's text.
struct Witness {
  private let hits: PrefixSums

  init(_ blocks: TextBlocks, _ score: BlockScore, _ isDropped: [Bool], _ articleBody: [UInt8]) {
    var values = [Int](repeating: 0, count: blocks.blocks.count)
    let words = articleBody.count < 200 ? [] : WordFolder.words(articleBody[...])
    if words.count >= Self.length {
      var starts: Set<UInt64> = []
      for index in 0...(words.count - Self.length) {
        starts.insert(WordFolder.hash(words[index..<(index + Self.length)]))
      }
      for index in blocks.blocks.indices where score.mass[index] > 0 && !isDropped[index] {
        let first = WordFolder.words(blocks.bytes(of: index), limit: Self.length)
        guard first.count == Self.length else { continue }
        if starts.contains(WordFolder.hash(first)) { values[index] = score.mass[index] }
      }
    }
    let isEnough = values.count { $0 > 0 } >= 3
    hits = PrefixSums(isEnough ? values : values.map { _ in 0 })
  }

  /// Words that must agree from the beginning of a block.
  private static let length = 6

  /// The mass of the quoted blocks in a range.
  func mass(of range: Range<Int>) -> Int { hits[range] }
}
