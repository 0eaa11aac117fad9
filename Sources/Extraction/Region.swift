/// Finds the part of a page that holds its content where the page is no single article: services, listings, threads.
///
/// Two candidates disagree and one judge decides: a container that is marked, or that nearly all paragraphs share, and the
/// whole region of the page's content. The container is taken where it holds a fair share of the region's text.
struct Region {
  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let sums: KindSums
  private let kind: PageKind

  init(_ blocks: TextBlocks, _ signs: [ElementSigns], _ sums: KindSums, _ kind: PageKind) {
    self.blocks = blocks
    self.signs = signs
    self.kind = kind
    self.sums = sums
  }

  /// The element to take.
  func choose() -> Int {
    let region = region()
    let marked = marked()
    let container = container(marked)
    if let marked, marked.isCertain { return marked.element }
    let share = Double(tally(container).units) / Double(max(tally(region).units, 1))
    let least =
      kind == .article && marked != nil ? 0.15 : marked != nil || kind != .other ? 0.3 : 0.7
    return share >= least ? container : region
  }

  /// The container, whatever the region is.
  func container() -> Int { container(marked()) }

  private func container(_ marked: (element: Int, isCertain: Bool)?) -> Int {
    marked?.element ?? descent()
  }

  private func tally(_ element: Int) -> KindTally { sums[blocks.elements[element].blocks] }

  /// `<main>`, or what is named so, where it holds half of the paragraphs and 0.4 of all text.
  private func region() -> Int {
    var best: Int?
    for (index, element) in blocks.elements.enumerated() {
      let isMain = element.tag == .main
      guard isMain || signs[index].isMainRole || signs[index].names.contains(.frame) else {
        continue
      }
      let tally = tally(index)
      guard tally.units > 0, tally.mass * 2 >= sums.total.mass,
        tally.units * 10 >= sums.total.units * 4
      else { continue }
      if isMain { return index }
      if best == nil { best = index }
    }
    return best ?? 0
  }

  /// The one element marked as the article's body that outweighs all others marked the same way.
  private func marked() -> (element: Int, isCertain: Bool)? {
    if let body = dominant(least: 240, share: 0.6, where: { signs[$0].isArticleBody }) {
      return (body, true)
    }
    let total = sums.total.mass
    if let named = dominant(least: 240, share: 0.7, where: { signs[$0].names.contains(.writing) }),
      tally(named).mass * 4 >= total
    {
      return (named, false)
    }
    let article = dominant(least: 480, share: 0.6) {
      blocks.elements[$0].tag == .article || signs[$0].isArticleItem
    }
    return article.flatMap { tally($0).mass * 4 >= total ? ($0, false) : nil }
  }

  /// The largest of the outermost elements of a kind, where it holds a share of their sum.
  private func dominant(least: Int, share: Double, where isOne: (Int) -> Bool) -> Int? {
    let candidates = blocks.outermost { tally($0).mass > 0 && isOne($0) }
    let sum = candidates.map { tally($0).mass }.filter { $0 >= 120 }.reduce(0, +)
    let best = candidates.reduce(nil as Int?) { best, index in
      tally(index).mass > best.map { tally($0).mass } ?? 0 ? index : best
    }
    guard let best, tally(best).mass >= least, Double(tally(best).mass) >= share * Double(sum)
    else { return nil }
    return best
  }

  /// From the body down to the child that holds nearly all paragraphs, as long as there is one.
  private func descent() -> Int {
    let total = sums.total.mass
    let wanted = total * (kind == .forum ? 7 : 9)
    var place = 0
    guard wanted > 0 else { return place }
    var index = 1
    let end = blocks.elements.count
    while index < end {
      let element = blocks.elements[index]
      guard Int(element.end) > index else { break }
      let isHeavy = tally(index).mass * 10 >= wanted
      if isHeavy && Self.canHold(element.tag) {
        place = index
        index += 1
      } else if isHeavy {
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
