/// The lines that the posts of a thread repeat, and that nobody wrote: links to reply, counters of members, signatures.
///
/// They are told by their repetition: at least three times, with other text between, the same short line stands on the
/// page, or one that begins with the same words and differs in its numbers and links.
struct PostFurniture {
  private static let leastTimes = 3
  /// In units.
  private static let longest = 90
  private static let leastNumbers = 2

  private let blocks: TextBlocks

  init(_ blocks: TextBlocks) {
    self.blocks = blocks
  }

  /// The lines without those that each post repeats.
  func without(_ lines: [TextLine]) -> [TextLine] {
    var places: [UInt64: (times: Int, last: Int)] = [:]
    let keys = lines.map(key)
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      let known = places[key]
      // Lines that follow each other are a list.
      let isNext = known.map { index - $0.last < 2 } ?? false
      places[key] = ((known?.times ?? 0) + (isNext ? 0 : 1), index)
    }
    return zip(lines, keys).filter { _, key in
      (key.flatMap { places[$0]?.times } ?? 0) < Self.leastTimes
    }
    .map(\.0)
  }

  /// What is the same in a line of every post; nil for what may be text.
  private func key(_ line: TextLine) -> UInt64? {
    guard line.units < Self.longest, line.tag.headingLevel == 0, !line.isInTable, !line.isInList
    else { return nil }
    switch line.tag {
    case .pre, .p, .blockquote, .dt, .dd: return nil
    default: break
    }
    if line.linkUnits * 10 >= line.units * 8 { return line.hash }
    let plain = plainWords(line.block)
    guard let first = plain.words.first, plain.words.count <= 5,
      plain.numbers >= Self.leastNumbers
    else { return nil }
    return first
  }

  /// The words outside of links that hold no digit, and the number of those that do.
  private func plainWords(_ block: Int) -> (words: [UInt64], numbers: Int) {
    let range = blocks.blocks[block].start..<blocks.blocks[block].end
    var bytes: [UInt8] = []
    var start = range.lowerBound
    for link in blocks.links(in: range) {
      bytes += blocks.text[Int(start)..<Int(max(start, link.start))] + [0x20]
      start = max(start, link.end)
    }
    bytes += blocks.text[Int(start)..<Int(max(start, range.upperBound))]
    var words: [UInt64] = []
    var numbers = 0
    for word in bytes.split(separator: 0x20) {
      if word.contains(where: \.isASCIIDigit) {
        numbers += 1
      } else if let folded = WordFolder.words(word, limit: 1).first {
        words.append(folded)
      }
    }
    return (words, numbers)
  }
}
