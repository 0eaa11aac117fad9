/// One step of one source, from when to when.
package struct StepSpan: Sendable, Hashable, Codable {
  /// The source's number; 0 for combining, which is about all of them.
  package var index: Int
  /// `fetch`, `extract`, `summarise` or `combine`.
  package var step: String
  /// When it began, in seconds since the run's start.
  package var start: Double
  /// When it ended, in seconds since the run's start.
  package var end: Double

  /// The name that combining goes by.
  package static let combine = "combine"

  /// Describes a step.
  package init(index: Int, step: String, start: Double, end: Double) {
    self.index = index
    self.step = step
    self.start = start
    self.end = end
  }

  /// How long it took, in seconds.
  package var seconds: Double { end - start }
}
