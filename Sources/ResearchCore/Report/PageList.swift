/// The marks of lists: a list within another is indented, what goes on an item too.
struct PageList {
  private var part: Record.Part?
  private var items: ArraySlice<Int> = []
  private var levels: [Level] = []
  /// The line is an item that follows another.
  private(set) var isTight = false

  /// Deeper lists are indented no further.
  private static let deepest = 20

  /// A list that is open.
  private struct Level {
    let depth: Int
    let isOrdered: Bool
    /// The number of the last item.
    var number: Int
    /// What stands behind the number: lists in a row are one for Markdown where that is the same.
    var delimiter = "."
    /// The blanks that put a line behind the mark.
    var width = 2

    /// What stands before the next item.
    mutating func nextMark() -> String {
      number += 1
      let mark = isOrdered ? "\(number)\(delimiter) " : "- "
      width = mark.utf8.count
      return mark
    }
  }

  mutating func end() {
    (part, items, levels, isTight) = (nil, [], [], false)
  }

  /// What stands before a paragraph of a list.
  mutating func prefix(_ start: Int, _ list: Record.Part) -> String {
    isTight = !levels.isEmpty
    if part != list { begin(list) }
    while let item = items.first, item < start { items.removeFirst() }
    let around = levels.dropLast().prefix(Self.deepest).reduce(0) { $0 + $1.width }
    let indent = String(repeating: " ", count: around)
    guard items.first == start, let last = levels.indices.last else {
      isTight = false
      return indent + String(repeating: " ", count: levels.last?.width ?? 2)
    }
    items.removeFirst()
    return indent + levels[last].nextMark()
  }

  private mutating func begin(_ list: Record.Part) {
    let first = list.first ?? 0
    var level = Level(depth: list.depth ?? 1, isOrdered: first > 0, number: first - 1)
    let isNested = levels.last.map { $0.depth < level.depth } ?? false
    let isNext = levels.last.map { $0.depth == level.depth } ?? false
    let sibling = levels.last { $0.depth == level.depth }
    levels.removeAll { $0.depth >= level.depth }
    if let sibling, sibling.isOrdered, level.isOrdered {
      let goesOn = sibling.number == level.number
      level.delimiter = goesOn == (sibling.delimiter == ".") ? "." : ")"
    }
    // A paragraph ends without a blank line only before an item with the number 1 (CommonMark, section 5.2).
    if isNested, first > 1 { isTight = false }
    if isNext, !level.isOrdered || level.number != sibling?.number { isTight = false }
    levels.append(level)
    (part, items) = (list, (list.items ?? [])[...])
  }
}
