/// The text of a PDF, made of the lines and pages that `pdftotext` writes.
///
/// A line's end says nothing there, a blank line only that the flow of the page is broken; so
/// paragraphs are told by lines that end early, by sentences and by capitals.
enum PDFText {
  /// The text in paragraphs with a blank line between, without what repeats on the pages' edges.
  static func cleaned(_ output: [UInt8]) -> [UInt8] {
    var edges = PDFPageEdges()
    forEachPage(output) { edges.count($0) }
    var writer = PDFParagraphs()
    edges.beginAgain()
    forEachPage(output) { page in
      writer.append(edges.withoutEdges(page))
    }
    return writer.finished()
  }

  /// Pages end at form feeds; those without a word are none.
  ///
  /// Each page is made when its turn comes, since a hostile document may have millions.
  private static func forEachPage(_ output: [UInt8], _ body: (PDFPage) -> Void) {
    var start = 0
    while start < output.count {
      let end = output[start...].firstIndex(of: 0x0C) ?? output.count
      let page = PDFPage(output, start..<end)
      if !page.lines.isEmpty { body(page) }
      start = end + 1
    }
  }
}

/// The lines of one page, trimmed; a blank one is empty, and there is none at the edges.
struct PDFPage {
  /// A part of the bytes, in few bytes of its own.
  struct Line {
    private let start: UInt32
    private let end: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(clamping: range.lowerBound)
      end = UInt32(clamping: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    var isBlank: Bool { start == end }
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  /// Takes the lines of a part of the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      append(Self.trimmed(bytes, start..<end))
      start = end + 1
    }
    if lines.last?.isBlank == true { lines.removeLast() }
  }

  /// The page with other lines of the same bytes.
  init(_ page: PDFPage, lines: [Line]) {
    bytes = page.bytes
    self.lines = lines
  }

  /// The bytes of a line.
  subscript(line: Line) -> ArraySlice<UInt8> { bytes[line.range] }

  private mutating func append(_ range: Range<Int>) {
    let line = Line(range)
    if line.isBlank, lines.last?.isBlank ?? true { return }
    lines.append(line)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
