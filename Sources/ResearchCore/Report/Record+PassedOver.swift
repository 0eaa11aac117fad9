extension Record {
  /// The ranges of the text, in Unicode scalars, that no sentence is quoted from: headings, the rows
  /// of tables, code.
  package var passedOver: [Range<Int>] {
    var ranges = (headings ?? []).map { heading in
      Self.range(heading.start, heading.start &+ max(1, heading.text.unicodeScalars.count))
    }
    for part in parts ?? [] {
      switch part.kind {
      case .code: ranges.append(Self.range(part.start, part.end))
      case .table:
        // Between the rows may stand what was too long for a cell.
        for row in part.rows ?? [] {
          guard let first = row.min(), let last = row.max() else { continue }
          ranges.append(Self.range(first, last))
        }
      case .list, .quotation: break
      }
    }
    return ranges
  }

  /// A range between two numbers that a stranger's file may have given.
  private static func range(_ start: Int, _ end: Int) -> Range<Int> {
    max(0, start)..<max(0, start, end)
  }
}
