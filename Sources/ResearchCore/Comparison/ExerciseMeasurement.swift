import Fetching
import Summarisation

/// What a row of the exercise came to, as the process that ran it saw it.
package struct ExerciseMeasurement: Sendable, Hashable, Codable {
  /// From the start of the first step or call to the end of the last, in seconds.
  package var seconds: Double
  /// How many pages or calls did not give what they should.
  package var failed = 0
  /// Why the first of these did not.
  package var failure: String?
  /// The most calls in flight, as the server counted them; nil where it was not asked.
  package var mostAtOnce: Int?
  /// How long one call took; nil for a pipeline.
  package var latency: Percentiles?
  /// Who did what when; empty for calls.
  package var spans: [StepSpan] = []

  /// A row that took so long, and in which nothing failed.
  package init(seconds: Double) {
    self.seconds = seconds
  }

  /// What an error says to people.
  package static func reason(of error: any Error) -> String {
    switch error {
    case let error as ChatError: error.message
    case let error as FetchError: error.message
    default: "\(error)"
    }
  }
}
