/// Drops the elements that are not the page's text: menus, notices, comments, advertisements, captions.
///
/// The rule that matters most is the guard: an element that holds more than 0.4 of the page's mass is never dropped for its
/// tag or name, since names lie more often than masses do.
struct Pruning {
  /// The share of the page's mass above which an element stays.
  static let guardShare = 0.4
  /// The mass that must remain for an appendix to go whatever it holds.
  static let leastRemainder = 200

  /// The mass of a `<noscript>` that is the page's own text and no request to switch scripts on.
  static let leastNoscript = 500

  private enum Reason { case plain, appendix, noscript, weak, header }

  private let blocks: TextBlocks
  private let signs: [ElementSigns]
  private let score: BlockScore
  private let isLax: Bool
  private let leftOut: ExtractionSteps
  private let firstHeading: Range<Int>?
  private var isDropped: [Bool]
  private var isWithinArticle: [Bool]

  private init(
    _ blocks: TextBlocks,
    _ signs: [ElementSigns],
    _ score: BlockScore,
    isLax: Bool,
    leavingOut leftOut: ExtractionSteps
  ) {
    self.blocks = blocks
    self.signs = signs
    self.score = score
    self.isLax = isLax
    self.leftOut = leftOut
    firstHeading = blocks.elements.first { $0.tag == .h1 && !$0.blocks.isEmpty }?.blocks
    isDropped = [Bool](repeating: false, count: blocks.blocks.count)
    isWithinArticle = [Bool](repeating: false, count: blocks.elements.count)
  }

  /// Which blocks go.
  ///
  /// In the second, lax try names are not looked at, except for comments, footers, sidebars and short captions.
  static func dropped(
    _ blocks: TextBlocks,
    _ signs: [ElementSigns],
    _ score: BlockScore,
    isLax: Bool,
    leavingOut leftOut: ExtractionSteps = []
  ) -> [Bool] {
    var pruning = Pruning(blocks, signs, score, isLax: isLax, leavingOut: leftOut)
    pruning.dropElements()
    if !leftOut.contains(.captions) { pruning.dropCaptions() }
    if !leftOut.contains(.pictureBoxes) { pruning.dropPictureBoxes() }
    if !leftOut.contains(.phrases) { pruning.dropAnnouncements() }
    return pruning.isDropped
  }

  private mutating func dropElements() {
    var index = 0
    while index < blocks.elements.count {
      let element = blocks.elements[index]
      if element.parent >= 0 {
        let parent = blocks.elements[Int(element.parent)].tag
        isWithinArticle[index] =
          isWithinArticle[Int(element.parent)] || parent == .article || parent == .main
      }
      if !element.blocks.isEmpty, let reason = reason(index), !isGuarded(index, reason) {
        for block in element.blocks { isDropped[block] = true }
        index = Int(element.end)
      } else {
        index += 1
      }
    }
  }

  private func share(_ range: Range<Int>) -> Double {
    Double(score.pageMass[range]) / Double(max(score.pageMass.total, 1))
  }

  private func reason(_ index: Int) -> Reason? {
    let element = blocks.elements[index]
    let sign = signs[index]
    switch element.tag {
    case .aside, .nav, .form: return .plain
    case .footer: return isWithinArticle[index] ? .plain : .appendix
    case .noscript: return .noscript
    default: break
    }
    if sign.isChrome { return .plain }
    if !leftOut.contains(.hidden) {
      if sign.isARIAHidden && !isLax { return .plain }
      if sign.isHidden || sign.names.contains(.hidden) {
        return sign.names.contains(.paid) && !sign.isConcealed ? nil : .plain
      }
    }
    if element.tag == .header && !isWithinArticle[index] && share(element.blocks) < 0.1 {
      return isLinked(element.blocks) ? .header : nil
    }
    switch element.tag {
    case .body, .html, .main: return nil
    default: return sign.isMainRole ? nil : nameReason(sign.names, element)
    }
  }

  private func nameReason(_ names: NameSigns, _ element: TextBlocks.Element) -> Reason? {
    if leftOut.contains(.names) { return nil }
    if names.contains(.appendix) { return .appendix }
    let isShortCaption = names.contains(.caption) && element.blocks.count <= 3
    if isLax && !names.contains(.sidebar) && !isShortCaption { return nil }
    if names.contains(.extra) { return .plain }
    if names.contains(.advertisement) && element.tag != .p { return .plain }
    if names.contains(.weak) && isLinked(element.blocks) { return .weak }
    return nil
  }

  private func isLinked(_ range: Range<Int>) -> Bool {
    score.linkUnits[range] * 10 >= score.units[range]
  }

  private func isGuarded(_ index: Int, _ reason: Reason) -> Bool {
    guard !leftOut.contains(.guards) else { return false }
    let range = blocks.elements[index].blocks
    let share = share(range)
    if reason != .header, reason != .noscript, share > 0.2, let firstHeading,
      range.lowerBound <= firstHeading.lowerBound, range.upperBound >= firstHeading.upperBound
    {
      return true
    }
    let rest = score.pageMass.total - score.pageMass[range]
    switch reason {
    case .appendix: return rest < Self.leastRemainder
    case .noscript:
      // What asks for scripts to be run is short; a copy of the page for readers without them is not.
      return share > 0.5 && score.pageMass[range] >= Self.leastNoscript
    default: return share > Self.guardShare
    }
  }

  /// Captions go by their tag, or as small boxes that hold a picture and are named so.
  private mutating func dropCaptions() {
    for (index, block) in blocks.blocks.enumerated() where block.isInCaption {
      isDropped[index] = true
    }
    for (index, element) in blocks.elements.enumerated() where isCaption(index, element) {
      for block in element.blocks { isDropped[block] = true }
    }
  }

  /// Text beside a picture that is no paragraph, alone with it in a box: a caption without a name.
  private mutating func dropPictureBoxes() {
    var found: [Int] = []
    var mass = 0
    for element in blocks.elements
    where element.holdsImage && (1...2).contains(element.blocks.count) {
      guard score.units[element.blocks] <= 300 else { continue }
      for block in element.blocks where !isDropped[block] && isLoose(blocks.blocks[block]) {
        found.append(block)
        mass += score.mass[block]
      }
    }
    guard mass * 10 < score.pageMass.total * 3 else { return }
    for block in found { isDropped[block] = true }
  }

  private mutating func dropAnnouncements() {
    for box in Announcements.boxes(blocks, score, isDropped, upTo: Self.guardShare) {
      for block in box { isDropped[block] = true }
    }
  }

  private func isLoose(_ block: TextBlocks.Block) -> Bool {
    guard !block.isInList, !block.isInTable else { return false }
    switch block.tag {
    case .div, .span, .figure, .section, .a, .center: return true
    default: return false
    }
  }

  private func isCaption(_ index: Int, _ element: TextBlocks.Element) -> Bool {
    let names = signs[index].names
    guard names.contains(.image), element.holdsImage || names.contains(.caption),
      (1...3).contains(element.blocks.count), score.units[element.blocks] <= 400
    else { return false }
    switch element.tag {
    case .article, .main, .body, .section: return false
    default: break
    }
    return !element.blocks.contains { block in
      blocks.blocks[block].tag.headingLevel > 0
        && blocks.blocks[block].linkUnits < blocks.blocks[block].units
    }
  }
}
