/// A citation as models write it: `[1]`, `[1, 2]`, `[1-3]`, `[^1]`, `[passage 3]`, `【1†source】`.
struct CitationMark {
  /// The numbers that it names, spans written out.
  private(set) var numbers: [Int] = []
  /// The place behind its closing bracket.
  private(set) var end = 0

  private var number: Int?
  private var isSpan = false

  /// In bytes: more than anybody writes; a bracket beyond it is text.
  private static let longest = 200
  /// The most numbers that a span stands for; a wider one is text.
  private static let widestSpan = 50
  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    ("[", "]"), ("【", "】"), ("［", "］"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
  private static let words = Set(
    "passage passages source sources text ref refs p pp no nr and".utf8.split(separator: 0x20)
      .map(Array.init)
  )
  private static let dashes = ["-", "–", "—", "‑"].map { Array($0.utf8) }
  private static let dagger = Array("†".utf8)

  /// Reads the citation that begins at a place of a text; nil where there is none.
  init?(in text: [UInt8], at start: Int) {
    // Nearly everywhere this is all that is looked at.
    let first = text[start]
    guard first == 0x5B || first == 0xE3 || first == 0xEF else { return nil }
    let slice = text[start..<min(text.count, start + Self.longest)]
    guard let bracket = Self.brackets.first(where: { slice.starts(with: $0.open) }) else {
      return nil
    }
    var rest = slice.dropFirst(bracket.open.count)
    while !rest.starts(with: bracket.close) {
      guard let length = read(rest) else { return nil }
      rest = rest.dropFirst(length)
    }
    guard finishNumber(), !isSpan, !numbers.isEmpty else { return nil }
    end = rest.startIndex + bracket.close.count
  }

  /// Reads what comes next; nil where no citation goes on so, else its length in bytes.
  private mutating func read(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let byte = rest.first else { return nil }
    if byte.isDigit {
      guard number ?? 0 < 1_000_000 else { return nil }
      number = (number ?? 0) * 10 + Int(byte - 0x30)
      return 1
    }
    guard finishNumber() else { return nil }
    if let dash = Self.dashes.first(where: { rest.starts(with: $0) }) {
      guard !numbers.isEmpty, !isSpan else { return nil }
      isSpan = true
      return dash.count
    }
    if ",;^ #&+".utf8.contains(byte) { return 1 }
    // Behind a word; "[1.5]" is text.
    if ".:".utf8.contains(byte) { return numbers.isEmpty ? 1 : nil }
    if rest.starts(with: Self.dagger) {
      // What some models write behind it are lines of a page.
      return numbers.isEmpty ? nil : rest.firstIndex(of: 0xE3).map { $0 - rest.startIndex }
    }
    let word = rest.prefix { $0 | 0x20 > 0x60 && $0 | 0x20 < 0x7B }
    return Self.words.contains(word.map { $0 | 0x20 }) ? word.count : nil
  }

  /// Keeps the number that has just ended, or the numbers up to it; false where these are none.
  private mutating func finishNumber() -> Bool {
    guard let ended = number else { return true }
    let first = isSpan ? (numbers.last ?? ended) + 1 : ended
    guard first <= ended + 1, ended - first < Self.widestSpan else { return false }
    numbers += first..<(ended + 1)
    (number, isSpan) = (nil, false)
    return true
  }
}
