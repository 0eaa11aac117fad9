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
    TextLayout.write(Array(blocks.blocks.indices), of: blocks, to: &writer)
  }

  /// Writes the main text.
  static func write(
    _ blocks: TextBlocks,
    _ document: HTMLDocument,
    _ facts: PageFacts,
    to writer: inout TextWriter
  ) {
    guard !blocks.blocks.isEmpty else {
      _ = writeEmbedded(document, beside: [], to: &writer)
      return
    }
    let text = MainText(blocks, document, facts)
    guard blocks.blocks.count <= mostLines else { return text.writeVast(to: &writer) }
    let lines = text.lines()
    if !facts.leftOut.contains(.rescue), writeEmbedded(document, beside: lines, to: &writer) {
      return
    }
    let structured = facts.structured
    if structured.replaces(lines) { return append(structured.post, to: &writer) }
    TextLayout.write(lines.map(\.block), of: blocks, to: &writer)
    if !facts.leftOut.contains(.productText), structured.adds(to: lines) {
      append(structured.description, to: &writer)
    }
  }

  /// About fifty words: a page with less is looked at for text in its data.
  private static let leastShown = 300

  /// Writes the text of the page's data where the page shows next to none; false where there is no reason to.
  private static func writeEmbedded(
    _ document: HTMLDocument,
    beside lines: [TextLine],
    to writer: inout TextWriter
  ) -> Bool {
    let shown = lines.units
    guard shown < leastShown, !document.scripts.isEmpty else { return false }
    let paragraphs = EmbeddedText.paragraphs(in: document.scripts)
    guard paragraphs.reduce(0, { $0 + $1.count }) >= 3 * shown, !paragraphs.isEmpty else {
      return false
    }
    for paragraph in paragraphs { writer.append(paragraph[...]) }
    return true
  }

  private static func append(_ text: [UInt8], to writer: inout TextWriter) {
    for line in text.split(separator: 0x0A) { writer.append(line) }
  }

  /// The most blocks that are judged line by line; the lines of larger pages would take several times their memory.
  private static let mostLines = 20_000

  /// Writes the container's blocks, but for those that are links alone, where there are too many for more.
  private func writeVast(to writer: inout TextWriter) {
    let isArticle = facts.kind == .article
    let dropped: [Bool]
    let chosen: Int
    if isArticle {
      dropped = Pruning.dropped(blocks, signs, score, isLax: false)
      chosen = Container(blocks, signs, score, dropped).innermost()
    } else {
      let pruning = KindPruning(blocks, signs, facts.kind)
      dropped = pruning.isDropped
      chosen = Region(blocks, signs, pruning.sums, pruning.kind).choose()
    }
    let kept = blocks.elements[chosen].blocks.filter { index in
      let block = blocks.blocks[index]
      return !dropped[index] && !(isArticle && block.linkUnits * 10 > block.units * 8)
    }
    TextLayout.write(kept, of: blocks, to: &writer)
  }

  /// The lines of an article where the page is one, else those of its whole content.
  private func lines() -> [TextLine] {
    let article = articleLines()
    let judge = KindJudge(blocks, facts.kind)
    if facts.leftOut.contains(.judge) { return facts.kind == .article ? article : wholeLines() }
    if judge.isCertain(of: article) { return completed(article) }
    let whole = wholeLines()
    if isShortPage(whole) { return preceded(whole, by: article) }
    return judge.prefersArticle(article, to: whole) ? article : preceded(whole, by: article)
  }

  /// The lines of the whole content after those of the article that stand before it: where they have text, the region was
  /// chosen too small, as for the question above its answers.
  private func preceded(_ whole: [TextLine], by article: [TextLine]) -> [TextLine] {
    guard let first = whole.first?.block else { return article }
    let before = article.filter { $0.block < first }
    return before.contains { $0.mass > 0 } ? before + whole : whole
  }

  /// An article's lines with the paragraphs between its first and its last one that the other way keeps, where these are
  /// at least a quarter of it: so much is no box beside the text, but a part of it that has a misleading name.
  private func completed(_ article: [TextLine]) -> [TextLine] {
    guard let first = article.first(where: { $0.mass > 0 })?.block,
      let last = article.last?.block, first < last
    else { return article }
    let mass = article.mass
    guard (score.pageMass[first..<last] - mass) * 4 >= mass else { return article }
    let blocks = Set(article.map(\.block))
    let hashes = Set(article.map(\.hash))
    let missing = wholeLines().filter { line in
      line.block > first && line.block < last && line.mass > 0 && line.endsStatement
        && line.linkUnits * 5 < line.units
        && !blocks.contains(line.block) && !hashes.contains(line.hash)
    }
    guard missing.reduce(0, { $0 + $1.mass }) * 4 >= mass else { return article }
    return (article + missing).sorted { $0.block < $1.block }
  }

  /// The lines of the page's content, whatever it is.
  private func wholeLines() -> [TextLine] {
    let pruning = KindPruning(blocks, signs, facts.kind)
    let region = Region(blocks, signs, pruning.sums, pruning.kind)
    let chosen = facts.leftOut.contains(.region) ? region.container() : region.choose()
    let lines = blocks.elements[chosen].blocks.filter { !pruning.isDropped[$0] }.map(line)
    let filters = LineFilters(blocks, facts, cards: [])
    let tally = pruning.sums[blocks.elements[chosen].blocks]
    let kept = Self.readsLikeArticle(tally) ? filters.withoutLinkLines(lines) : lines
    let posts = PostFurniture(blocks).without(kept)
    return filters.withoutAnnouncements(filters.withoutDuplicates(posts))
      .filter { !filters.isNotice($0) }
  }

  /// At least three paragraphs, which are three quarters of the text.
  private static func readsLikeArticle(_ tally: KindTally) -> Bool {
    tally.paragraphs >= 3 && tally.mass >= 720 && tally.mass * 4 >= tally.units * 3
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
