/// A plain text from which the citations `[1]`, `[1, 2]`, `[1][2]`, `[1-3]` were taken out.
struct CitedText {
  /// Where a citation stood, and the sources that it named.
  private struct Mark {
    /// A place in the text without citations.
    let place: Int
    /// Whether it began its line: then it belongs to what follows, else to what came before.
    let isLeading: Bool
    let sources: [Int]
  }

  /// The text without citations.
  private(set) var text: [UInt8] = []
  private var marks: [Mark] = []
  /// More than anybody writes; a bracket or a span beyond it is text.
  private static let maxLength = 200
  private static let maxSpan = 50

  /// Takes the citations out of a text; numbers that are not known name nothing.
  init(_ cited: [UInt8], known: Set<Int>) {
    text.reserveCapacity(cited.count)
    var index = 0
    while index < cited.count {
      if let (numbers, end) = Self.citation(in: cited, at: index) {
        removeSpace()
        marks.append(
          Mark(
            place: text.count,
            isLeading: text.last.map { $0 == 0x0A } ?? true,
            sources: numbers.filter { known.contains($0) }
          )
        )
        index = end
        // Else "one.[1]Two" would be one sentence.
        if index < cited.count, cited[index].isLetterOrDigit, text.last.map({ $0 > 0x20 }) == true {
          text.append(0x20)
        }
      } else {
        text.append(cited[index])
        index += 1
      }
    }
  }

  /// The sentences, found in the text without citations, each with the sources it cites.
  func sentences(_ found: [TextSentence]) -> [AuthoredSummary.Sentence] {
    var sources = Array(repeating: Set<Int>(), count: found.count)
    var current = 0
    for mark in marks {
      while current + 1 < found.count, Self.isPast(found[current], found[current + 1], mark) {
        current += 1
      }
      if current < found.count { sources[current].formUnion(mark.sources) }
    }
    return zip(found, sources).map { sentence, sources in
      AuthoredSummary.Sentence(
        text: PlainAnswer.oneLine(text.span.string(in: sentence.bytes)),
        sources: sources.sorted()
      )
    }
  }

  /// Whether a citation belongs to the next sentence or a later one.
  private static func isPast(_ this: TextSentence, _ next: TextSentence, _ mark: Mark) -> Bool {
    mark.isLeading ? this.bytes.upperBound <= mark.place : next.bytes.lowerBound < mark.place
  }

  private mutating func removeSpace() {
    while text.last == 0x20 { text.removeLast() }
  }

  /// The numbers of a citation that begins at a place, and the place after it.
  private static func citation(in text: [UInt8], at start: Int) -> (numbers: [Int], end: Int)? {
    guard text[start] == UInt8(ascii: "[") else { return nil }
    var numbers: [Int] = []
    var number: Int?
    var isSpan = false
    for index in (start + 1)..<max(start + 1, min(text.count, start + maxLength)) {
      let byte = text[index]
      if byte.isDigit {
        guard number ?? 0 < 1_000_000 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        continue
      }
      if let ended = number {
        let first = isSpan ? (numbers.last ?? ended) + 1 : ended
        guard first <= ended + 1, ended - first < maxSpan else { return nil }
        numbers += first..<(ended + 1)
        (number, isSpan) = (nil, false)
      }
      switch byte {
      case UInt8(ascii: "]"): return numbers.isEmpty ? nil : (numbers, index + 1)
      // A hyphen, or the three bytes of an en dash.
      case UInt8(ascii: "-"), 0xE2, 0x80, 0x93: isSpan = true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "^"), 0x20: continue
      default: return nil
      }
    }
    return nil
  }
}
