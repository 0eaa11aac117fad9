/// Durations counted in buckets of nearly equal ratio: percentiles in memory that does not grow
/// with what is counted, at most 5 KB.
///
/// A percentile is within 1.6 % of the duration that nearest rank gives, between a microsecond and
/// 2^20 seconds (twelve days). Below a microsecond it is within one, and what is above counts as
/// twelve days. After DDSketch (Masson, Rim, Lee: A Fast and Fully-Mergeable Quantile Sketch with
/// Relative-Error Guarantees, VLDB 2019), with linear interpolation between powers of two in place
/// of the logarithm, so that a bucket is read off a number's bits.
struct LatencyHistogram: Sendable, Hashable {
  /// How many durations there are.
  private(set) var count = 0
  /// Their sum, in seconds.
  private(set) var sum = 0.0
  /// The longest, in seconds.
  private(set) var longest = 0.0
  private var shortest = Double.infinity
  /// The place of the first bucket that is kept; only those between the extremes are.
  private var first = 0
  private var buckets: [UInt32] = []

  /// The largest relative error of a percentile: half a bucket's width by its middle.
  static let largestError = 1.0 / Double(2 * bucketsToPowerOfTwo)
  private static let bucketsToPowerOfTwo = 32
  /// Leaves the exponent and the five bits of the fraction that tell 32 buckets apart.
  private static let shift = UInt64(Double.significandBitCount - 5)
  private static let least = 0x1p-20
  private static let most = 0x1p20
  private static let base = Int(least.bitPattern >> shift)

  /// Nothing has been counted yet.
  init() {}

  /// Counts a duration in seconds; what is no positive number counts as none.
  mutating func add(_ seconds: Double) {
    let seconds = seconds > 0 ? min(seconds, Self.most) : 0
    count += 1
    sum += seconds
    longest = max(longest, seconds)
    shortest = min(shortest, seconds)
    let place = Self.place(of: seconds)
    reach(place...place)
    raise(place, by: 1)
  }

  /// Counts all that another has counted.
  mutating func add(_ other: LatencyHistogram) {
    guard other.count > 0 else { return }
    count += other.count
    sum += other.sum
    longest = max(longest, other.longest)
    shortest = min(shortest, other.shortest)
    reach(other.first...other.first + other.buckets.count - 1)
    for (offset, number) in other.buckets.enumerated() { raise(other.first + offset, by: number) }
  }

  /// The duration at a percentile from 1 to 100, by nearest rank, in seconds; 0 where there is none.
  func percentile(_ percent: Int) -> Double {
    var left = (count * percent + 99) / 100
    for (offset, number) in buckets.enumerated() {
      left -= Int(number)
      guard left > 0 else { return min(max(Self.middle(of: first + offset), shortest), longest) }
    }
    return longest
  }

  private mutating func reach(_ places: ClosedRange<Int>) {
    if buckets.isEmpty { first = places.lowerBound }
    let before = first - places.lowerBound
    if before > 0 {
      buckets.insert(contentsOf: repeatElement(0, count: before), at: 0)
      first = places.lowerBound
    }
    let after = places.upperBound - first - buckets.count + 1
    if after > 0 { buckets.append(contentsOf: repeatElement(0, count: after)) }
  }

  /// A bucket that is full stays so: no run may end by a number.
  private mutating func raise(_ place: Int, by number: UInt32) {
    let (sum, isFull) = buckets[place - first].addingReportingOverflow(number)
    buckets[place - first] = isFull ? .max : sum
  }

  /// The bucket of a duration; 0 for all that are shorter than a microsecond.
  private static func place(of seconds: Double) -> Int {
    max(0, Int(truncatingIfNeeded: seconds.bitPattern >> shift) - base + 1)
  }

  /// The number that is off by the same ratio from both bounds of a bucket.
  private static func middle(of place: Int) -> Double {
    guard place > 0 else { return 0 }
    let (lower, upper) = (bound(place), bound(place + 1))
    return 2 * lower * upper / (lower + upper)
  }

  private static func bound(_ place: Int) -> Double {
    Double(bitPattern: UInt64(place - 1 + base) << shift)
  }
}
