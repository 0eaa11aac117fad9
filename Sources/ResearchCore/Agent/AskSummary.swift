/// What asking an agent came to, beside its report.
public struct AskSummary: Sendable, Hashable {
  /// How the sources ended, as the run saw it.
  public var counts: OutcomeCounts
  /// The turns of the model.
  public var steps: Int
  /// The calls of tools that it made.
  public var calls: Int
  /// Whether the deadline cut it short, be it before the run's own end.
  public var isCutShort: Bool
}
