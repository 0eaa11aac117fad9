/// Reads the sentences of one line of a report, each with the links and marks behind it.
///
/// Text in a report is escaped, so that a bracket or a star without a backslash is the report's own.
struct MarkdownSentences {
  private let bytes: [UInt8]
  private let line: Int
  private var index = 0

  init(_ text: some StringProtocol, line: Int) {
    bytes = Array(text.utf8)
    self.line = line
  }

  /// All sentences of the line.
  mutating func all() -> [ReportClaims.Sentence] {
    var sentences: [ReportClaims.Sentence] = []
    while index < bytes.count {
      let start = index
      skipText()
      var end = index
      if end > start, index < bytes.count, bytes[end - 1] == 0x20 { end -= 1 }
      var sentence = ReportClaims.Sentence(line: line, text: plain(start..<end))
      readMarks(&sentence)
      sentences.append(sentence)
      // One blank stands between two sentences.
      if index < bytes.count, bytes[index] == 0x20 { index += 1 }
      if index == start { index += 1 }
    }
    return sentences
  }

  private func plain(_ range: Range<Int>) -> String {
    MarkdownEscape.undo(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Goes to the next bracket or star that no backslash stands before.
  private mutating func skipText() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["), UInt8(ascii: "*"): return
      default: index += 1
      }
    }
    index = min(index, bytes.count)
  }

  private mutating func readMarks(_ sentence: inout ReportClaims.Sentence) {
    while index < bytes.count {
      let start = index
      if start > 0, bytes[index] == 0x20, !take(" ") { return }
      if take("[¶](") {
        sentence.link = takeUntil(")")
      } else if take("[^") {
        sentence.marks.append(Int(takeUntil("]") ?? "") ?? 0)
      } else if take("*") {
        let words = (takeUntil("*") ?? "").utf8.split(separator: 0x20)
        sentence.agreement = words.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
      } else if isBefore("also [") || isBefore("also *"), take("also ") {
        readAgreeing(&sentence)
      } else {
        index = start
        return
      }
    }
  }

  private mutating func readAgreeing(_ sentence: inout ReportClaims.Sentence) {
    repeat {
      let start = index
      if take("[") {
        let labelStart = index
        skipLabel()
        let site = plain(labelStart..<index)
        guard take("](") else { return }
        sentence.agreeing.append(ReportClaims.Agreeing(site: site, link: takeUntil(")")))
      } else if take("*") {
        let labelStart = index
        skipText()
        let site = plain(labelStart..<index)
        guard take("*") else { return }
        sentence.agreeing.append(ReportClaims.Agreeing(site: site))
      } else {
        index = max(start - 1, 0)
        return
      }
    } while take(" ")
  }

  private mutating func skipLabel() {
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index, bytes.count)
  }

  private func isBefore(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let isThere = isBefore(text)
    if isThere { index += text.utf8CodeUnitCount }
    return isThere
  }

  /// The text up to a mark, and goes behind it; nil where there is none.
  private mutating func takeUntil(_ mark: Unicode.Scalar) -> String? {
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: mark)) else { return nil }
    defer { index = end + 1 }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }
}
