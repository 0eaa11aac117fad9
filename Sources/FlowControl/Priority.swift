/// How soon a source wants its turn; within one priority the first to come is the first to go.
public enum Priority: String, Sendable, Codable, CaseIterable, Comparable {
  case high, normal, low

  /// Zero for the most urgent.
  package var rank: Int {
    switch self {
    case .high: 0
    case .normal: 1
    case .low: 2
    }
  }

  /// Orders the more urgent priority first.
  public static func < (left: Priority, right: Priority) -> Bool {
    left.rank < right.rank
  }
}
