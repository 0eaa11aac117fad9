/// How long something took, over all times that it was measured; durations are seconds.
///
/// Percentiles are by nearest rank, within 1.6 % (<doc:Statistics>).
public struct Latency: Sendable, Hashable, Codable {
  /// How often it was measured.
  public var count: Int
  /// The mean.
  public var mean: Double
  /// The median.
  public var p50: Double
  /// The 95th percentile.
  public var p95: Double
  /// The 99th percentile.
  public var p99: Double
  /// The longest of all.
  public var slowest: Double

  /// What a histogram holds, to the microsecond; nil where it is empty.
  init?(_ histogram: LatencyHistogram) {
    guard histogram.count > 0 else { return nil }
    count = histogram.count
    mean = (histogram.sum / Double(histogram.count)).roundedToMicroseconds
    p50 = histogram.percentile(50).roundedToMicroseconds
    p95 = histogram.percentile(95).roundedToMicroseconds
    p99 = histogram.percentile(99).roundedToMicroseconds
    slowest = histogram.longest.roundedToMicroseconds
  }
}
