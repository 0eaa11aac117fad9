/// What a range of a page's blocks holds, without what was dropped.
struct KindTally: Sendable {
  var units = 0
  var linkUnits = 0
  /// The length of paragraphs, links aside.
  var mass = 0
  var paragraphs = 0

  static func - (left: KindTally, right: KindTally) -> KindTally {
    KindTally(
      units: left.units - right.units,
      linkUnits: left.linkUnits - right.linkUnits,
      mass: left.mass - right.mass,
      paragraphs: left.paragraphs - right.paragraphs
    )
  }
}

/// The tallies of any range of blocks in constant time.
struct KindSums: Sendable {
  private var sums: [KindTally]

  /// `masses` are those of `masses(of:)`.
  init(_ blocks: TextBlocks, masses: [Int32], _ isDropped: [Bool]) {
    sums = []
    sums.reserveCapacity(masses.count + 1)
    var sum = KindTally()
    sums.append(sum)
    for (index, block) in blocks.blocks.enumerated() {
      if !isDropped[index] {
        sum.units += Int(block.units)
        sum.linkUnits += Int(block.linkUnits)
        sum.mass += Int(masses[index])
        if masses[index] > 0 { sum.paragraphs += 1 }
      }
      sums.append(sum)
    }
  }

  var total: KindTally { sums[sums.count - 1] }

  subscript(_ range: Range<Int>) -> KindTally { sums[range.upperBound] - sums[range.lowerBound] }

  /// The least length without links of a paragraph: about ten words.
  static let leastParagraph: Int32 = 60

  /// The mass of each block: its length without links where the element that holds it directly has ten words.
  ///
  /// The lines of one element count together, since posts are often written so; headings have none.
  static func masses(of blocks: TextBlocks) -> [Int32] {
    var own = [Int32](repeating: 0, count: blocks.elements.count)
    for block in blocks.blocks { own[Int(block.element)] += block.units - block.linkUnits }
    return blocks.blocks.map { block in
      switch block.tag {
      case .h1, .h2, .h3: 0
      default: own[Int(block.element)] >= leastParagraph ? block.units - block.linkUnits : 0
      }
    }
  }
}
