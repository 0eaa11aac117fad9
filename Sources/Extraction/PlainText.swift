/// Reads text without markup into paragraphs.
enum PlainText {
  /// Paragraphs end at blank lines; in a text without any, each line is one.
  static func write(_ bytes: [UInt8], to writer: inout TextWriter) {
    let hasBlankLines = hasBlankLines(bytes)
    var paragraph = TextCollector()
    var index = 0
    while let line = line(of: bytes, &index) {
      if !hasBlankLines || line.trimmedHTMLSpace().isEmpty { end(&paragraph, &writer) }
      paragraph.appendSpace()
      paragraph.append(line)
    }
    end(&paragraph, &writer)
  }

  private static func end(_ paragraph: inout TextCollector, _ writer: inout TextWriter) {
    guard !paragraph.bytes.isEmpty else { return }
    writer.append(paragraph.bytes[...])
    paragraph = TextCollector()
  }

  /// Whether a line before the last is blank.
  private static func hasBlankLines(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let line = line(of: bytes, &index) {
      if index < bytes.count && line.trimmedHTMLSpace().isEmpty { return true }
    }
    return false
  }

  /// The line that begins at a place, which moves on behind its end: LF, CR or CRLF.
  private static func line(of bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8>? {
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let line = bytes[start..<index]
    if index < bytes.count {
      let isReturn = bytes[index] == 0x0D
      index += 1
      if isReturn, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    }
    return line
  }
}
