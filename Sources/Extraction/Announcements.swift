/// Boxes that begin with the announcement of other pages: "Related articles", "Read more".
///
/// Unlike a class name, which only its maker must understand, such a heading is written for readers, so it tells what the
/// box holds also on pages whose names say nothing, and in the middle of a text as well as behind it.
enum Announcements {
  /// The longest heading of such a box.
  private static let mostUnits = 60

  /// The blocks of the largest box around each announcement that begins with it and holds at most a share of the page's
  /// mass, or of an announcement and the box right behind it.
  ///
  /// Announcements that are dropped already say nothing of what stands around them.
  static func boxes(
    _ blocks: TextBlocks,
    _ score: BlockScore,
    _ isDropped: [Bool],
    upTo share: Double
  ) -> [Range<Int>] {
    let most = Int(share * Double(score.pageMass.total))
    var result: [Range<Int>] = []
    var end = 0
    for (index, block) in blocks.blocks.enumerated()
    where index >= end && block.units < mostUnits && !isDropped[index] {
      let line = blocks.bytes(of: index)
      guard PhraseLists.shared.ends.mayBegin(WordFolder.words(line, limit: 1)),
        PhraseLists.shared.ends.equals(WordFolder.words(line)),
        let box = box(from: index, blocks, score, most) ?? pair(from: index, blocks, score, most)
      else { continue }
      result.append(box)
      end = box.upperBound
    }
    return result
  }

  private static func box(
    from index: Int,
    _ blocks: TextBlocks,
    _ score: BlockScore,
    _ most: Int
  ) -> Range<Int>? {
    var best: Range<Int>?
    var place = Int(blocks.blocks[index].element)
    while place >= 0 {
      let range = blocks.elements[place].blocks
      guard range.lowerBound == index, score.pageMass[range] <= most else { break }
      if range.count > 1 { best = range }
      place = Int(blocks.elements[place].parent)
    }
    return best
  }

  /// An announcement that stands alone or last in its element, and the box that is the next element.
  ///
  /// This is a weaker sign than a box around both, so that half of the share is enough to keep it.
  private static func pair(
    from index: Int,
    _ blocks: TextBlocks,
    _ score: BlockScore,
    _ most: Int
  ) -> Range<Int>? {
    var place = blocks.elements[Int(blocks.blocks[index].element)]
    while place.parent >= 0, blocks.elements[Int(place.parent)].blocks.count == 1 {
      place = blocks.elements[Int(place.parent)]
    }
    guard Int(place.end) < blocks.elements.count else { return nil }
    let next = blocks.elements[Int(place.end)]
    guard next.parent == place.parent, next.blocks.lowerBound == index + 1,
      score.pageMass[next.blocks] * 2 <= most, isBox(next.tag)
    else { return nil }
    return index..<next.blocks.upperBound
  }

  private static func isBox(_ tag: Tag) -> Bool {
    switch tag {
    case .div, .section, .ul, .ol: true
    default: false
    }
  }
}
