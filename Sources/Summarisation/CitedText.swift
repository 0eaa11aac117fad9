/// A plain text from which the citations were taken out: `[1]`, `[1, 2]`, `[1][2]`, `[1-3]`.
struct CitedText {
  /// Where a citation stood, and what it named.
  private struct Mark {
    /// A place in the text without citations.
    let place: Int
    /// Whether it began its line: then it belongs to what follows, else to what came before.
    let isLeading: Bool
    let numbers: [Int]
  }

  /// The text without citations.
  private(set) var text: [UInt8] = []
  private var marks: [Mark] = []

  /// Takes the citations out of a text; numbers that are not known name nothing.
  init(_ cited: [UInt8], isKnown: (Int) -> Bool) {
    text.reserveCapacity(cited.count)
    var index = 0
    while index < cited.count {
      if let mark = CitationMark(in: cited, at: index) {
        removeSpace()
        marks.append(
          Mark(
            place: text.count,
            isLeading: text.last.map { $0 == 0x0A } ?? true,
            numbers: mark.numbers.filter(isKnown)
          )
        )
        index = mark.end
        // "[1]: One is here." is a sentence with its note before it.
        if marks.last?.isLeading == true, cited[index...].first == UInt8(ascii: ":") { index += 1 }
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

  /// What each of the sentences cites, rising, once each; they were found in the text without
  /// citations.
  func numbers(of found: [TextSentence]) -> [[Int]] {
    var numbers = Array(repeating: Set<Int>(), count: found.count)
    var current = 0
    for mark in marks {
      while current + 1 < found.count, Self.isPast(found[current], found[current + 1], mark) {
        current += 1
      }
      if current < found.count { numbers[current].formUnion(mark.numbers) }
    }
    return numbers.map { $0.sorted() }
  }

  /// Whether a citation belongs to the next sentence or a later one.
  private static func isPast(_ this: TextSentence, _ next: TextSentence, _ mark: Mark) -> Bool {
    mark.isLeading ? this.bytes.upperBound <= mark.place : next.bytes.lowerBound < mark.place
  }

  private mutating func removeSpace() {
    while text.last == 0x20 { text.removeLast() }
  }
}
