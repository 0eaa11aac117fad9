/// Takes Markdown's marks, tags of HTML and the addresses of links out of one line, in one pass.
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
    case UInt8(ascii: "<"):
      let length = MarkupTags.length(in: line, at: index)
      for place in index..<(index + length) { isKept[place] = false }
      return index + max(1, length)
    case let byte where byte.isLetterOrDigit && !byte.isDigit: return readAddress(at: index)
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
  ///
  /// Of one that holds what it opens (`data:`, `javascript:`) nothing stays.
  private mutating func readAddress(at index: Int) -> Int {
    guard index == 0 || Self.isEdge(line[index - 1]) else { return index + 1 }
    guard let beginning = AddressBeginning(in: line, at: index) else { return wordEnd(from: index) }
    let start = index + beginning.length
    var end = start
    while let next = byte(end), next > 0x20, !"<>\"()[]".utf8.contains(next) { end += 1 }
    let next = end
    while end > start, ".,;:!?*_'".utf8.contains(line[end - 1]) { end -= 1 }
    let host = line[start..<end].prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty else { return next }
    let name = host.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
    let kept = beginning.hasHost ? name..<host.endIndex : end..<end
    for place in index..<end where !kept.contains(place) { isKept[place] = false }
    if index > 0, line[index - 1] == UInt8(ascii: "<"), byte(next) == UInt8(ascii: ">") {
      isKept[index - 1] = false
      isKept[next] = false
    }
    return max(end, index + 1)
  }

  /// Where the letters and digits end: no address begins within a word.
  private func wordEnd(from index: Int) -> Int {
    var end = index + 1
    while let next = byte(end), next.isLetterOrDigit { end += 1 }
    return end
  }
}

/// What an address begins with, before its host.
private struct AddressBeginning {
  private(set) var length = 0
  /// Whether a host follows, and not what the address holds itself.
  private(set) var hasHost = true

  private static let bare = [Array("www.".utf8), Array("mailto:".utf8)]
  private static let selfContained = ["data", "javascript", "vbscript", "blob", "about", "file"]
    .map { Array($0.utf8) }
  /// Of the name of a scheme, in bytes.
  private static let longest = 20

  /// Reads the beginning of a word; nil where it is none of an address.
  init?(in line: [UInt8], at index: Int) {
    let rest = line[index...].prefix(Self.longest)
    let lowered = rest.map { $0 | 0x20 }
    if let bare = Self.bare.first(where: { zip($0, lowered).allSatisfy { $0 | 0x20 == $1 } }),
      rest.count > bare.count
    {
      length = bare.count
      return
    }
    let scheme = rest.prefix { $0.isLetterOrDigit || "+.-".utf8.contains($0) }
    let after = line[(index + scheme.count)...]
    guard after.first == UInt8(ascii: ":") else { return nil }
    if Self.selfContained.contains(scheme.map { $0 | 0x20 }) {
      // "These data: 5 seals" is text.
      guard let next = after.dropFirst().first, next > 0x20 else { return nil }
      (length, hasHost) = (scheme.count + 1, false)
    } else if after.starts(with: "://".utf8) {
      length = scheme.count + 3
    } else {
      return nil
    }
  }
}
