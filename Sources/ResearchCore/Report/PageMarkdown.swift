/// A record's text as Markdown: headings, links, lists, quotations, tables and code as on the page.
///
/// All that comes from the page is escaped, so that it shows as it is written and is no command to a reader of Markdown
/// or to a terminal; a line `---` stands only around the front matter.
package struct PageMarkdown {
  private let record: Record
  private let text: [Unicode.Scalar]
  private let inline: PageInline
  private var parts: PageParts
  private var headings: ArraySlice<Record.Heading>
  private var list = PageList()
  private var lines: [String] = []

  private init(_ record: Record, _ text: String) {
    self.record = record
    self.text = Array(text.unicodeScalars)
    inline = PageInline(self.text, record.links ?? [])
    parts = PageParts(record.parts ?? [], count: self.text.count)
    headings = (record.headings ?? [])[...]
  }

  /// The page with its front matter; nil for a record without a text.
  package static func page(_ record: Record) -> String? {
    guard let text = record.text else { return nil }
    var page = PageMarkdown(record, text)
    page.write()
    return frontMatter(record) + page.lines.joined(separator: "\n") + "\n"
  }

  private static func frontMatter(_ record: Record) -> String {
    let fields: [(String, String?)] = [
      ("title", record.title), ("source", record.source),
      ("url", record.finalURL == record.source ? nil : record.finalURL),
      ("published", record.published), ("modified", record.modified),
      ("language", record.language), ("site", record.site), ("canonical", record.canonical),
    ]
    var lines = fields.compactMap { name, value in
      value.map { "\(name): \(YAMLString.quoted($0))" }
    }
    if let authors = record.authors {
      lines.append("authors: [\(authors.map(YAMLString.quoted).joined(separator: ", "))]")
    }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n\n"
  }

  private mutating func write() {
    if let title = record.title, headings.first?.text != title {
      lines.append("# " + MarkdownEscape.label(title, limit: 500))
    }
    var next = 0
    while next < text.count {
      let paragraph = next..<end(from: next)
      parts.move(to: next)
      let isQuoted = parts[.quotation] != nil
      let block = block(paragraph)
      append(block.lines, isQuoted: isQuoted)
      next = block.end + 2
    }
  }

  /// Where the paragraph ends that begins at a place.
  private func end(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != "\n" || end + 1 >= text.count || text[end + 1] != "\n" {
      end += 1
    }
    return end
  }

  /// What begins with a paragraph, as lines, and where it ends.
  private mutating func block(_ paragraph: Range<Int>) -> (lines: [String], end: Int) {
    let start = paragraph.lowerBound
    let prefix = parts[.list].map { list.prefix(start, $0) }
    if prefix == nil { list.end() }
    if let part = parts[.code], part.start == start {
      return (Self.lines(code(start..<part.end), behind: prefix), part.end)
    }
    if let part = parts[.table], part.start == start, let rows = part.rows {
      return (PageTable.lines(rows, inline), part.end)
    }
    let mark = prefix ?? heading(paragraph)
    return ([mark + inline.markdown(paragraph)], paragraph.upperBound)
  }

  /// The lines of an item, all but the first indented as far as its mark.
  private static func lines(_ lines: [String], behind prefix: String?) -> [String] {
    // A blank before each, which Markdown takes away again: else code could hold the line that parts pages.
    guard let prefix else { return lines.map { $0.isEmpty ? $0 : " " + $0 } }
    let indent = String(repeating: " ", count: prefix.utf8.count)
    return lines.enumerated().map { ($0 == 0 ? prefix : indent) + $1 }
  }

  private mutating func heading(_ paragraph: Range<Int>) -> String {
    while let first = headings.first, first.start < paragraph.lowerBound { headings.removeFirst() }
    guard let first = headings.first, first.start == paragraph.lowerBound else { return "" }
    return String(repeating: "#", count: min(max(first.level, 1), 6)) + " "
  }

  /// Code between fences that are longer than any in it.
  private func code(_ range: Range<Int>) -> [String] {
    var code = String.UnicodeScalarView()
    var longest = 0
    var run = 0
    for scalar in text[range] {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
      code.append(scalar)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = String(code).split(separator: "\n", omittingEmptySubsequences: false)
    return [fence] + lines.map(String.init) + [fence]
  }

  /// Adds lines behind a blank one; a line of a list follows the one before at once.
  private mutating func append(_ block: [String], isQuoted: Bool) {
    let isTight = list.isTight
    let mark = isQuoted ? "> " : ""
    if !lines.isEmpty && !isTight {
      lines.append(isQuoted && lines.last?.hasPrefix(">") == true ? ">" : "")
    }
    lines += block.map { $0.isEmpty && isQuoted ? ">" : mark + $0 }
  }
}
