/// How many requests a second departed lately, in a few bytes.
///
/// It counts those of the last five to ten seconds and divides by the time since it began to count
/// them, at least a second. So a host that is asked for the first time is seen at one request a
/// second, and one that is asked six times at once at six.
struct RateSeen: Equatable {
  private static let half = Duration.seconds(5)

  private var since = Duration.zero
  private var earlier = 0.0
  private var recent = 0.0

  /// Counts requests that depart now.
  mutating func add(_ requests: Int, at now: Duration) {
    turn(to: now)
    recent += Double(requests)
  }

  /// Requests a second, more than zero.
  func rate(at now: Duration) -> Double {
    var seen = self
    seen.turn(to: now)
    let begin = seen.earlier > 0 ? seen.since - Self.half : seen.since
    return max(1, seen.earlier + seen.recent) / max(1, (now - begin) / .seconds(1))
  }

  private mutating func turn(to now: Duration) {
    if recent == 0, earlier == 0 { since = now }
    guard now >= since + Self.half else { return }
    let isNext = now < since + Self.half * 2
    (earlier, recent) = (isNext ? recent : 0, 0)
    since = isNext ? since + Self.half : now
  }
}
