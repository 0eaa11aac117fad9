/// What stands behind the end of an article.
extension LineFilters {
  /// What the page says about its author at the end; who is named at the beginning of earlier lines is spoken with.
  func withoutAuthor(_ lines: [TextLine]) -> [TextLine] {
    guard !facts.authors.isEmpty else { return lines }
    let total = lines.mass
    var mass = 0
    var names = facts.authors
    for (index, line) in lines.enumerated() where line.mass > 0 {
      let head = line.words.prefix(6)
      let isTail = mass * 100 >= total * 85 && line.units < 500
      if isTail, names.contains(where: { occurs($0, in: head) }) { return Array(lines[..<index]) }
      names.removeAll { occurs($0, in: head) }
      mass += line.mass
    }
    return lines
  }

  private func occurs(_ name: [UInt64], in words: ArraySlice<UInt64>) -> Bool {
    words.indices.contains { words[$0...].starts(with: name) }
  }

  /// Short lines and headings behind the last paragraph.
  func withoutTail(_ lines: [TextLine]) -> [TextLine] {
    var result = lines[...]
    var end = result.endIndex
    while end > 0 {
      let line = lines[end - 1]
      guard line.units < 40, !line.isInList, !line.isInTable, line.tag != .pre,
        !blocks.bytes(of: line.block).endsSentence,
        end < 2 || !announces(lines[end - 2])
      else { break }
      end -= 1
    }
    if result.count - end <= 3 { result = result[..<end] }
    end = result.endIndex
    while end > 0 && lines[end - 1].tag.headingLevel > 0 { end -= 1 }
    if result.count - end <= 2 { result = result[..<end] }
    return Array(result)
  }

  /// A line that ends in a colon speaks of the next.
  private func announces(_ line: TextLine) -> Bool {
    let bytes = blocks.bytes(of: line.block)
    return bytes.last == 0x3A || bytes.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A])
  }
}
