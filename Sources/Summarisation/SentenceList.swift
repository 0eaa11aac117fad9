/// Sentences as they are found, with scalar offsets counted as far as the last one.
struct SentenceList {
  private(set) var sentences: [TextSentence] = []
  private let ownMark: UInt8
  private var countedBytes = 0
  private var countedScalars = 0

  /// `ownMark` is the mark of ASCII that ends sentences in the text's language alone, or 0.
  init(ownMark: UInt8) { self.ownMark = ownMark }

  /// Adds a sentence; one that is too long in parts, cut at spaces where it has any.
  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
    let end = Self.trimmedEnd(text, range)
    var start = range.lowerBound
    while end - start > SentenceSplitter.longest {
      let cut = Self.cut(text, start..<start + SentenceSplitter.longest)
      keep(text, start..<Self.trimmedEnd(text, start..<cut))
      start = text.skippingSpace(from: cut)
    }
    keep(text, start..<max(start, end))
  }

  /// Where a piece that is too long ends: at the last white space of its second half, or where it
  /// is full, between two scalars.
  private static func cut(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let end = text.scalarBoundary(atMost: range.upperBound)
    var place = end
    while place > range.lowerBound + range.count / 2 {
      let scalar = text.scalar(before: place)
      place -= scalar.length
      if ScalarClass(scalar.value) == .space { return place }
    }
    return end
  }

  private mutating func keep(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let end = range.upperBound
    let first = countedScalars + text.scalarCount(in: countedBytes..<range.lowerBound)
    let last = first + text.scalarCount(in: range.lowerBound..<end)
    countedBytes = end
    countedScalars = last
    let ending = SentenceEnding(text, range.lowerBound..<end, ownMark: ownMark)
    sentences.append(
      TextSentence(
        bytes: range.lowerBound..<end,
        scalars: first..<last,
        isComplete: ending != .none,
        isQuestion: ending == .question
      )
    )
  }

  private static func trimmedEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let scalar = text.scalar(before: end)
      guard ScalarClass(scalar.value) == .space else { break }
      end -= scalar.length
    }
    return end
  }
}

extension Span where Element == UInt8 {
  /// The first place from `start` on where no white space stands.
  func skippingSpace(from start: Int) -> Int {
    var index = start
    while index < count {
      let scalar = scalar(at: index)
      guard ScalarClass(scalar.value) == .space else { break }
      index += scalar.length
    }
    return index
  }
}
