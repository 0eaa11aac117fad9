/// Drops what is not the content of pages that are no single article, by tags, roles, names and visibility.
///
/// First the frame of the page goes, then what belongs to the content without being its text; the sums are taken anew
/// between. Each reason has its guard: what holds much of the page stays, whatever it is called. Where little is left, the
/// second pass is tried again with less trust in names, or with the page taken for a thread whose posts are called comments.
struct KindPruning {
  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let masses: [Int32]
  private let isInner: [Bool]
  private(set) var kind: PageKind
  private(set) var isDropped: [Bool]
  private(set) var sums: KindSums
  private var droppedComments = false
  /// Notes on members stand beside at least three posts.
  private var hasMembers = false
  /// What is hidden from readers aloud is no text.
  private var hidesAside = false

  /// Prunes the page.
  init(_ blocks: TextBlocks, _ signs: [ElementSigns], _ kind: PageKind) {
    self.blocks = blocks
    self.signs = signs
    self.kind = kind
    masses = KindSums.masses(of: blocks)
    isInner = Self.inner(blocks, signs)
    isDropped = [Bool](repeating: false, count: blocks.blocks.count)
    sums = KindSums(blocks, masses: masses, isDropped)
    dropUnseen()
    dropFrame()
    let framed = isDropped
    let content = sums.total
    dropSurplus(isLax: false)
    if kind != .forum, droppedComments, sums.total.mass < Self.leastText,
      content.mass - sums.total.mass >= max(2 * Self.leastText, 5 * sums.total.mass)
    {
      self.kind = .forum
      restart(from: framed)
      dropSurplus(isLax: false)
    }
    if content.mass >= Self.leastText && sums.total.mass * 10 < content.mass * 3
      || sums.total.units * 5 < content.units
    {
      restart(from: framed)
      dropSurplus(isLax: true)
    }
  }

  /// About fifty words.
  private static let leastText = 300

  private mutating func restart(from framed: [Bool]) {
    isDropped = framed
    sums = KindSums(blocks, masses: masses, isDropped)
  }

  /// The elements within the page's main part or an article.
  private static func inner(_ blocks: TextBlocks, _ signs: [ElementSigns]) -> [Bool] {
    var isInner = [Bool](repeating: false, count: blocks.elements.count)
    for (index, element) in blocks.elements.enumerated() where element.parent >= 0 {
      let parent = Int(element.parent)
      let tag = blocks.elements[parent].tag
      isInner[index] =
        isInner[parent] || tag == .main || tag == .article || signs[parent].isMainRole
    }
    return isInner
  }

  /// Drops the outermost elements that a pass wants dropped; the sums stay as they were while it looks.
  private mutating func drop(where isWanted: (Self, Int, KindTally) -> Bool) {
    var index = 0
    while index < blocks.elements.count {
      let element = blocks.elements[index]
      let tally = sums[element.blocks]
      if tally.units == 0 {
        index = Int(element.end)
      } else if canGo(index), isWanted(self, index, tally) {
        for block in element.blocks { isDropped[block] = true }
        index = Int(element.end)
      } else {
        index += 1
      }
    }
    sums = KindSums(blocks, masses: masses, isDropped)
  }

  private func canGo(_ index: Int) -> Bool {
    switch blocks.elements[index].tag {
    case .html, .body, .main: false
    default: !signs[index].isMainRole
    }
  }

  /// What is hidden goes, unless it is most of the page: streamed pages, and copies for readers without scripts.
  private mutating func dropUnseen() {
    let total = sums.total.mass
    drop { page, index, tally in
      let isNoscript = page.blocks.elements[index].tag == .noscript
      guard page.signs[index].isHidden || isNoscript else { return false }
      let isConcealed = page.signs[index].isConcealed
      if !isNoscript && !isConcealed && page.isPanel(index) { return false }
      return tally.mass < Self.leastText || tally.mass * 10 <= total * (isNoscript ? 3 : 5)
    }
  }

  /// A part that waits for its reader to open it, by its own name or that of one of the two elements around it.
  private func isPanel(_ index: Int) -> Bool {
    var place = index
    for _ in 0..<3 where place >= 0 {
      if signs[place].names.contains(.panel) || signs[place].isPanel { return true }
      place = Int(blocks.elements[place].parent)
    }
    return false
  }

