/// Reads a Markdown report of the built-in template.
struct MarkdownClaims {
  private(set) var claims = ReportClaims()
  private var section = Section.none
  private var isFrontMatter = false

  private enum Section {
    case none, summary, keyPoints, differences, details, other
  }

  /// Reads the lines of a report.
  init(_ lines: [Substring]) {
    for (offset, line) in lines.enumerated() {
      if line == "---", offset == 0 || isFrontMatter {
        isFrontMatter = offset == 0
      } else if isFrontMatter {
        read(frontMatter: line)
      } else {
        read(line, number: offset + 1)
      }
    }
  }

  private mutating func read(frontMatter line: Substring) {
    if let title = Self.value(of: "title: ", in: line) { claims.title = Self.unquoted(title) }
    if let question = Self.value(of: "question: ", in: line) {
      claims.question = Self.unquoted(question)
    }
    if let day = Self.value(of: "date: ", in: line) { claims.day = String(day) }
  }

  private mutating func read(_ line: Substring, number: Int) {
    if let text = Self.value(of: "[^", in: line) { return read(reference: text, number) }
    if line.hasPrefix("## ") { return begin(line) }
    if line.hasPrefix("| Step | Pages |") { claims.hasTimings = true }
    guard !line.isEmpty else { return }
    var sentences = MarkdownSentences(line, line: number)
    switch section {
    case .none:
      // A title or a question may say anything; who wrote what is said in a line of its own.
      if !line.hasPrefix("#"), !line.hasPrefix("**Question:** ") { read(authorship: line) }
    case .summary where line == "The sources do not answer the question.": claims.answered = false
    // The records have all of it.
    case .summary where claims.isWritten: break
    case .summary:
      let found = sentences.all()
      // What says why there is no summary cites nothing.
      let isNote = found.allSatisfy { $0.link == nil && $0.marks.isEmpty }
      if !isNote { claims.summary += found }
    case .keyPoints:
      guard let text = Self.value(of: "- ", in: line) else { return }
      sentences = MarkdownSentences(text, line: number)
      claims.keyPoints += sentences.all()
    case .differences: read(difference: line, number)
    case .details: read(detail: line, &sentences, number)
    case .other: break
    }
  }

  private mutating func read(authorship line: Substring) {
    if line.contains("The built-in summary stands, because") { claims.hasFailedModel = true }
    // What an endpoint said may be anything, and stands behind this.
    let said = line.firstRange(of: "summarised by the built-in summariser")?.lowerBound
    let written = line[..<(said ?? line.endIndex)]
    if written.hasPrefix("The summary was written by")
      || written.contains("the summary were written by")
      || written.contains("the summary by the model")
    {
      claims.isWritten = true
    }
    if let day = Day(claims.day), line.contains(" read on \(day.long).") {
      claims.firstDay = day.text
    }
  }

  private mutating func begin(_ heading: Substring) {
    section =
      switch heading {
      case "## Summary": .summary
      case "## Key points": .keyPoints
      case "## Where sources differ": .differences
      case "## Sources in detail": .details
      default: .other
      }
  }

  private mutating func read(
    detail line: Substring,
    _ sentences: inout MarkdownSentences,
    _ number: Int
  ) {
    if let heading = Self.value(of: "### ", in: line) {
      let digits = heading.prefix { $0 != "." }
      claims.details.append(ReportClaims.Detail(line: number, number: Int(digits) ?? 0))
      return
    }
    guard let last = claims.details.indices.last else { return }
    let isAbout = number <= claims.details[last].line + 2
    if isAbout || line.hasPrefix("Nearly the same text as source ") { return }
    claims.details[last].sentences += sentences.all()
  }

  private mutating func read(difference line: Substring, _ number: Int) {
    let cells = Self.cells(of: line)
    guard cells.count == 3, !cells[0].isEmpty, cells[0] != "Subject", cells[0] != "---" else {
      return
    }
    var sentences = MarkdownSentences(cells[2], line: number)
    guard let sentence = sentences.all().first else { return }
    let subject = MarkdownEscape.undo(String(cells[0]))
    if claims.differences.last?.subject != subject {
      claims.differences.append(ReportClaims.ClaimedDifference(subject: subject, statements: []))
    }
    let value = MarkdownEscape.undo(String(cells[1]))
    claims.differences[claims.differences.count - 1].statements.append((value, sentence))
  }

  private mutating func read(reference text: Substring, _ line: Int) {
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "]")), let number = Int(text[..<end]),
      let body = Self.value(of: "]: ", in: text[end...]), claims.references[number] == nil
    else { return }
    claims.references[number] = ReportClaims.Reference(line: line, text: String(body))
  }

  // MARK: Pieces of lines

  private static func value(of key: String, in line: Substring) -> Substring? {
    line.utf8.starts(with: key.utf8)
      ? line[line.utf8.index(line.startIndex, offsetBy: key.utf8.count)...] : nil
  }

  private static func unquoted(_ value: Substring) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value.utf8.dropFirst().dropLast() {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        text.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The cells of a table's row, between bars that no backslash stands before.
  private static func cells(of line: Substring) -> [Substring] {
    var cells: [Substring] = []
    var start: String.Index?
    var isEscaped = false
    for index in line.utf8.indices {
      let byte = line.utf8[index]
      if byte == UInt8(ascii: "|"), !isEscaped {
        if let start { cells.append(trimmed(line[start..<index])) }
        start = line.utf8.index(after: index)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return cells
  }

  private static func trimmed(_ cell: Substring) -> Substring {
    var cell = cell
    if cell.utf8.first == 0x20 { cell = cell.dropFirst() }
    if cell.utf8.last == 0x20 { cell = cell.dropLast() }
    return cell
  }
}
