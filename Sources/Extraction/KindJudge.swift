/// Judges whether the lines of an article are the page's text, or whether the page is of another kind.
///
/// What the head of a page says of its kind is often wrong, so the text found is measured: an article's paragraphs stand
/// side by side within one element, those of a service, a listing or a thread are spread over many.
struct KindJudge {
  private let blocks: TextBlocks
  private let kind: PageKind

  init(_ blocks: TextBlocks, _ kind: PageKind) {
    self.blocks = blocks
    self.kind = kind
  }

  /// An article's text below this mass may be no article at all.
  private static let mostDoubtful = 1500
  /// About eighty words: less is no article on a page that is not marked as one.
  private static let leastText = 500

  /// The article's lines need no second opinion.
  func isCertain(of article: [TextLine]) -> Bool {
    let mass = article.reduce(0) { $0 + $1.mass }
    switch kind {
    case .article: return mass >= Self.mostDoubtful
    case .forum: return mass >= Self.leastText && concentration(of: article) >= 0.35
    default: return mass >= Self.leastText && concentration(of: article) >= 0.6
    }
  }

  /// Which of two texts to take where the article's is doubtful.
  func choose(article: [TextLine], whole: [TextLine]) -> [TextLine] {
    guard kind == .article else { return whole }
    let share = Double(units(article)) / Double(max(units(whole), 1))
    return share < 0.3 ? whole : article
  }

  private func units(_ lines: [TextLine]) -> Int { lines.reduce(0) { $0 + $1.units } }

  /// The share of the mass that stands directly within one element, its lists and quotations included.
  private func concentration(of lines: [TextLine]) -> Double {
    var masses: [Int32: Int] = [:]
    var total = 0
    for line in lines where line.mass > 0 {
      masses[home(of: line), default: 0] += line.mass
      total += line.mass
    }
    return Double(masses.values.max() ?? 0) / Double(max(total, 1))
  }

  /// The element that holds a line's paragraph, list or quotation.
  private func home(of line: TextLine) -> Int32 {
    var place = blocks.blocks[line.block].element
    for _ in 0..<2 where place > 0 {
      switch blocks.elements[Int(place)].tag {
      case .p, .li, .ul, .ol, .blockquote, .pre, .h4, .h5:
        place = blocks.elements[Int(place)].parent
      default: return place
      }
    }
    return place
  }
}
