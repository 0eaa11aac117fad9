/// Finds the part of a page that holds its content where the page is no single article: services, listings, threads.
///
/// Two candidates disagree and one judge decides: a container that is marked, or that nearly all paragraphs share, and the
/// whole region of the page's content. The container is taken where it holds a fair share of the region's text.
struct Region {
  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let kept: PrefixSums
  private let keptUnits: PrefixSums
  private let kind: PageKind

  init(
    _ blocks: TextBlocks,
    _ signs: [ElementSigns],
    _ score: BlockScore,
    _ isDropped: [Bool],
    _ kind: PageKind
  ) {
    self.blocks = blocks
    self.signs = signs
    self.kind = kind
    kept = PrefixSums(score.mass.indices.lazy.map { isDropped[$0] ? 0 : score.mass[$0] })
    keptUnits = PrefixSums(
      blocks.blocks.indices.lazy.map { isDropped[$0] ? 0 : Int(blocks.blocks[$0].units) }
    )
  }

  /// The element to take.
  func choose() -> Int {
    let region = region()
    let marked = marked()
    let container = marked ?? descent()
    let share = Double(units(container)) / Double(max(units(region), 1))
    let least = marked != nil || kind != .other ? 0.3 : 0.7
    return share >= least ? container : region
  }

  private func mass(_ element: Int) -> Int { kept[blocks.elements[element].blocks] }
  private func units(_ element: Int) -> Int { keptUnits[blocks.elements[element].blocks] }

  /// `<main>`, or what is named so, where it holds half of the paragraphs and 0.4 of all text.
  private func region() -> Int {
    var best: Int?
    for (index, element) in blocks.elements.enumerated() {
      let isMain = element.tag == .main
      guard isMain || signs[index].isMainRole || signs[index].names.contains(.frame) else {
        continue
      }
      guard mass(index) * 2 >= kept.total, units(index) * 10 >= keptUnits.total * 4 else {
        continue
      }
      if isMain { return index }
      if best == nil { best = index }
    }
    return best ?? 0
  }

  /// The one element marked as the article's body that outweighs all others marked the same way.
  private func marked() -> Int? {
    if let body = dominant(least: 200, share: 0.6, where: { signs[$0].isArticleBody }) {
      return body
    }
    if let named = dominant(least: 200, share: 0.7, where: { signs[$0].names.contains(.body) }),
      mass(named) * 4 >= kept.total
    {
      return named
    }
    let article = dominant(least: 400, share: 0.6) {
      blocks.elements[$0].tag == .article || signs[$0].isArticleItem
    }
    return article.flatMap { mass($0) * 4 >= kept.total ? $0 : nil }
  }

  /// The largest of the outermost elements of a kind, where it holds a share of their sum.
  private func dominant(least: Int, share: Double, where isOne: (Int) -> Bool) -> Int? {
    var best: Int?
    var sum = 0
    var index = 0
    while index < blocks.elements.count {
      let mass = mass(index)
      guard mass > 0, isOne(index) else {
        index += 1
        continue
      }
      if mass >= 100 { sum += mass }
      if mass > best.map({ self.mass($0) }) ?? 0 { best = index }
      index = Int(blocks.elements[index].end)
    }
    guard let best, mass(best) >= least, Double(mass(best)) >= share * Double(sum) else {
      return nil
    }
    return best
  }

  /// From the body down to the child that holds nearly all paragraphs, as long as there is one.
  private func descent() -> Int {
    let wanted = kept.total * (kind == .forum ? 7 : 8)
    var place = 0
    guard wanted > 0 else { return place }
    var index = 1
    let end = blocks.elements.count
    while index < end {
      let element = blocks.elements[index]
      guard Int(element.end) > index else { break }
      if mass(index) * 10 >= wanted && Self.canHold(element.tag) {
        place = index
        index += 1
      } else if mass(index) * 10 >= wanted {
        break
      } else {
        index = Int(element.end)
      }
    }
    return place
  }

  private static func canHold(_ tag: Tag) -> Bool {
    switch tag {
    case .p, .ul, .ol, .dl, .table: false
    default: true
    }
  }
}
