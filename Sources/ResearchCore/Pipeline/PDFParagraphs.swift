/// Joins the lines of pages to paragraphs, across columns and pages where a sentence goes on.
struct PDFParagraphs {
  /// What the last line of a paragraph says about the next one.
  private struct Line {
    let bytes: ArraySlice<UInt8>
    /// The length in scalars, nearly.
    let length: Int

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      length = bytes.count { $0 & 0xC0 != 0x80 }
    }

    var first: Unicode.Scalar? {
      String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
    }
    var last: Unicode.Scalar? {
      String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
    }

    /// Whether a sentence may end here, quotation marks and brackets behind it aside.
    var endsSentence: Bool {
      let end = String(decoding: bytes.suffix(16), as: UTF8.self).unicodeScalars
        .last { !"\"'’”»)]".unicodeScalars.contains($0) }
      return end.map { ".!?:;…。！？：；।؟۔".unicodeScalars.contains($0) } ?? false
    }

    /// Whether a sentence goes on here: it begins with a small letter.
    var continuesSentence: Bool { first?.properties.isLowercase ?? false }

    var isItem: Bool {
      first.map { "•‣◦▪●–—*".unicodeScalars.contains($0) } ?? false
        || bytes.starts(with: "- ".utf8)
    }
  }

  private var text: [UInt8] = []
  private var last: Line?

  /// Adds the lines of the next page.
  mutating func append(_ page: PDFPage) {
    for flow in page.lines.split(whereSeparator: \.isBlank) {
      append(flow.map { Line(page[$0]) })
    }
  }

  /// The paragraphs, a blank line between.
  consuming func finished() -> [UInt8] { text }

  /// Adds lines that stand one below the other.
  private mutating func append(_ flow: [Line]) {
    let width = flow.reduce(0) { max($0, $1.length) }
    for (place, line) in flow.enumerated() {
      if let last {
        let isNew = place == 0 ? begins(line, after: last) : begins(line, below: last, width)
        isNew ? text.append(contentsOf: [0x0A, 0x0A]) : join(last, line)
      }
      write(line.bytes)
      last = line
    }
  }

  /// Whether a flow of lines begins a paragraph: not where a sentence is left unfinished, which a
  /// long line without an end is too.
  private func begins(_ line: Line, after last: Line) -> Bool {
    if last.endsSentence || line.isItem { return true }
    return !line.continuesSentence && last.length < 60
  }

  /// Whether a line begins a paragraph: the one above ends early, and a sentence may begin.
  ///
  /// Ragged lines end at four fifths of the width, headings and entries of lists at less.
  private func begins(_ line: Line, below last: Line, _ width: Int) -> Bool {
    if line.isItem { return true }
    if line.continuesSentence { return false }
    return last.length * 10 < width * (last.endsSentence ? 8 : 6)
  }

  /// Puts nothing between two halves of a word, or two signs of a script without spaces.
  private mutating func join(_ last: Line, _ line: Line) {
    guard let end = last.last else { return }
    switch end {
    case "-", "\u{2010}":
      let length = end.utf8.count
      let before = last.bytes.dropLast(length).last ?? 0x20
      let isHalf = line.continuesSentence && (before >= 0x80 || (before | 0x20) &- 0x61 < 26)
      if isHalf { text.removeLast(length) }
    case "\u{AD}": text.removeLast(end.utf8.count)
    default:
      if !(end.standsWithoutSpaces && line.first?.standsWithoutSpaces == true) {
        text.append(0x20)
      }
    }
  }

  /// Writes a line, its ligatures as letters, so that words are found.
  private mutating func write(_ line: ArraySlice<UInt8>) {
    var start = line.startIndex
    while let place = line[start...].firstIndex(of: 0xEF) {
      text += line[start..<place]
      start = min(place + 3, line.endIndex)
      if start == place + 3, line[place + 1] == 0xAC, (0x80...0x86).contains(line[place + 2]) {
        text += Self.ligatures[Int(line[place + 2] - 0x80)].utf8
      } else {
        text += line[place..<start]
      }
    }
    text += line[start...]
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "ft", "st"]
}

extension Unicode.Scalar {
  /// Whether it is Chinese or Japanese, which put no space between words.
  fileprivate var standsWithoutSpaces: Bool {
    switch value {
    case 0x3000...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
