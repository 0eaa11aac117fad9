/// How many sources ended in which way; the parts add up to the sources submitted.
package struct OutcomeCounts: Sendable, Hashable {
  /// Sources whose text was used, repeats left out.
  package var used = 0
  /// Sources that repeat another one, by their address or by the address that answered.
  package var duplicate = 0
  /// Sources left out on purpose.
  package var skipped = 0
  /// Sources that failed.
  package var failed = 0
  /// Sources that were not finished.
  package var unfinished = 0

  /// No source has been counted yet.
  package init() {}

  /// All sources.
  package var total: Int { used + duplicate + skipped + failed + unfinished }
  /// All sources but those that repeat another one.
  package var pages: Int { total - duplicate }

  /// Counts one more source.
  package mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .used: used += 1
    case .duplicate: duplicate += 1
    case .skipped: skipped += 1
    case .failed: failed += 1
    case .unfinished: unfinished += 1
    }
  }
}
