/// Delays as addresses write them: seconds, with at most nine digits behind the point.
enum DelayText {
  /// The delay in whole nanoseconds, from 0 to the longest that the server accepts.
  static func bounded(_ delay: Duration) -> Duration {
    let delay = min(max(.zero, delay), ExercisePlan.longestDelay)
    let (seconds, attoseconds) = delay.components
    return .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
  }

  /// The shortest text of a delay that is bounded: `5`, `0.25`.
  static func text(_ delay: Duration) -> String {
    let (seconds, attoseconds) = delay.components
    var fraction = Int(attoseconds / 1_000_000_000)
    guard fraction > 0 else { return "\(seconds)" }
    var width = 9
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    let digits = "\(fraction)"
    return "\(seconds)." + String(repeating: "0", count: width - digits.count) + digits
  }

  /// The delay that a text names; nil where it names none, or one out of bounds.
  static func duration(_ text: some StringProtocol) -> Duration? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let seconds = number(whole, digits: 4) else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard let digits = number(parts[1], digits: 9) else { return nil }
      fraction = (0..<(9 - parts[1].utf8.count)).reduce(digits) { value, _ in value * 10 }
    }
    let delay = Duration.seconds(seconds) + .nanoseconds(fraction)
    return delay <= ExercisePlan.longestDelay ? delay : nil
  }

  /// A number of one to so many decimal digits, and of nothing else.
  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
