/// Splits a text into parts of which each may be a name: at commas, bars, line ends and words such as "and".
struct NameParts {
  private(set) var parts: [[NameWord]] = [[]]
  private let text: [UInt8]
  private var start = 0
  private var depth = 0
  private let isShown: Bool

  /// `isShown` says that the text was gathered from elements, where words may be glued: "Jane DoemanValley Courier".
  static func split(_ text: [UInt8], isShown: Bool) -> [[NameWord]] {
    var splitter = NameParts(text, isShown)
    splitter.run()
    return splitter.parts.flatMap(splitAtConnectives)
  }

  private init(_ text: [UInt8], _ isShown: Bool) {
    self.text = text
    self.isShown = isShown
  }

  private mutating func run() {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x5B where index == 0: start = 1
      case 0x28, 0x5B:  // Brackets hold what is no part of a name.
        if depth == 0 { endWord(index) }
        depth += 1
        start = index + 1
      case 0x29, 0x5D:
        if depth == 0 { endWord(index) }
        depth = max(0, depth - 1)
        start = index + 1
      case _ where depth > 0:
        if byte == 0x0A { depth = 0 }
        start = index + 1
      case 0x2C, 0x3B, 0x7C, 0x2F, 0x26, 0x2B, 0x0A: endPart(index, 1)
      case 0x3A: endLabel(index, 1)
      case 0x20, 0x09, 0x0D:
        endWord(index)
        start = index + 1
      case 0xC2...0xEF: index += readWide(index)
      default: break
      }
      index += 1
    }
    endWord(text.count)
  }

  /// Ends a part at a sign of more than one byte; how many further bytes it has.
  private mutating func readWide(_ index: Int) -> Int {
    for sign in Self.separators where text[index...].starts(with: sign) {
      endPart(index, sign.count)
      return sign.count - 1
    }
    if text[index...].starts(with: "：".utf8) {
      endLabel(index, 3)
      return 2
    }
    return 0
  }

  private static let separators: [[UInt8]] = [
    "·", "»", "•", "●", "▪", "►", "–", "—", "、", "，", "；", "｜", "／", "→", "‹", "›",
  ].map { Array($0.utf8) }

  private mutating func endWord(_ end: Int, endsLabel: Bool = false) {
    defer { start = end }
    guard end > start else { return }
    let bytes = text[start..<end]
    if bytes.elementsEqual("-".utf8) {
      parts.append([])
    } else if isShown, let seam = seam(in: bytes) {
      parts[parts.count - 1].append(NameWord(bytes[..<seam]))
      parts.append([NameWord(bytes[seam...], endsLabel: endsLabel)])
    } else {
      parts[parts.count - 1].append(NameWord(bytes, endsLabel: endsLabel))
    }
  }

  private mutating func endPart(_ index: Int, _ length: Int) {
    endWord(index)
    parts.append([])
    start = index + length
  }

  private mutating func endLabel(_ index: Int, _ length: Int) {
    endWord(index, endsLabel: true)
    start = index + length
  }

  /// Where a second word begins within a glued one, as in "DoemanValley"; "MacDonald" is one word.
  private func seam(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 7, parts[parts.count - 1].count >= 1, bytes[bytes.startIndex].isASCIIUpper
    else { return nil }
    var small = 0
    for index in bytes.indices.dropFirst() {
      let byte = bytes[index]
      if byte.isASCIIUpper {
        guard small >= 4, bytes.endIndex - index >= 3 else { return nil }
        return index
      }
      guard byte.isASCIILetter || byte >= 0x80 else { return nil }
      small += 1
    }
    return nil
  }

  private static func splitAtConnectives(_ words: [NameWord]) -> [[NameWord]] {
    var result: [[NameWord]] = [[]]
    for (index, word) in words.enumerated() {
      let isPlain = NameLexicon.connectives.contains(word.hash)
      let isBetweenNames =
        NameLexicon.weakConnectives.contains(word.hash) && words.count - index > 2
        && words[index + 1].isCapital && !word.isCapital
        && (words[index + 2].isCapital || NameLexicon.particles.contains(words[index + 2].hash))
      if index > 0 && (isPlain || isBetweenNames) {
        result.append([])
      } else {
        result[result.count - 1].append(word)
      }
    }
    return result
  }
}
