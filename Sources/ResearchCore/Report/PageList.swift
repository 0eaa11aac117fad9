/// The marks of lists: a list within another is indented, what goes on an item too.
struct PageList {
  private var part: Record.Part?
  private var items: ArraySlice<Int> = []
  private var number = 0
  private var depths: [Int] = []
  private var width = 2
  /// The line is an item that follows another.
  private(set) var isTight = false

  mutating func end() {
    (part, items, depths, isTight) = (nil, [], [], false)
  }

  /// What stands before a paragraph of a list.
  mutating func prefix(_ start: Int, _ list: Record.Part) -> String {
    let isFirst = part != list
    isTight = !depths.isEmpty
    if isFirst {
      let depth = list.depth ?? 1
      let isSibling = depths.last == depth
      depths.removeAll { $0 >= depth }
      if isSibling, (list.first ?? 0) != number + 1 { isTight = false }
      depths.append(depth)
      (part, items, number) = (list, (list.items ?? [])[...], (list.first ?? 0) - 1)
    }
    while let item = items.first, item < start { items.removeFirst() }
    let indent = String(repeating: "    ", count: min(depths.count - 1, 20))
    guard items.first == start else {
      isTight = false
      return indent + String(repeating: " ", count: width)
    }
    items.removeFirst()
    number += 1
    let mark = (list.first ?? 0) > 0 ? "\(number). " : "- "
    width = mark.utf8.count
    return indent + mark
  }
}
