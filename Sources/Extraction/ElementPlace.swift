/// What an element lies in: code, quotation, list, row; each the index of an element, -1 for none.
struct ElementPlace: Sendable {
  /// The outermost `<pre>`.
  private(set) var code: Int32 = -1
  /// The outermost `<blockquote>`.
  private(set) var quotation: Int32 = -1
  /// The innermost list, its item, the item's number within it, and how many lists lie around.
  private(set) var list: Int32 = -1
  private(set) var item: Int32 = -1
  private(set) var number: Int32 = 0
  private(set) var depth: Int32 = 0
  /// The innermost row of a table, and its cell.
  private(set) var row: Int32 = -1
  private(set) var cell: Int32 = -1
  private(set) var table: Int32 = -1
  /// The row holds another table.
  private(set) var holdsTable = false

  /// The places of all elements, in one pass.
  static func places(of elements: [TextBlocks.Element]) -> [ElementPlace] {
    var places: [ElementPlace] = []
    places.reserveCapacity(elements.count)
    var items = [Int32](repeating: 0, count: elements.count)
    for (index, element) in elements.enumerated() {
      var place = element.parent >= 0 ? places[Int(element.parent)] : ElementPlace()
      place.enter(element, Int32(index), &items)
      if element.tag == .table, element.parent >= 0 {
        let row = places[Int(element.parent)].row
        if row >= 0 { places[Int(row)].holdsTable = true }
      }
      places.append(place)
    }
    return places
  }

  private mutating func enter(
    _ element: TextBlocks.Element,
    _ index: Int32,
    _ items: inout [Int32]
  ) {
    switch element.tag {
    case .pre: if code < 0 { code = index }
    case .blockquote: if quotation < 0 { quotation = index }
    case .ul, .ol, .dir:
      (list, item) = (index, -1)
      items[Int(index)] = max(element.number - 1, 0)
      depth += 1
    case .li where list >= 0:
      items[Int(list)] = element.number > 0 ? element.number : items[Int(list)] + 1
      (item, number) = (index, items[Int(list)])
    case .table:
      // What lies around a table says nothing of its cells.
      (list, item, depth) = (-1, -1, 0)
      (row, cell, table) = (-1, -1, index)
    case .tr: (row, cell) = (index, -1)
    case .td, .th: if row >= 0 { cell = index }
    default: break
    }
  }
}
