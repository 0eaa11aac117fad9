/// Tells which blocks the page's linked data quotes as the article's text.
struct Witness {
  private let isQuoted: [Bool]
  private let hits: PrefixSums
  /// The length of the text in the linked data, and how much of it stands on the page.
  private let length: Int
  private var foundLength = 0

  init(_ blocks: TextBlocks, _ score: BlockScore, _ isDropped: [Bool], _ articleBody: [UInt8]) {
    var isQuoted = [Bool](repeating: false, count: blocks.blocks.count)
    var found: Set<UInt64> = []
    let words = articleBody.count < 200 ? [] : WordFolder.words(articleBody[...])
    if words.count >= Self.agreement {
      var starts: Set<UInt64> = []
      for index in 0...(words.count - Self.agreement) {
        starts.insert(WordFolder.hash(words[index..<(index + Self.agreement)]))
      }
      for (index, block) in blocks.blocks.enumerated() where block.units >= 25 && !isDropped[index]
      {
        let first = WordFolder.words(blocks.bytes(of: index), limit: Self.agreement)
        guard first.count == Self.agreement else { continue }
        let hash = WordFolder.hash(first)
        isQuoted[index] = starts.contains(hash)
        // What stands on the page twice is found once.
        if isQuoted[index], found.insert(hash).inserted { foundLength += Int(block.units) }
      }
    }
    self.isQuoted = isQuoted
    var text = TextCollector()
    if !found.isEmpty { text.append(articleBody[...]) }
    length = text.units
    let values = isQuoted.indices.map { isQuoted[$0] ? score.mass[$0] : 0 }
    let isEnough = values.count { $0 > 0 } >= 3
    hits = PrefixSums(isEnough ? values : values.map { _ in 0 })
  }

  /// Words that must agree from the beginning of a block.
  private static let agreement = 6

  /// The mass of the quoted blocks in a range.
  func mass(of range: Range<Int>) -> Int { hits[range] }

  /// The lines without those behind the last quoted one and without paragraphs that are not quoted.
  ///
  /// Only a whole quotation says what is missing in it: nine tenths of it stand on the page, and nine tenths of the lines in
  /// it.
  func confirmed(_ lines: [TextLine]) -> [TextLine] {
    var mass = 0
    var quoted = 0
    for line in lines {
      mass += line.mass
      if isQuoted[line.block] { quoted += line.mass }
    }
    guard length >= 400, foundLength * 10 >= length * 9, quoted * 10 >= mass * 9,
      let last = lines.lastIndex(where: { isQuoted[$0.block] })
    else { return lines }
    return lines[...last].filter { line in
      line.mass == 0 || line.isInList || line.isInTable || isQuoted[line.block]
    }
  }
}
