/// Counts open tags, so that a page can be neither too deep nor full of end tags that end nothing.
///
/// The counts are kept by name only, without a stack: exact enough to bound the parser's work, and constant a tag.
struct TagNesting {
  /// What becomes of an end tag.
  enum Closing { case kept, flattened, unmatched }

  private let maxDepth: Int
  private let countsAll: Bool
  private var depth = 0
  private var open: [Int32]
  private var flattened: [Int32]

  /// `countsAll` also counts tags that close themselves, such as `<p>`.
  init(maxDepth: Int, countsAll: Bool) {
    self.maxDepth = maxDepth
    self.countsAll = countsAll
    open = [Int32](repeating: 0, count: 512)
    flattened = open
  }

  /// Whether a start tag may stay.
  mutating func open(_ tag: Tag, hash: UInt64) -> Bool {
    let slot = Self.slot(hash)
    let isCounted = countsAll || !tag.closesItself
    if isCounted && depth >= maxDepth {
      flattened[slot] += 1
      return false
    }
    open[slot] += 1
    if isCounted { depth += 1 }
    return true
  }

  mutating func close(_ tag: Tag, hash: UInt64) -> Closing {
    let slot = Self.slot(hash)
    if flattened[slot] > 0 {
      flattened[slot] -= 1
      return .flattened
    }
    guard open[slot] > 0 else { return .unmatched }
    open[slot] -= 1
    if countsAll || !tag.closesItself { depth -= 1 }
    return .kept
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & 511
  }
}
