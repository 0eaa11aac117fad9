/// Collects the parts of a text while it is written: neighbours of the same element become one part.
struct PartList {
  /// The most parts, items and cells that are told; what comes behind is text only.
  private static let most = 10_000

  private(set) var parts: [TextPart] = []
  private var told = 0
  private var quotation = Open()
  private var list = Open()
  private var table = Open()
  private var lastItem: Int32 = -1
  private var lastNumber: Int32 = 0

  /// A part that what comes next may belong to.
  private struct Open {
    var element: Int32 = -1
    var part = 0
  }

  /// Notes a paragraph, or the lines of a code.
  mutating func addParagraph(
    _ range: Range<Int>,
    _ place: ElementPlace,
    isHeading: Bool,
    isOrdered: Bool
  ) {
    addQuotation(range, place)
    table.element = -1
    guard !isHeading, place.list >= 0, place.item >= 0 else {
      list.element = -1
      return
    }
    // Items are counted on from the first, so that one with another number begins a part.
    let isNext = place.item == lastItem || place.number == lastNumber + 1 || !isOrdered
    if list.element == place.list, isNext {
      parts[list.part].end = range.upperBound
    } else {
      guard let begun = begin(.list, place.list, range) else { return list.element = -1 }
      parts[begun.part].depth = Int(place.depth)
      parts[begun.part].first = isOrdered ? Int(place.number) : 0
      list = begun
      lastItem = -1
    }
    guard place.item != lastItem else { return }
    guard told < Self.most else { return list.element = -1 }
    parts[list.part].items.append(range.lowerBound)
    (lastItem, lastNumber) = (place.item, place.number)
    told += 1
  }

  /// Notes code, which a paragraph of its own has been noted for.
  mutating func addCode(_ range: Range<Int>) {
    guard told < Self.most else { return }
    told += 1
    parts.append(TextPart(.code, range))
  }

  /// Notes a row of a table; `cells` has the start and the end of each.
  mutating func addRow(_ range: Range<Int>, _ cells: [Int], _ place: ElementPlace) {
    addQuotation(range, place)
    list.element = -1
    // A row may stand outside any table.
    guard place.table >= 0 else { return table.element = -1 }
    guard told + cells.count / 2 <= Self.most else { return table.element = -1 }
    if table.element == place.table {
      parts[table.part].end = range.upperBound
    } else {
      guard let begun = begin(.table, place.table, range) else { return table.element = -1 }
      table = begun
    }
    parts[table.part].rows.append(cells)
    told += cells.count / 2
  }

  private mutating func addQuotation(_ range: Range<Int>, _ place: ElementPlace) {
    if place.quotation < 0 {
      quotation.element = -1
    } else if quotation.element == place.quotation {
      parts[quotation.part].end = range.upperBound
    } else {
      quotation = begin(.quotation, place.quotation, range) ?? Open()
    }
  }

  /// Begins a part, where there is room for one more.
  private mutating func begin(
    _ kind: TextPart.Kind,
    _ element: Int32,
    _ range: Range<Int>
  ) -> Open? {
    guard told < Self.most else { return nil }
    told += 1
    parts.append(TextPart(kind, range))
    return Open(element: element, part: parts.count - 1)
  }
}
