import Testing

@testable import Summarisation

struct TextPartsTests {
  private func parts(_ costs: [Int], borders: Set<Int> = [], window: Int) -> [Range<Int>] {
    var parts = TextParts(costs, borders: costs.indices.map(borders.contains))
    var all: [Range<Int>] = []
    while let part = parts.next(window: window) {
      all.append(part)
      parts.take(part)
    }
    return all
  }

  @Test(
    arguments: [
      ([], [], 10, []), ([3], [], 10, [0..<1]), ([30], [], 10, [0..<1]),
      ([4, 4, 4, 4], [], 10, [0..<2, 2..<4]), ([4, 4, 4, 4], [1], 12, [0..<2, 2..<4]),
      ([4, 4, 4, 4], [0], 12, [0..<3, 3..<4]), ([4, 4, 4], [1], 12, [0..<3]),
      ([11, 1, 11], [], 10, [0..<1, 1..<2, 2..<3]),
    ] as [([Int], Set<Int>, Int, [Range<Int>])]
  )
  func `fits the window, and ends at a border where it can`(
    costs: [Int],
    borders: Set<Int>,
    window: Int,
    expected: [Range<Int>]
  ) {
    #expect(parts(costs, borders: borders, window: window) == expected)
  }

  @Test func `counts the parts as far as it knows`() {
    var parts = TextParts([4, 4, 4, 4], borders: [false, false, false, false])
    #expect(parts.number == 1 && parts.count(window: 8) == 2)
    parts.take(0..<1)
    #expect(parts.number == 2 && parts.count(window: 4) == 4)
  }
}
