/// The way of articles: one container, its standfirst, and what its lines say.
extension MainText {
  /// Which blocks are left out, and what they leave to choose from.
  private struct Source {
    let dropped: [Bool]
    let container: Container
    let best: Int
  }

  /// The lines of an article.
  func articleLines() -> [TextLine] {
    let source = source()
    let dropped = source.dropped
    let witness = Witness(blocks, score, dropped, facts.articleBody)
    let best = source.container.best(from: source.best) { witness.mass(of: $0) }
    let range = blocks.elements[best].blocks
    let filters = LineFilters(blocks, facts, cards: source.container.cards)
    let inner = range.filter { !dropped[$0] }.map(line)
    let lead = lead(before: range, dropped, filters).map(line)
    var result = filters.filtered(inner)
    let length = result.units
    if length < 200 {
      let raw = inner.filter { $0.tag != .h1 && !$0.words.isEmpty }
      if raw.reduce(0, { $0 + $1.units }) > 2 * length { result = raw }
    }
    return lead + witness.confirmed(result)
  }

  /// The page pruned by names, or by less where they may have taken half of its text.
  ///
  /// A name that means something else on this page than on others costs whole parts of the text, which shows in that the
  /// container holds little of the page. The page is then pruned again with names believed less, and the second
  /// container is taken where it is worth a third more: teasers and links, which that brings back, are worth little or less
  /// than nothing.
  private func source() -> Source {
    let strict = source(isLax: false)
    let isPoor = strict.container.mass(strict.best) * 10 < score.pageMass.total * 7
    guard isPoor, !facts.leftOut.contains(.laxTry) else { return strict }
    let lax = source(isLax: true)
    let isRicher =
      lax.container.worth(of: lax.best) * 3 > strict.container.worth(of: strict.best) * 4
    return isRicher ? lax : strict
  }

  private func source(isLax: Bool) -> Source {
    let dropped = Pruning.dropped(
      blocks,
      signs,
      score,
      isLax: isLax,
      leavingOut: facts.leftOut
    )
    let container = Container(blocks, signs, score, dropped, leavingOut: facts.leftOut)
    return Source(dropped: dropped, container: container, best: container.bestByWorth())
  }

  private func lead(before range: Range<Int>, _ dropped: [Bool], _ filters: LineFilters) -> [Int] {
    guard !facts.leftOut.contains(.lead) else { return [] }
    return Lead(blocks, signs, score, facts, dropped).blocks(before: range, filters)
      .filter { !isRepeated($0, in: range) }
  }

  /// A standfirst that repeats a sentence of the text is no part of it.
  private func isRepeated(_ index: Int, in range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    let text = Int(blocks.blocks[first].start)..<Int(blocks.blocks[last].end)
    return blocks.text.holds(blocks.bytes(of: index).prefix(60), in: text)
  }
}
