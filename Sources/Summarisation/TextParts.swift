/// Cuts a row of pieces into parts that fit a window, one after the other.
struct TextParts {
  private let costs: [Int]
  private let borders: [Bool]
  private var start = 0
  private var left: Int
  /// The number of the next part, from 1.
  private(set) var number = 1

  /// Takes the cost of each piece, and whether a part had better end with it.
  init(_ costs: [Int], borders: [Bool]) {
    (self.costs, self.borders) = (costs, borders)
    left = costs.reduce(0, +)
  }

  /// The next part: as many pieces as fit, up to a border where its second half has one; nil where
  /// nothing is left.
  func next(window: Int) -> Range<Int>? {
    guard start < costs.count else { return nil }
    var (end, cost) = (start, 0)
    var border: Int?
    while end < costs.count, cost + costs[end] <= window || end == start {
      cost += costs[end]
      end += 1
      if borders[end - 1], cost > window / 2 { border = end }
    }
    return start..<(end == costs.count ? end : border ?? end)
  }

  /// About how many parts there are in all.
  func count(window: Int) -> Int { number - 1 + max(1, (left + window - 1) / max(1, window)) }

  /// Goes on behind a part.
  mutating func take(_ part: Range<Int>) {
    left -= costs[part].reduce(0, +)
    start = part.upperBound
    number += 1
  }
}
