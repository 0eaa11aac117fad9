/// The rate of one host or endpoint, found by what it answers.
///
/// It is silent, which is no limit at all, until the first 429 or 503. Then requests leave one by
/// one at half the ``RateSeen``; a success lifts the rate by a tenth, a 429 halves it, another
/// error takes a tenth, always within 0.1...100 a second. From the lowest rate 73 successes, which
/// may leave within 110 s, lead back to the highest; there, once a minute has passed since the last
/// cut, it is silent again.
///
/// Only requests that departed after the last cut tell of the present rate: what the crowd before
/// it still hears changes nothing but the wait that the server asks for.
package struct AdaptiveRate: RateLimit, Equatable {
  /// The lowest and the highest rate, in requests a second.
  package static var bounds: ClosedRange<Double> { 0.1...100 }
  /// The least time between two cuts.
  package static var window: Duration { .seconds(1) }
  /// The longest wait that a server may ask for.
  package static var longestWait: Duration { Backoff().cap }
  /// The least time between the last cut and silence.
  package static var calm: Duration { .seconds(60) }

  private struct Pace: Equatable {
    var rate: Double
    var cut: Duration?
    var notBefore = Duration.zero

    func isTold(by departure: Duration) -> Bool { cut.map { departure > $0 } ?? true }
  }

  private var seen = RateSeen()
  private var departure: Duration?
  private var earlierDeparture: Duration?
  private var weight = 1.0
  private var pace: Pace?
  private let staysAwake: Bool

  /// Silent; with a rate to start from (requests a second) it limits at once and always.
  package init(startingAt rate: Double? = nil) {
    staysAwake = rate != nil
    pace = rate.map { Pace(rate: Self.bounded($0)) }
  }

  /// Whether it limits nothing.
  package var isSilent: Bool { pace == nil }

  /// Requests a second; nil while it is silent.
  package var rate: Double? { pace?.rate }

  /// Never throws: a cost of several requests holds the next one back for longer.
  package func earliest(_ cost: Cost, at now: Duration) -> Duration {
    guard let pace, cost.requests > 0 else { return now }
    let free = departure.map { $0 + .seconds(weight / pace.rate) } ?? .zero
    return max(now, free, pace.notBefore)
  }

  package mutating func commit(_ cost: Cost, at now: Duration) {
    guard cost.requests > 0 else { return }
    seen.add(cost.requests, at: now)
    (earlierDeparture, departure) = (departure, now)
    // The wait for more would hardly fit a Duration.
    weight = min(Double(cost.requests), 1e6)
  }

  /// Takes the last departure back, where it was at that time: nothing was asked after all.
  package mutating func retract(departedAt: Duration) {
    if departure == departedAt { departure = earlierDeparture }
  }

  package mutating func observe(
    _ outcome: RequestOutcome,
    departedAt: Duration,
    at now: Duration
  ) {
    switch outcome {
    case .success: change(by: 1.1, departedAt, now)
    case .failure: change(by: 0.9, departedAt, now)
    case .throttled(let retryAfter): cut(departedAt, now, asked: retryAfter ?? .zero)
    }
  }

  private mutating func change(by factor: Double, _ departedAt: Duration, _ now: Duration) {
    guard var pace, pace.isTold(by: departedAt) else { return }
    pace.rate = Self.bounded(pace.rate * factor)
    let isCalm = pace.rate == Self.bounds.upperBound && now >= (pace.cut ?? now) + Self.calm
    self.pace = isCalm && !staysAwake ? nil : pace
  }

  private mutating func cut(_ departedAt: Duration, _ now: Duration, asked: Duration) {
    var pace = pace ?? Pace(rate: seen.rate(at: now))
    if pace.isTold(by: departedAt), pace.cut.map({ now >= $0 + Self.window }) ?? true {
      pace.rate = Self.bounded(pace.rate / 2)
      pace.cut = now
    }
    pace.notBefore = max(pace.notBefore, now + min(max(asked, .zero), Self.longestWait))
    self.pace = pace
  }

  private static func bounded(_ rate: Double) -> Double {
    // The order of the arguments turns what is no number into the lowest rate.
    min(max(bounds.lowerBound, rate), bounds.upperBound)
  }
}
