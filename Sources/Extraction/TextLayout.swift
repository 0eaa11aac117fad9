/// Writes chosen blocks out as they stand on the page: paragraphs, the cells of a row as one line, code with its lines.
///
/// The blocks were chosen one by one; what belongs together is joined only here, so that no choice depends on it.
struct TextLayout {
  /// In units: what has longer cells is a layout, and no table of data.
  private static let longestCell: Int32 = 200
  private static let mostCells = 100
  /// What stands between two cells of a row.
  private static let cellBreak: [UInt8] = Array(" | ".utf8)

  private let blocks: TextBlocks
  private let chosen: [Int]
  private let places: [ElementPlace]
  /// The rows that are no data: each is looked at once, for what interrupts a row may do so at each of its blocks.
  private var layouts: Set<Int32> = []
  /// The table of the row that was written last, -1 behind anything else.
  private var table: Int32 = -1

  private init(_ chosen: [Int], _ blocks: TextBlocks) {
    self.blocks = blocks
    self.chosen = chosen
    places = ElementPlace.places(of: blocks.elements)
  }

  /// Writes the blocks that are chosen, in their order.
  static func write(_ chosen: [Int], of blocks: TextBlocks, to writer: inout TextWriter) {
    guard !chosen.isEmpty else { return }
    var layout = TextLayout(chosen, blocks)
    var next = 0
    while next < chosen.count { next = layout.write(from: next, to: &writer) }
  }

  private func place(_ index: Int) -> ElementPlace {
    places[Int(blocks.blocks[chosen[index]].element)]
  }

  /// Writes what begins at a place of the list; gives the place behind it.
  private mutating func write(from start: Int, to writer: inout TextWriter) -> Int {
    let place = place(start)
    if place.cell >= 0, !places[Int(place.row)].holdsTable, !layouts.contains(place.row) {
      let end = end(from: start) { $0.row == place.row }
      if let cells = cells(start..<end, place) {
        writeRow(cells, place, to: &writer)
        table = place.table
        return end
      }
      layouts.insert(place.row)
    }
    table = -1
    if place.code >= 0 {
      let end = end(from: start) { $0.code == place.code }
      writeCode(start..<end, place, to: &writer)
      return end
    }
    writeParagraph(start, to: &writer)
    return start + 1
  }

  private func end(from start: Int, while belongs: (ElementPlace) -> Bool) -> Int {
    var end = start + 1
    while end < chosen.count, belongs(place(end)) { end += 1 }
    return end
  }

  private func writeParagraph(_ index: Int, to writer: inout TextWriter) {
    let block = chosen[index]
    let level = blocks.blocks[block].tag.headingLevel
    let range = writer.append(blocks.bytes(of: block), level: level)
    guard !range.isEmpty else { return }
    writer.addLinks(of: block, blocks, at: range.lowerBound)
    note(range, place(index), isHeading: level > 0, in: &writer)
  }

  private func note(
    _ range: Range<Int>,
    _ place: ElementPlace,
    isHeading: Bool = false,
    in writer: inout TextWriter
  ) {
    let isOrdered = place.list >= 0 && blocks.elements[Int(place.list)].tag == .ol
    writer.parts.addParagraph(range, place, isHeading: isHeading, isOrdered: isOrdered)
  }

  /// The block of each cell of a row, -1 for an empty one; nil where it is no row of data.
  private func cells(_ range: Range<Int>, _ place: ElementPlace) -> [Int]? {
    let row = blocks.elements[Int(place.row)]
    // Another row within this one.
    if range.upperBound < chosen.count, chosen[range.upperBound] < row.lastBlock { return nil }
    var cells: [Int32] = []
    var index = Int(place.row) + 1
    while index < Int(row.end) {
      let element = blocks.elements[index]
      if element.tag == .td || element.tag == .th { cells.append(Int32(index)) }
      guard cells.count <= Self.mostCells else { return nil }
      index = max(Int(element.end), index + 1)
    }
    // A cell that spans columns, or beside one that spans rows, may be alone, but no table begins so.
    guard cells.count > 1 || (cells.count == 1 && table == place.table) else { return nil }
    var result = [Int](repeating: -1, count: cells.count)
    for entry in range {
      let block = blocks.blocks[chosen[entry]]
      let place = self.place(entry)
      guard block.units <= Self.longestCell, block.tag.headingLevel == 0, place.list < 0,
        place.code < 0,
        let cell = cells.firstIndex(of: place.cell), result[cell] < 0
      else { return nil }
      result[cell] = chosen[entry]
    }
    return result
  }

  private func writeRow(_ cells: [Int], _ place: ElementPlace, to writer: inout TextWriter) {
    var line: [UInt8] = []
    var places: [Int] = []
    var scalars = 0
    for block in cells where block >= 0 {
      if !line.isEmpty { line.append(contentsOf: Self.cellBreak) }
      line.append(contentsOf: blocks.bytes(of: block))
    }
    let range = writer.append(line[...])
    guard !range.isEmpty else { return }
    for block in cells {
      guard block >= 0 else {
        places += [range.lowerBound + scalars, range.lowerBound + scalars]
        continue
      }
      if scalars > 0 { scalars += Self.cellBreak.count }
      let start = range.lowerBound + scalars
      scalars += blocks.bytes(of: block).scalarCount
      writer.addLinks(of: block, blocks, at: start)
      places += [start, range.lowerBound + scalars]
    }
    writer.parts.addRow(range, places, place)
  }

  /// Writes the blocks of one `<pre>`, which are lines where they are several, without their common margin.
  private func writeCode(
    _ range: Range<Int>,
    _ place: ElementPlace,
    to writer: inout TextWriter
  ) {
    let margin = range.map { blocks.bytes(of: chosen[$0]).leastIndentation }.min() ?? 0
    var lines: [UInt8] = []
    for entry in range {
      if !lines.isEmpty { lines.append(0x0A) }
      blocks.bytes(of: chosen[entry]).appendLines(without: margin, to: &lines)
    }
    let written = writer.append(lines[...])
    guard !written.isEmpty else { return }
    note(written, place, in: &writer)
    writer.parts.addCode(written)
  }
}

extension ArraySlice<UInt8> {
  /// The number of Unicode scalars of valid UTF-8.
  var scalarCount: Int {
    reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }

  /// The blanks that all lines begin with.
  fileprivate var leastIndentation: Int {
    split(separator: 0x0A).map { line in line.prefix { $0 == 0x20 }.count }.min() ?? 0
  }

  /// Appends the lines without so many blanks before each.
  fileprivate func appendLines(without margin: Int, to lines: inout [UInt8]) {
    guard margin > 0 else { return lines.append(contentsOf: self) }
    let parts = split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in parts.enumerated() {
      if number > 0 { lines.append(0x0A) }
      lines.append(contentsOf: line.dropFirst(margin))
    }
  }
}
