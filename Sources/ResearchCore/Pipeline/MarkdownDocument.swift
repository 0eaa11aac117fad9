/// Markdown as a document to read: rendered to HTML by cmark-gfm, in its safe mode.
enum MarkdownDocument {
  /// The HTML of a document in UTF-8; front matter between `---` lines is left out.
  ///
  /// Throws where there is no memory for it.
  static func html(from bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var html: [UInt8] = []
    for part in MarkdownParts(body(of: bytes)) {
      html += try render(part)
    }
    return html
  }

  /// Addresses in the text are left as they are: cmark's autolinks take a gigabyte for some texts
  /// of one megabyte, and to a reader of text a link says no more.
  private static func render(_ part: ArraySlice<UInt8>) throws(Failure) -> [UInt8] {
    let tables: [CommonMark.Part] = hasBoundedTables(part) ? [.table] : []
    return try CommonMark.html(of: part, with: tables + [.strikethrough])
  }

  /// Whether reading tables costs no more than a few times the text.
  ///
  /// Each row of a table is filled up to the columns of its head, so that 72 KB of text can ask for
  /// 90 million cells; and a row takes time with the square of its columns, 19 s for 130 KB. Without
  /// the extension a table is a paragraph, and nothing is lost.
  private static func hasBoundedTables(_ part: ArraySlice<UInt8>) -> Bool {
    var (lines, widest, columns, squares) = (1, 0, 0, 0)
    for byte in part {
      if byte == UInt8(ascii: "|") { columns += 1 }
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      lines += 1
      squares += columns * columns
      widest = max(widest, columns)
      columns = 0
    }
    squares += columns * columns
    return lines * max(widest, columns) <= 4 * part.count + 10_000
      && squares <= 50 * part.count + 10_000
  }

  private static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    guard let first = text.firstIndex(of: UInt8(ascii: "\n")), isFence(text[...first]) else {
      return text
    }
    var start = first + 1
    while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if isFence(text[start...end]) { return text[(end + 1)...] }
      start = end + 1
    }
    return text
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("---\n".utf8) || line.elementsEqual("---\r\n".utf8)
  }
}
