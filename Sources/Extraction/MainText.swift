/// Finds the main text of a page: blocks, scores, pruning, container, standfirst, line filters.
struct MainText {
  let blocks: TextBlocks
  let facts: PageFacts
  let signs: [ElementSigns]
  let score: BlockScore

  private init(_ blocks: TextBlocks, _ document: HTMLDocument, _ facts: PageFacts) {
    self.blocks = blocks
    self.facts = facts
    signs = ElementSigns.signs(of: blocks, in: document)
    score = BlockScore(blocks)
  }

  /// Writes all of a trusted page's body.
  static func writeAll(_ blocks: TextBlocks, to writer: inout TextWriter) {
    for (index, block) in blocks.blocks.enumerated() {
      writer.append(blocks.bytes(of: index), level: block.tag.headingLevel)
    }
  }

  /// Writes the main text.
  static func write(
    _ blocks: TextBlocks,
    _ document: HTMLDocument,
    _ facts: PageFacts,
    to writer: inout TextWriter
  ) {
    guard !blocks.blocks.isEmpty else { return }
    let text = MainText(blocks, document, facts)
    guard blocks.blocks.count <= mostLines else { return text.writeVast(to: &writer) }
    for line in text.lines() {
      writer.append(blocks.bytes(of: line.block), level: line.tag.headingLevel)
    }
  }

  /// The most blocks that are judged line by line; the lines of larger pages would take several times their memory.
  private static let mostLines = 20_000

  /// Writes the container's blocks, but for those that are links alone, where there are too many for more.
  private func writeVast(to writer: inout TextWriter) {
    let dropped = drop(options)
    let isArticle = facts.kind == .article
    let chosen =
      isArticle
      ? Container(blocks, signs, score, dropped).innermost()
      : Region(blocks, signs, score, dropped, facts.kind).choose()
    for index in blocks.elements[chosen].blocks where !dropped[index] {
      let block = blocks.blocks[index]
      if isArticle && block.linkUnits * 10 > block.units * 8 { continue }
      writer.append(blocks.bytes(of: index), level: block.tag.headingLevel)
    }
  }

  /// Articles by their container; other pages too where the container reads like an article.
  private func lines() -> [TextLine] {
    if facts.kind == .article { return articleLines() }
    let dropped = drop(options)
    let region = Region(blocks, signs, score, dropped, facts.kind)
    let chosen = region.choose()
    if facts.kind == .other && readsLikeArticle(chosen, dropped) { return articleLines() }
    let filters = LineFilters(blocks, facts, cards: [])
    let lines = blocks.elements[chosen].blocks.filter { !dropped[$0] }.map(line)
    let whole = filters.withoutAnnouncements(filters.withoutDuplicates(lines))
    guard facts.kind == .other || facts.kind == .documentation else { return whole }
    // Where both ways find nearly the same, the article's way leaves less chaff.
    let article = articleLines()
    return ArticleJudge.prefers(article, to: whole) ? article : whole
  }

  private var options: PruningOptions {
    var options = PruningOptions()
    options.isForum = facts.kind == .forum
    options.keepsForms = facts.kind == .forum
    options.dropsReviews = facts.kind == .product
    return options
  }

  /// The blocks to leave out; names are believed less where believing them leaves next to nothing.
  private func drop(_ options: PruningOptions) -> [Bool] {
    let dropped = Pruning.dropped(blocks, signs, score, options)
    let rest = score.mass.indices.reduce(0) { dropped[$1] ? $0 : $0 + score.mass[$1] }
    guard rest * 10 < score.pageMass.total * 3, score.pageMass.total >= 300 else { return dropped }
    var lax = options
    lax.isLax = true
    return Pruning.dropped(blocks, signs, score, lax)
  }

  /// At least three paragraphs, which are three quarters of the text.
  private func readsLikeArticle(_ element: Int, _ dropped: [Bool]) -> Bool {
    var paragraphs = 0
    var mass = 0
    var units = 0
    for block in blocks.elements[element].blocks where !dropped[block] {
      units += Int(blocks.blocks[block].units)
      mass += score.mass[block]
      if score.mass[block] > 0 { paragraphs += 1 }
    }
    return paragraphs >= 3 && mass >= 700 && mass * 4 >= units * 3
  }

  func line(_ index: Int) -> TextLine {
    let block = blocks.blocks[index]
    let bytes = blocks.bytes(of: index)
    let words = WordFolder.words(bytes, limit: block.units < 500 ? .max : 40)
    return TextLine(
      block: index,
      units: Int(block.units),
      linkUnits: Int(block.linkUnits),
      mass: score.mass[index],
      tag: block.tag,
      isInList: block.isInList,
      isInTable: block.isInTable,
      words: words,
      hash: WordFolder.hash(words) &+ UInt64(block.units / 64),
      endsStatement: bytes.endsStatement
    )
  }
}
