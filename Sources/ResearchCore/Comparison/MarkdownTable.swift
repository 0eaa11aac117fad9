/// A table in Markdown whose columns are padded, so that it reads well on a terminal too.
package struct MarkdownTable: Sendable {
  /// A column: its heading, and on which side its cells stand.
  package struct Column: Sendable {
    let heading: String
    let isNumeric: Bool

    /// A column of text, or of numbers, which stand on the right.
    package init(_ heading: String, isNumeric: Bool = true) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  private let columns: [Column]
  private let rows: [[String]]

  /// A table of cells that hold no markup; a missing cell is empty.
  ///
  /// Columns in which every cell is empty are left out.
  package init(_ columns: [Column], _ rows: [[String]]) {
    let filled = columns.indices.filter { column in
      rows.contains { $0.indices.contains(column) && !$0[column].isEmpty }
    }
    self.columns = filled.map { columns[$0] }
    self.rows = rows.map { row in filled.map { row.indices.contains($0) ? row[$0] : "" } }
  }

  /// The lines, without line ends.
  package var lines: [String] {
    let widths = columns.indices.map { column in
      ([columns[column].heading] + rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    let rule = zip(columns, widths).map { column, width in
      let dashes = String(repeating: "-", count: max(2, width))
      return column.isNumeric ? dashes.dropLast() + ":" : dashes
    }
    return [line(columns.map(\.heading), widths), "|" + rule.map { " \($0) |" }.joined()]
      + rows.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = columns.indices.map { column in
      let blank = String(
        repeating: " ",
        count: max(0, max(2, widths[column]) - cells[column].count)
      )
      return columns[column].isNumeric ? blank + cells[column] : cells[column] + blank
    }
    return "|" + padded.map { " \($0) |" }.joined()
  }
}
