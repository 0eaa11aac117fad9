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
  /// About eighty words: less is a short article at most on a page that is not marked as one.
  private static let leastText = 500
  /// Two sentences: less is no article.
  private static let leastArticle = 150

  /// The article's lines need no second opinion.
  func isCertain(of article: [TextLine]) -> Bool {
    let mass = article.mass
    return kind == .article
      ? mass >= Self.mostDoubtful : mass >= Self.leastText && isDense(article)
  }

  /// Whether to take the article's text where it is doubtful.
  ///
  /// The whole wins where the article's is next to nothing beside it. Else the article's wins where it has nearly all that
  /// is no link, and where it is short but dense and the whole adds little more than short lines and links.
  func prefersArticle(_ article: [TextLine], to whole: [TextLine]) -> Bool {
    if kind == .article { return article.units * 10 >= whole.units * 3 }
    let mass = article.mass
    guard mass >= Self.leastArticle else { return false }
    let plain = whole.reduce(0) { $0 + $1.units - $1.linkUnits }
    if kind == .other && mass >= 250 && mass * 100 >= plain * 85 { return true }
    let isShort = mass < Self.leastText && whole.mass <= 3 * mass
    return isShort && isDense(article)
  }

  /// Much of the mass stands side by side; the posts of a thread do so less.
  private func isDense(_ article: [TextLine]) -> Bool {
    concentration(of: article) >= (kind == .forum ? 0.35 : 0.6)
  }

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
