/// Sentences by gain, the greatest first; of equal gains the earlier sentence.
struct GainHeap {
  private var items: [(sentence: Int, gain: Double)] = []

  mutating func push(_ sentence: Int, _ gain: Double) {
    items.append((sentence, gain))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (sentence: Int, gain: Double)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
        if precedes(child, best) { best = child }
      }
      guard best != parent else { return first }
      items.swapAt(parent, best)
      parent = best
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    if items[one].gain != items[other].gain { return items[one].gain > items[other].gain }
    return items[one].sentence < items[other].sentence
  }
}
