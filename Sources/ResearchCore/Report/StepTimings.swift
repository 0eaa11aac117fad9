/// How long the steps took, over all pages that have been through them.
struct StepTimings: Sendable {
  private var seconds: [[Float]] = Array(repeating: [], count: StepTimings.steps.count)

  private static let steps = ["queue", "fetch", "extract", "summarise"]

  /// Takes the timings of one record.
  mutating func add(_ timings: Record.Timings?) {
    guard let timings else { return }
    let values = [timings.queued, timings.fetch, timings.extract, timings.summarise]
    for (step, value) in values.enumerated() {
      // A finite number may be too large for a Float.
      guard let value = value.map({ Float($0) }), value.isFinite, value >= 0 else { continue }
      seconds[step].append(value)
    }
  }

  /// A row for each step that any page has been through.
  var rows: [Row] {
    zip(Self.steps, seconds).compactMap { step, values in
      let sorted = values.sorted()
      guard let slowest = sorted.last else { return nil }
      return Row(
        step: step,
        pages: sorted.count,
        median: Double(sorted.percentile(50)),
        percentile95: Double(sorted.percentile(95)),
        slowest: Double(slowest)
      )
    }
  }

  /// One step; durations are seconds, percentiles by nearest rank.
  struct Row: Sendable, Hashable {
    var step: String
    var pages: Int
    var median: Double
    var percentile95: Double
    var slowest: Double
  }

  /// A duration for people: "0.4 ms", "412 ms", "1.9 s".
  static func text(_ seconds: Double) -> String {
    let tenths = min(seconds * 10, 1e15)
    if tenths >= 10 { return decimal(Int(tenths.rounded()), unit: "s") }
    let milliseconds = seconds * 1_000
    if milliseconds >= 10 { return "\(Int(milliseconds.rounded())) ms" }
    return decimal(Int((milliseconds * 10).rounded()), unit: "ms")
  }

  private static func decimal(_ tenths: Int, unit: String) -> String {
    "\((tenths / 10).grouped).\(tenths % 10) \(unit)"
  }
}
