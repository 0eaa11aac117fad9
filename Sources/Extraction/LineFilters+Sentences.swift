/// What looks like a repetition or a list of links, and is a sentence of the text.
extension LineFilters {
  /// In words: shorter lines may well say the same as others.
  private static let leastRepeated = 8
  private static let mostListDepth = 16

  /// The first of the lines that say the same in at least eight words; the steps of a numbered list stay together.
  func withoutDuplicates(_ lines: [TextLine]) -> [TextLine] {
    var seen: Set<UInt64> = []
    var repeated: Set<Int> = []
    var told: Set<Int32> = []
    for line in lines where line.words.count >= Self.leastRepeated {
      if seen.insert(line.hash).inserted {
        told.formUnion(numberedLists(around: line))
      } else {
        repeated.insert(line.block)
      }
    }
    guard !repeated.isEmpty else { return lines }
    return lines.filter { line in
      !repeated.contains(line.block)
        || numberedLists(around: line).contains { told.contains($0) }
    }
  }

  private func numberedLists(around line: TextLine) -> [Int32] {
    guard line.isInList else { return [] }
    var found: [Int32] = []
    var place = blocks.blocks[line.block].element
    for _ in 0..<Self.mostListDepth where place >= 0 {
      if blocks.elements[Int(place)].tag == .ol { found.append(place) }
      place = blocks.elements[Int(place)].parent
    }
    return found
  }

  /// A sentence of links between two paragraphs of the text.
  func isSentenceOfLinks(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard index > 0, index + 1 < lines.count, isSentenceOfLinks(lines[index]) else { return false }
    return [lines[index - 1], lines[index + 1]].allSatisfy { line in
      line.mass > 0 && line.linkUnits * 10 < line.units * 3
    }
  }

  /// A paragraph that begins and ends as a statement outside of its links.
  func isSentenceOfLinks(_ line: TextLine) -> Bool {
    guard line.tag == .p, line.endsStatement, line.linkUnits < line.units else { return false }
    let block = blocks.blocks[line.block]
    let links = blocks.links(in: block.start..<block.end)
    guard let first = links.first, let last = links.last else { return false }
    return first.start > block.start && last.end < block.end
  }
}
