/// Short pages that say of themselves what their text is.
extension MainText {
  /// In units, about four hundred words.
  private static let longestShort = 2400
  private static let leastShort = 120

  /// Whether the lines of the whole content are those of the page's only main part or article, and are sentences, lists and
  /// headings: a short page of documentation, of which an article's way would take the longest note.
  func isShortPage(_ lines: [TextLine]) -> Bool {
    guard facts.kind == .other || facts.kind == .documentation, isInOnePart(lines) else {
      return false
    }
    var sum = (all: 0, links: 0, sentences: 0)
    for line in lines {
      sum.all += line.units
      sum.links += line.linkUnits
      let says = line.endsStatement || line.isInList || announces(line) || line.tag == .pre
      if says { sum.sentences += line.units }
    }
    guard (Self.leastShort...Self.longestShort).contains(sum.all) else { return false }
    return sum.links * 5 <= sum.all && sum.sentences * 10 >= sum.all * 7
  }

  private func announces(_ line: TextLine) -> Bool {
    blocks.bytes(of: line.block).last == 0x3A
  }

  /// All lines lie in one element that is the only one with text of its kind.
  private func isInOnePart(_ lines: [TextLine]) -> Bool {
    guard let first = lines.first?.block, let last = lines.last?.block else { return false }
    return [Tag.main, .article].contains { tag in
      let parts = blocks.elements.filter { $0.tag == tag && !$0.blocks.isEmpty }
      guard parts.count == 1, let part = parts.first else { return false }
      return part.blocks.contains(first) && part.blocks.contains(last)
    }
  }
}
