/// The rows of a page's table in Markdown.
enum PageTable {
  /// A line a row; the first one is the head, which Markdown asks for.
  static func lines(_ rows: [[Int]], _ inline: PageInline) -> [String] {
    let columns = rows.map { $0.count / 2 }.max() ?? 0
    var lines = rows.map { row in
      let cells = (0..<columns).map { column in
        2 * column + 1 < row.count ? cell(row[2 * column], row[2 * column + 1], inline) : ""
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: columns)
    lines.insert(rule, at: min(1, lines.count))
    return lines
  }

  private static func cell(_ start: Int, _ end: Int, _ inline: PageInline) -> String {
    start < end ? inline.markdown(start..<end) : ""
  }
}
