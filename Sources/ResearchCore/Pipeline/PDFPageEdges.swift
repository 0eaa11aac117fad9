/// What stands at the upper and the lower edge of many pages: running heads, and pages' numbers.
///
/// All pages are counted first; then each is freed from what has proved to repeat.
struct PDFPageEdges {
  /// How many lines of an edge are looked at.
  private static let depth = 2
  /// A hostile document has no more different edges than this.
  private static let mostKinds = 50_000

  private var pages = 0
  /// How many pages have a line at an edge, by its hash with all numbers made equal.
  private var times: [UInt64: Int] = [:]
  /// How many pages have a number at an edge, by how far it is from the page's own.
  private var distances: [Int: Int] = [:]
  private var current = 0

  /// Takes in what the next page has at its edges.
  mutating func count(_ page: PDFPage) {
    pages += 1
    var kinds: Set<UInt64> = []
    var numbers: Set<Int> = []
    for index in Self.edges(of: page) {
      let line = page[page.lines[index]]
      if let number = Self.number(line) {
        numbers.insert(number - pages)
      } else if let kind = Self.kind(line) {
        kinds.insert(kind)
      }
    }
    for kind in kinds where times[kind] != nil || times.count < Self.mostKinds {
      times[kind, default: 0] += 1
    }
    for distance in numbers where distances[distance] != nil || distances.count < Self.mostKinds {
      distances[distance, default: 0] += 1
    }
  }

  /// Goes back to the first page, now that all are counted.
  mutating func beginAgain() {
    current = 0
  }

  /// The next page without what repeats: a line that at least three pages and a third of all have,
  /// a number that rises with the pages on two and a third of all.
  mutating func withoutEdges(_ page: PDFPage) -> PDFPage {
    current += 1
    let furniture = Self.edges(of: page).filter { isFurniture(page[page.lines[$0]]) }
    guard !furniture.isEmpty else { return page }
    let lines = page.lines.enumerated().filter { !furniture.contains($0.offset) }
    return PDFPage(page, lines: lines.map(\.element))
  }

  private func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    if let number = Self.number(line) {
      let count = distances[number - current, default: 0]
      return count >= 2 && count * 3 >= pages
    }
    guard let kind = Self.kind(line) else { return false }
    let count = times[kind, default: 0]
    return count >= 3 && count * 3 >= pages
  }

  /// The places of the first and the last lines that are not blank, each once.
  private static func edges(of page: PDFPage) -> [Int] {
    let first = page.lines.indices.lazy.filter { !page.lines[$0].isBlank }.prefix(depth)
    let last = page.lines.indices.reversed().lazy.filter { !page.lines[$0].isBlank }.prefix(depth)
    return Array(first) + last.filter { !first.contains($0) }
  }

  /// The number that is all a line says, such as "12" or "- 12 -".
  private static func number(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.count <= 12 else { return nil }
    let digits = line.filter { !" -.|/()[]".utf8.contains($0) }
    guard (1...6).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The FNV-1a hash of a line with each number as one digit; nil without a letter, as a table may
  /// repeat, and for a line too long for a running head.
  private static func kind(_ line: ArraySlice<UInt8>) -> UInt64? {
    guard line.count <= 200, line.contains(where: { $0.isLetter || $0 >= 0x80 }) else { return nil }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var isInNumber = false
    for byte in line {
      if byte.isDigit, isInNumber { continue }
      isInNumber = byte.isDigit
      hash = (hash ^ UInt64(isInNumber ? UInt8(ascii: "0") : byte)) &* 0x100_0000_01b3
    }
    return hash
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
