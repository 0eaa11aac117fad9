/// Takes Markdown's marks and the addresses of links out of one line, in one pass.
struct InlineMarks {
  private let line: [UInt8]
  private var isKept: [Bool]
  /// Where brackets are open.
  private var brackets: [Int] = []
  /// Once an address of a link has no end, none is looked for again: never quadratic.
  private var mayHoldLinks = true

  /// The line without marks: links leave their text, bare addresses their host.
  static func removed(from line: [UInt8]) -> [UInt8] {
    var marks = InlineMarks(line)
    var index = 0
    while index < line.count { index = marks.read(at: index) }
    return line.indices.filter { marks.isKept[$0] }.map { line[$0] }
  }

  private init(_ line: [UInt8]) {
    self.line = line
    isKept = Array(repeating: true, count: line.count)
  }

  private func byte(_ index: Int) -> UInt8? { line.indices.contains(index) ? line[index] : nil }

  /// Reads what stands at a place; returns the next place.
  private mutating func read(at index: Int) -> Int {
    switch line[index] {
    case UInt8(ascii: "\\"):
      guard let next = byte(index + 1), "*_[]#`".utf8.contains(next) else { return index + 1 }
      isKept[index] = false
      return index + 2
    case UInt8(ascii: "`"):
      isKept[index] = false
      return index + 1
    case UInt8(ascii: "*"): return readStars(at: index)
    case UInt8(ascii: "["):
      brackets.append(index)
      return index + 1
    case UInt8(ascii: "]"): return readLink(at: index)
    case UInt8(ascii: "h"), UInt8(ascii: "H"): return readAddress(at: index)
    default: return index + 1
    }
  }

  /// Stars at the edge of a word are marks; those between blanks or within words are not.
  private mutating func readStars(at index: Int) -> Int {
    var end = index
    while byte(end) == UInt8(ascii: "*") { end += 1 }
    let isOpen = Self.isEdge(index == 0 ? nil : line[index - 1])
    let isClosed = Self.isEdge(byte(end))
    let isBlank = { (byte: UInt8?) in byte == nil || byte == 0x20 }
    let isAlone = isBlank(index == 0 ? nil : line[index - 1]) && isBlank(byte(end))
    if !isAlone, isOpen || isClosed || end - index > 1 {
      for place in index..<end { isKept[place] = false }
    }
    return end
  }

  private static func isEdge(_ byte: UInt8?) -> Bool {
    guard let byte, byte < 0x80 else { return byte == nil }
    return !byte.isLetterOrDigit
  }

  /// The end of a bracket: with `(address)` after it a link, whose text stays.
  private mutating func readLink(at index: Int) -> Int {
    guard let open = brackets.popLast(), mayHoldLinks, byte(index + 1) == UInt8(ascii: "(") else {
      return index + 1
    }
    guard let end = closing(from: index + 1) else {
      mayHoldLinks = false
      return index + 1
    }
    for place in (index + 1)...end { isKept[place] = false }
    // A number is a citation, and keeps its brackets.
    if !line[(open + 1)..<index].allSatisfy({ $0.isDigit || $0 == 0x2C || $0 == 0x20 }) {
      isKept[open] = false
      isKept[index] = false
    }
    if open > 0, line[open - 1] == UInt8(ascii: "!") { isKept[open - 1] = false }
    return end + 1
  }

  private func closing(from start: Int) -> Int? {
    var depth = 0
    for index in start..<line.count {
      if line[index] == UInt8(ascii: "(") { depth += 1 }
      if line[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// An address that stands in the text: its host is what people read, and opens nothing.
  private mutating func readAddress(at index: Int) -> Int {
    guard let scheme = schemeLength(at: index) else { return index + 1 }
    let start = index + scheme
    var end = start
    while let next = byte(end), next > 0x20, !"<>\"()[]".utf8.contains(next) { end += 1 }
    let next = end
    while end > start, ".,;:!?*_'".utf8.contains(line[end - 1]) { end -= 1 }
    let host = line[start..<end].prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty else { return next }
    let name = host.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
    for place in index..<name { isKept[place] = false }
    for place in host.endIndex..<end { isKept[place] = false }
    if index > 0, line[index - 1] == UInt8(ascii: "<"), byte(next) == UInt8(ascii: ">") {
      isKept[index - 1] = false
      isKept[next] = false
    }
    return max(end, index + 1)
  }

  private func schemeLength(at index: Int) -> Int? {
    let isWord = index > 0 && !Self.isEdge(line[index - 1])
    guard !isWord else { return nil }
    for scheme in ["http://", "https://"] {
      let text = scheme.utf8
      guard index + text.count < line.count else { continue }
      if zip(line[index...], text).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return text.count }
    }
    return nil
  }
}
