/// Ranges of a text that are no prose and of which nothing is quoted: headings, tables, code.
struct PassedOver {
  /// In order, and apart from one another.
  private let ranges: [Range<Int>]

  /// Takes ranges of Unicode scalars, in any order.
  init(_ ranges: [Range<Int>]) {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// The sentences that share no character with the ranges; `sentences` are in the order of the text.
  func prose(_ sentences: [TextSentence]) -> [TextSentence] {
    guard !ranges.isEmpty else { return sentences }
    var next = 0
    return sentences.filter { sentence in
      while next < ranges.count, ranges[next].upperBound <= sentence.scalars.lowerBound {
        next += 1
      }
      return next == ranges.count || ranges[next].lowerBound >= sentence.scalars.upperBound
    }
  }
}