  private mutating func dropFrame() {
    let total = sums.total
    drop { page, index, tally in
      let element = page.blocks.elements[index]
      let names = page.signs[index].names
      if names.contains(.consent), page.isOutermost(element), tally.units * 10 < total.units * 9 {
        return true
      }
      let isFooter = element.tag == .footer
      let isFrame = element.tag == .nav || isFooter
      guard isFrame || page.isFramePart(index, element, names) else { return false }
      let isOuterFooter = isFooter && !page.isInner[index] && total.units - tally.units >= 180
      guard tally.mass * 10 <= total.mass * (isFrame ? 8 : 4) || isOuterFooter else { return false }
      return isFrame || tally.units * 2 <= total.units || tally.linkUnits * 10 > tally.units * 6
    }
  }

  private func isOutermost(_ element: TextBlocks.Element) -> Bool {
    element.parent >= 0 && blocks.elements[Int(element.parent)].tag == .body
  }

  private func isFramePart(
    _ index: Int,
    _ element: TextBlocks.Element,
    _ names: NameSigns
  ) -> Bool {
    if element.tag == .header && !isInner[index] || signs[index].isChrome { return true }
    if names.contains(.frameParts), !names.contains(.panel) {
      return !(1...4).contains(element.tag.headingLevel)
    }
    return element.tag == .li && names.contains(.widget)
  }

  private mutating func dropSurplus(isLax: Bool) {
    let total = sums.total
    var hasComments = false
    let hasAsides = kind == .forum && hasAsides()
    // Slides and tabs are hidden from readers aloud by turns; where that is a tenth of the page, they are its text.
    hidesAside = mass(where: \.isARIAHidden) * 10 <= total.mass
    hasMembers = kind == .other && areBesidePosts(.member)
    drop { page, index, tally in
      let element = page.blocks.elements[index]
      let names = page.signs[index].names
      let isComment = (page.kind != .forum || hasAsides) && names.contains(.comment)
      let isSide = element.tag == .aside || names.contains(.side)
      guard isSide || isComment || page.isSurplus(index, element, tally, total, isLax) else {
        return false
      }
      let rest = total.mass - tally.mass
      let goes =
        (isSide || names.contains(.offers)) && rest >= 2 * Self.leastText
        || isComment && rest >= Self.leastText * 6 / 10
        || tally.mass * 10 <= total.mass * 4 && tally.units * 2 <= total.units
      if goes && isComment { hasComments = true }
      return goes
    }
    droppedComments = hasComments
  }

  /// Whether a thread's comments are remarks to its posts: posts stand between them, and hold three tenths of the text.
  private func hasAsides() -> Bool {
    let comments = blocks.outermost { signs[$0].names.contains(.comment) }
      .map { blocks.elements[$0].blocks }
    guard let first = comments.first, let last = comments.last else { return false }
    let mass = comments.reduce(0) { $0 + sums[$1].mass }
    let range = first.lowerBound..<last.upperBound
    return mass * 10 <= sums.total.mass * 7 && sums[range].mass - mass >= 120
  }

  /// Whether the outermost elements of a name are at least three, and paragraphs stand between them.
  private func areBesidePosts(_ name: NameSigns) -> Bool {
    var count = 0
    var end = 0
    let named = blocks.outermost {
      signs[$0].names.contains(name) && sums[blocks.elements[$0].blocks].units > 0
    }
    for place in named.map({ blocks.elements[$0].blocks }) {
      let isApart = count == 0 || sums[end..<place.lowerBound].paragraphs > 0
      if isApart { count += 1 }
      end = place.upperBound
    }
    return count >= 3
  }

  /// The mass of the outermost elements of some signs.
  private func mass(where isOne: (ElementSigns) -> Bool) -> Int {
    blocks.outermost { isOne(signs[$0]) }.reduce(0) { $0 + sums[blocks.elements[$1].blocks].mass }
  }

  private func isSurplus(
    _ index: Int,
    _ element: TextBlocks.Element,
    _ tally: KindTally,
    _ total: KindTally,
    _ isLax: Bool
  ) -> Bool {
    let names = signs[index].names
    switch element.tag {
    case .figcaption: return true
    case .form where kind != .forum && tally.mass * 5 < total.mass && tally.paragraphs <= 3:
      return true
    default: break
    }
    if hidesAside && signs[index].isARIAHidden { return true }
    if (kind == .forum || hasMembers) && names.contains(.member) { return true }
    if (kind == .product || kind == .article) && names.contains(.review) { return true }
    return !isLax && names.contains(.surplus)
  }
}
