/// How many sources ended in each way.
public struct OutcomeCounts: Sendable, Hashable, Codable {
  /// In the report.
  public var used = 0
  /// Repeats of others.
  public var duplicate = 0
  /// Left out by a rule.
  public var skipped = 0
  /// Not to be had.
  public var failed = 0
  /// Not reached before the end.
  public var unfinished = 0

  /// Nothing has ended yet.
  public init() {}

  /// All that ended.
  public var total: Int { used + duplicate + skipped + failed + unfinished }

  /// All but those that repeat another source.
  public var pages: Int { total - duplicate }

  /// Counts one more source.
  public mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .used: used += 1
    case .duplicate: duplicate += 1
    case .skipped: skipped += 1
    case .failed: failed += 1
    case .unfinished: unfinished += 1
    }
  }
}
