import Glibc
import Testing

@testable import ResearchCore

@Suite struct LatencyHistogramTests {
  @Test(arguments: 1...200)
  func `each percentile is within its error of the one by nearest rank`(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let count = Int.random(in: 1...(seed.isMultiple(of: 10) ? 5_000 : 200), using: &generator)
    // From a microsecond to ten days, each power of ten as likely as the others, or all alike.
    let spread = Double.random(in: 0...12, using: &generator)
    let durations = (0..<count).map { _ in
      pow(10, Double.random(in: -6...min(5.9, spread - 6), using: &generator))
    }
    var histogram = LatencyHistogram()
    for duration in durations { histogram.add(duration) }
    let sorted = durations.sorted()
    for percent in 1...100 {
      let (found, exact) = (histogram.percentile(percent), sorted.percentile(percent))
      #expect(abs(found - exact) <= LatencyHistogram.largestError * exact, "p\(percent)")
    }
    #expect(histogram.count == count && histogram.longest == sorted.last)
    #expect(abs(histogram.sum - durations.reduce(0, +)) <= 1e-9 * histogram.sum)
    #expect(LatencyHistogram.largestError < 0.016)
  }

  @Test(arguments: [0, 1e-9, 0.9e-6]) func `what is shorter than a microsecond is off by less`(
    seconds: Double
  ) {
    var histogram = LatencyHistogram()
    for _ in 0..<3 { histogram.add(seconds) }
    histogram.add(1)
    #expect(abs(histogram.percentile(50) - seconds) < 1e-6)
    #expect(histogram.percentile(100) == 1)
  }

  @Test(arguments: [
    (-1.0, 0.0), (-0.0, 0.0), (.nan, 0.0), (-.infinity, 0.0),
    (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
    (1e9, 1_048_576.0), (.infinity, 1_048_576.0), (.greatestFiniteMagnitude, 1_048_576.0),
  ])
  func `takes any number`(seconds: Double, counted: Double) {
    var histogram = LatencyHistogram()
    histogram.add(seconds)
    #expect(histogram.percentile(1) == counted && histogram.percentile(100) == counted)
    #expect(histogram.count == 1 && histogram.sum == counted && histogram.longest == counted)
  }

  @Test func `nothing has no percentile`() {
    #expect(LatencyHistogram().percentile(50) == 0)
    #expect(Latency(LatencyHistogram()) == nil)
  }

  @Test func `one duration is every percentile`() throws {
    var histogram = LatencyHistogram()
    histogram.add(0.123456)
    let latency = try #require(Latency(histogram))
    #expect(
      [latency.p50, latency.p95, latency.p99, latency.mean] == Array(repeating: 0.123456, count: 4)
    )
    #expect(latency.count == 1 && latency.slowest == 0.123456)
  }

  @Test(arguments: 1...50)
  func `halves that are put together are the whole, in any order`(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let durations = (0..<100).map { _ in
      Double(Int.random(in: 0...1 << 30, using: &generator)) / 1_024
    }
    var (whole, left, right) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
    for (place, duration) in durations.enumerated() {
      whole.add(duration)
      if place < seed { left.add(duration) } else { right.add(duration) }
    }
    // Sums of such numbers are exact, whatever their order.
    var (forth, back) = (left, right)
    forth.add(right)
    back.add(left)
    #expect(forth == whole && back == whole)
  }
}
