/// Delays in a row with equal neighbours kept as one run, so that thousands cost as much as one.
struct DelayRuns: Sendable, Hashable {
  /// Equal neighbours.
  private struct Run: Sendable, Hashable {
    let delay: Duration
    /// The index behind the last of them.
    var end: Int
  }

  private var runs: [Run] = []

  /// The delays of a sequence; by default none.
  init(_ delays: some Sequence<Duration> = []) {
    for delay in delays { append(delay) }
  }

  /// How many delays there are.
  var count: Int { runs.last?.end ?? 0 }

  /// Adds a delay so many times, at least once, at the end.
  mutating func append(_ delay: Duration, times: Int = 1) {
    let end = count + times
    if let last = runs.last, last.delay == delay {
      runs[runs.count - 1].end = end
    } else {
      runs.append(Run(delay: delay, end: end))
    }
  }

  /// A delay, counted from 0; nil where there is none.
  ///
  /// Takes time in the number of runs.
  subscript(index: Int) -> Duration? {
    index < 0 ? nil : runs.first { index < $0.end }?.delay
  }

  /// Each delay with how often it comes in a row.
  var counted: [(delay: Duration, count: Int)] {
    runs.enumerated().map { number, run in
      (run.delay, run.end - (number > 0 ? runs[number - 1].end : 0))
    }
  }
}
