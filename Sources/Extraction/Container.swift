/// Finds the element that holds the text.
struct Container {
  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let score: BlockScore
  private let isDropped: [Bool]
  private let leftOut: ExtractionSteps
  private let kept: PrefixSums
  /// The card that each block belongs to, -1 for none.
  let cards: [Int32]

  init(
    _ blocks: TextBlocks,
    _ signs: [ElementSigns],
    _ score: BlockScore,
    _ isDropped: [Bool],
    leavingOut leftOut: ExtractionSteps = []
  ) {
    self.blocks = blocks
    self.signs = signs
    self.score = score
    self.isDropped = isDropped
    self.leftOut = leftOut
    kept = PrefixSums(score.mass.indices.lazy.map { isDropped[$0] ? 0 : score.mass[$0] })
    cards =
      leftOut.contains(.cards)
      ? blocks.blocks.map { _ in -1 } : Cards.cards(blocks, score, isDropped)
  }

  /// The mass of an element without what was dropped.
  func mass(_ element: Int) -> Int { kept[blocks.elements[element].blocks] }

  /// The element of the highest worth, or the one that a witness shows, and within it the one that is named as the body.
  func best(from worthiest: Int, witness: (Range<Int>) -> Int) -> Int {
    var best = worthiest
    if let shown = shown(by: witness), mass(shown) * 100 >= mass(best) * 85 { best = shown }
    return descend(from: best)
  }

  /// The element of the highest worth, and within it the one that is named as the body.
  func innermost() -> Int { descend(from: bestByWorth()) }

  /// The worth of an element by its blocks.
  func worth(of element: Int) -> Int {
    blocks.elements[element].blocks.reduce(0) { $0 + value(of: $1) }
  }

  /// The element of the highest worth, the innermost of equals.
  func bestByWorth() -> Int {
    let worth = PrefixSums(blocks.blocks.indices.lazy.map { block in value(of: block) })
    var best = 0
    var highest = -Double.infinity
    for (index, element) in blocks.elements.enumerated() where canHoldText(element.tag, index) {
      guard kept[element.blocks] > 0 else { continue }
      let value = Double(worth[element.blocks]) * factor(hint(index))
      if value >= highest {
        best = index
        highest = value
      }
    }
    return best
  }

  /// Its mass; a teaser counts a third, a line of links takes away.
  private func value(of block: Int) -> Int {
    guard !isDropped[block] else { return 0 }
    let mass = score.mass[block]
    if mass > 0 { return cards[block] >= 0 ? mass * 3 / 10 : mass }
    let each = blocks.blocks[block]
    return each.linkUnits * 2 > each.units ? -Int(each.linkUnits) - 20 : 0
  }

  private func canHoldText(_ tag: Tag, _ index: Int) -> Bool {
    switch tag {
    case .body: true
    case .html, .p, .li, .ul, .ol, .dl, .dt, .dd, .h1, .h2, .h3, .h4, .h5, .h6, .span, .blockquote,
      .pre, .a, .tr, .tbody, .thead, .table, .header, .figure, .font, .b, .strong, .i, .em, .label,
      .caption:
      false
    default: true
    }
  }

  /// How strongly an element is marked as the body: 3 by microdata, 2 by name, 1 by tag.
  private func hint(_ index: Int) -> Int {
    guard canHoldText(blocks.elements[index].tag, index), !leftOut.contains(.bodyMarks) else {
      return 0
    }
    if signs[index].isArticleBody { return 3 }
    if signs[index].names.contains(.body) { return 2 }
    return blocks.elements[index].tag == .article || blocks.elements[index].tag == .main ? 1 : 0
  }

  private func factor(_ hint: Int) -> Double {
    [1.0, 1.1, 1.15, 1.2][hint]
  }

  /// The deepest element that holds nearly all blocks which the page's linked data quotes.
  private func shown(by witness: (Range<Int>) -> Int) -> Int? {
    let all = blocks.elements.isEmpty ? 0 : witness(blocks.elements[0].blocks)
    guard all >= 300 else { return nil }
    var place = 0
    while let child = children(of: place).first(where: { child in
      canHoldText(blocks.elements[child].tag, child)
        && witness(blocks.elements[child].blocks) * 100 >= all * 85
    }) {
      place = child
    }
    return place
  }

  private func children(of element: Int) -> some Sequence<Int> {
    sequence(
      state: element + 1,
      next: { next -> Int? in
        guard next < Int(blocks.elements[element].end) else { return nil }
        defer { next = Int(blocks.elements[next].end) }
        return next
      }
    )
  }

  /// A marked element within that holds most of the text.
  private func descend(from container: Int) -> Int {
    let weights = PrefixSums(blocks.blocks.indices.lazy.map { max(value(of: $0), 0) })
    let total = weights[blocks.elements[container].blocks]
    var best = container
    var strongest = 1
    for index in (container + 1)..<max(Int(blocks.elements[container].end), container + 1) {
      let hint = hint(index)
      guard hint >= strongest, blocks.elements[index].tag != .main else { continue }
      let mass = weights[blocks.elements[index].blocks]
      guard mass >= 400, mass * 10 >= total * (hint >= 2 ? 6 : 7) else { continue }
      best = index
      strongest = hint
    }
    return best
  }
}

/// Teasers of other pages: a good block that stands alone in an element with a linked title.
enum Cards {
  /// The element of each block's card, -1 for blocks of none.
  static func cards(_ blocks: TextBlocks, _ score: BlockScore, _ isDropped: [Bool]) -> [Int32] {
    let good = PrefixSums(
      blocks.blocks.indices.lazy.map { !isDropped[$0] && score.mass[$0] > 0 ? 1 : 0 }
    )
    let linked = PrefixSums(
      blocks.blocks.indices.lazy.map { index in
        let block = blocks.blocks[index]
        return !isDropped[index] && block.units >= 15 && block.linkUnits * 2 > block.units ? 1 : 0
      }
    )
    return blocks.blocks.indices.map { index in
      guard !isDropped[index], score.mass[index] > 0 else { return -1 }
      var place = blocks.blocks[index].element
      guard good[blocks.elements[Int(place)].blocks] == 1 else { return -1 }
      for _ in 0..<6 {
        let parent = blocks.elements[Int(place)].parent
        guard parent >= 0, good[blocks.elements[Int(parent)].blocks] == 1 else { break }
        place = parent
      }
      return linked[blocks.elements[Int(place)].blocks] > 0 ? place : -1
    }
  }
}
