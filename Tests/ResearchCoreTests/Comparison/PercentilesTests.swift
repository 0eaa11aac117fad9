import Testing

@testable import ResearchCore

@Suite struct PercentilesTests {
  @Test(
    arguments: [
      ([7], [7, 7, 7]), ([2, 1], [1, 2, 2]), ([3, 1, 2], [2, 3, 3]),
      (Array(1...100), [50, 95, 99]), (Array(1...200), [100, 190, 198]),
      (Array(1...20), [10, 19, 20]),
    ] as [([Int], [Double])]
  )
  func `takes the nearest rank`(_ values: [Int], _ expected: [Double]) throws {
    let percentiles = try #require(Percentiles(of: values.reversed().map(Double.init)))
    #expect([percentiles.p50, percentiles.p95, percentiles.p99] == expected)
  }

  @Test func `are none of nothing`() {
    #expect(Percentiles(of: []) == nil)
  }
}
