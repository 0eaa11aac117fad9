/// A text to look terms up in as a browser does: without regard to case, any white space alike.
struct FoldedText {
  /// The bytes as they are, and in small letters; both of one length.
  private let bytes: [UInt8]
  private let folded: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    folded = Self.folded(bytes)
  }

  /// The bytes of the scalars from `start` up to `end`; nil where there are none.
  func bytes(ofScalars start: Int, _ end: Int) -> Range<Int>? {
    guard start >= 0, start < end else { return nil }
    var (scalar, first) = (-1, -1)
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      scalar += 1
      if scalar == start { first = index }
      if scalar == end { return first..<index }
    }
    return first >= 0 && scalar + 1 == end ? first..<bytes.count : nil
  }

  /// A range as text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Paragraphs and words

  /// The parts of a range that stand in one paragraph or one cell of a table each.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isBorder(index) {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    return lines.map(trimmed).filter { !$0.isEmpty }
  }

  /// The paragraph or cell that a range lies in.
  func line(around range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, !isBorder(start - 1) { start -= 1 }
    while end < bytes.count, !isBorder(end) { end += 1 }
    return trimmed(start..<end)
  }

  /// The paragraph or cell before a place; an empty range where there is none.
  func line(before place: Int) -> Range<Int> {
    var end = place
    while end > 0, isBorder(end - 1) || blankLength(end - 1) != nil { end -= 1 }
    return end == 0 ? 0..<0 : line(around: (end - 1)..<end)
  }

  /// The words of a range; where a script has no spaces, what stands between two marks.
  func units(of range: Range<Int>) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = blankLength(index) {
        if index > start { units.append(start..<index) }
        index += length
        start = index
      } else if isWideMark(index) {
        index = min(index + 3, range.upperBound)
        // A mark belongs to what it ends, and further ones with it.
        while index + 2 < range.upperBound, isWideMark(index) { index += 3 }
        units.append(start..<index)
        start = index
      } else {
        index += 1
      }
    }
    if start < range.upperBound { units.append(start..<range.upperBound) }
    return units
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let units = units(of: range)
    guard let first = units.first, let last = units.last else {
      return range.lowerBound..<range.lowerBound
    }
    return first.lowerBound..<last.upperBound
  }

  /// A line's end, or the sign that the text has between the cells of a row.
  private func isBorder(_ index: Int) -> Bool {
    if bytes[index] == 0x0A { return true }
    guard bytes[index] == UInt8(ascii: "|"), index > 0, index + 1 < bytes.count else {
      return false
    }
    return bytes[index - 1] == 0x20 && bytes[index + 1] == 0x20
  }

  /// The bytes of a blank of any kind; nil where there is none.
  private func blankLength(_ index: Int) -> Int? {
    let byte = bytes[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3, index + 1 < bytes.count else { return nil }
    if byte == 0xC2 { return bytes[index + 1] <= 0xA0 ? 2 : nil }
    guard index + 2 < bytes.count else { return nil }
    let last = bytes[index + 2]
    switch (byte, bytes[index + 1]) {
    case (0xE2, 0x80): return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : nil
    case (0xE2, 0x81): return last == 0x9F ? 3 : nil
    case (0xE3, 0x80): return last == 0x80 ? 3 : nil
    default: return nil
    }
  }

  /// A mark of Chinese or Japanese, behind which no blank is: one of 、。，！？：；.
  private func isWideMark(_ index: Int) -> Bool {
    guard bytes[index] == 0xE3 || bytes[index] == 0xEF, index + 2 < bytes.count else {
      return false
    }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x81),
      (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B):
      return true
    default: return false
    }
  }
}

// MARK: Looking up

extension FoldedText {
  /// Whether the words of a term begin somewhere before `limit`.
  func occurs(_ term: Range<Int>, before limit: Int) -> Bool {
    occurs(term, in: 0..<limit)
  }

  /// Whether the words of a term begin somewhere in `places`.
  func occurs(_ term: Range<Int>, in places: Range<Int>) -> Bool {
    starts(of: term, in: places) { _ in true }
  }

  /// Whether a term begins before `limit` with another one right behind it.
  func occurs(_ term: Range<Int>, followedBy next: Range<Int>, before limit: Int) -> Bool {
    starts(of: term, in: 0..<limit) { end in
      var compared = 0
      return match(next, at: skipBlanks(end), &compared) != nil
    }
  }

  /// How many bytes are compared in one search: no text shall be made to cost more.
  private static let mostCompared = 2_000_000

  private func starts(of term: Range<Int>, in places: Range<Int>, _ accept: (Int) -> Bool) -> Bool {
    let first = folded[term.lowerBound]
    var compared = 0
    for place in places where folded[place] == first {
      if let end = match(term, at: place, &compared), accept(end) { return true }
      guard compared < Self.mostCompared else { return false }
    }
    return false
  }

  /// The end of a term that stands at a place; nil where it does not.
  private func match(_ term: Range<Int>, at place: Int, _ compared: inout Int) -> Int? {
    var (index, other) = (term.lowerBound, place)
    defer { compared += other - place }
    while index < term.upperBound {
      guard other < folded.count else { return nil }
      if blankLength(index) != nil {
        guard blankLength(other) != nil else { return nil }
        index = skipBlanks(index)
        other = skipBlanks(other)
      } else {
        guard folded[index] == folded[other] else { return nil }
        index += 1
        other += 1
      }
    }
    return other
  }

  private func skipBlanks(_ place: Int) -> Int {
    var place = place
    while place < bytes.count, let length = blankLength(place) { place += length }
    return place
  }

  /// Small letters of Latin, Greek and Cyrillic, as far as they have as many bytes as the capitals.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded = bytes
    for index in folded.indices {
      let byte = folded[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 { folded[index] = byte | 0x20 }
      } else if index > 0, byte & 0xC0 == 0x80 {
        switch (folded[index - 1], byte) {
        case (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): folded[index] = byte + 0x20
        case (0xCE, 0x91...0x9F): folded[index] = byte + 0x20
        case (0xD0, 0xA0...0xAF): (folded[index - 1], folded[index]) = (0xD1, byte - 0x20)
        case (0xCE, 0xA0...0xA9): (folded[index - 1], folded[index]) = (0xCF, byte - 0x20)
        default: break
        }
      }
    }
    return folded
  }
}
