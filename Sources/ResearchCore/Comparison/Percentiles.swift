/// Percentiles of durations, by nearest rank: each is a duration that was measured.
public struct Percentiles: Sendable, Hashable, Codable {
  /// The median, in seconds.
  public var p50: Double
  /// The 95th percentile, in seconds.
  public var p95: Double
  /// The 99th percentile, in seconds.
  public var p99: Double

  /// The percentiles of `seconds`, to the microsecond; nil where there are none.
  package init?(of seconds: [Double]) {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    p50 = sorted.percentile(50).roundedToMicroseconds
    p95 = sorted.percentile(95).roundedToMicroseconds
    p99 = sorted.percentile(99).roundedToMicroseconds
  }
}

extension Array where Element: Comparable {
  /// The element at a percentile from 1 to 100, by nearest rank; of an array that is sorted and not
  /// empty.
  func percentile(_ percent: Int) -> Element { self[(count * percent + 99) / 100 - 1] }
}

extension Double {
  /// Enough for durations in seconds, and keeps what is written of them short.
  package var roundedToMicroseconds: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
