/// Reads text without markup into paragraphs.
enum PlainText {
  /// Paragraphs end at blank lines; in a text without any, each line is one.
  static func write(_ bytes: [UInt8], to writer: inout TextWriter) {
    let lines = lines(of: bytes)
    let hasBlankLines = lines.dropLast().contains { $0.trimmedHTMLSpace().isEmpty }
    var paragraph = TextCollector()
    for line in lines {
      let isBlank = line.trimmedHTMLSpace().isEmpty
      if isBlank || !hasBlankLines {
        writer.append(paragraph.bytes[...])
        paragraph = TextCollector()
      }
      paragraph.appendSpace()
      paragraph.append(line)
    }
    writer.append(paragraph.bytes[...])
  }

  /// Lines end at LF, CR or CRLF.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      lines.append(bytes[start..<index])
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      index += 1
      start = index
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
