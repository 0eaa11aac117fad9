/// Finds the standfirst that stands between the headline and the container of the text.
struct Lead {
  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let score: BlockScore
  private let facts: PageFacts
  private let isDropped: [Bool]

  init(
    _ blocks: TextBlocks,
    _ signs: [ElementSigns],
    _ score: BlockScore,
    _ facts: PageFacts,
    _ isDropped: [Bool]
  ) {
    self.blocks = blocks
    self.signs = signs
    self.score = score
    self.facts = facts
    self.isDropped = isDropped
  }

  /// At most four blocks before `container`, in order.
  func blocks(before container: Range<Int>, _ filters: LineFilters) -> [Int] {
    let start = headline(before: container.lowerBound, filters)
    var found: [Int] = []
    for index in start..<max(container.lowerBound, start) where found.count < 4 {
      let block = blocks.blocks[index]
      guard block.linkUnits * 10 <= block.units * 3, !block.isInList, block.units <= 800 else {
        continue
      }
      let names = names(around: Int(block.element))
      if isDropped[index] && !names.contains(.weak) && !isInHeader(Int(block.element)) { continue }
      let words = WordFolder.words(blocks.bytes(of: index), limit: 24)
      guard !filters.isHeadline(words) else { continue }
      if isDescription(words) || (block.units >= 50 && names.contains(.lead))
        || (!isDropped[index] && isOpening(index))
      {
        found.append(index)
      }
    }
    return found
  }

  /// The block behind the last headline before the container; else twelve blocks before it.
  private func headline(before end: Int, _ filters: LineFilters) -> Int {
    for index in stride(from: end - 1, through: max(0, end - 60), by: -1) {
      let block = blocks.blocks[index]
      if block.tag == .h1 { return index + 1 }
      guard block.tag == .h2 || block.tag == .div, block.units < 300 else { continue }
      if filters.isHeadline(WordFolder.words(blocks.bytes(of: index))) { return index + 1 }
    }
    return max(0, end - 12)
  }

  private func isDescription(_ words: [UInt64]) -> Bool {
    guard words.count >= 6 else { return false }
    return facts.descriptions.contains { description in
      description.count >= 6 && description.prefix(9).elementsEqual(words.prefix(9))
    }
  }

  private func isOpening(_ index: Int) -> Bool {
    let block = blocks.blocks[index]
    switch block.tag {
    case .p, .h2, .h3: return block.units >= 100 && score.mass[index] > 0
    default: return false
    }
  }

  private func names(around element: Int) -> NameSigns {
    var names: NameSigns = []
    var place = element
    for _ in 0..<3 where place >= 0 {
      names.formUnion(signs[place].names)
      place = Int(blocks.elements[place].parent)
    }
    return names
  }

  private func isInHeader(_ element: Int) -> Bool {
    var place = element
    for _ in 0..<6 where place >= 0 {
      if blocks.elements[place].tag == .header { return true }
      place = Int(blocks.elements[place].parent)
    }
    return false
  }
}
