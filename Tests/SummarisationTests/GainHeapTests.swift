import TestSupport
import Testing

@testable import Summarisation

struct GainHeapTests {
  @Test func `gives the greatest gain first, and the earlier sentence among equals`() {
    var random = SeededGenerator(seed: 3)
    var heap = GainHeap()
    var items: [(Int, Double)] = []
    for sentence in (0..<500).shuffled(using: &random) {
      let gain = Double(Int.random(in: 0..<20, using: &random))
      items.append((sentence, gain))
      heap.push(sentence, gain)
    }
    for (sentence, gain) in items.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }) {
      let top = heap.pop()
      #expect(top?.sentence == sentence)
      #expect(top?.gain == gain)
    }
    #expect(heap.pop()?.sentence == nil)
  }
}
