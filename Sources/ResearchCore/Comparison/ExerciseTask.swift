/// What the process of one row is told to do: addresses in place of delays.
package enum ExerciseTask: Sendable, Hashable, Codable {
  /// Runs of the pipeline.
  case pipeline(Pipeline)
  /// A crowd of calls.
  case calls(Calls)

  /// Runs of the pipeline, after one another where all goes one by one, else at once.
  package struct Pipeline: Sendable, Hashable, Codable {
    /// One run: its pages, and the model that it asks; nil where it only fetches.
    package struct Run: Sendable, Hashable, Codable {
      package var pages: [String]
      package var model: Model?

      /// Names the addresses of a run.
      package init(pages: [String], model: Model?) {
        self.pages = pages
        self.model = model
      }
    }

    package var runs: [Run]
    package var schedule: Schedule
    /// The most summaries at once; 0 for no limit.
    package var slots: Int
    /// In seconds, for a page or an answer.
    package var timeout: Double

    /// Names runs and how they go.
    package init(runs: [Run], schedule: Schedule, slots: Int, timeout: Double) {
      self.runs = runs
      self.schedule = schedule
      self.slots = slots
      self.timeout = timeout
    }
  }

  /// A crowd of calls.
  package struct Calls: Sendable, Hashable, Codable {
    package var model: Model
    package var count: Int
    package var carrier: CallWork.Carrier
    /// The most in flight; nil for no limit.
    package var atOnce: Int?
    /// In seconds, for one answer.
    package var timeout: Double

    /// Names a crowd.
    package init(
      _ count: Int,
      to model: Model,
      on carrier: CallWork.Carrier,
      atOnce: Int?,
      timeout: Double
    ) {
      (self.count, self.model, self.carrier) = (count, model, carrier)
      (self.atOnce, self.timeout) = (atOnce, timeout)
    }
  }

  /// The exercise's model: where it is asked, and where it tells how often it was.
  package struct Model: Sendable, Hashable, Codable {
    package var baseURL: String
    package var statistics: String
    /// The name that it is asked by.
    package static let name = "exercise"

    /// Names both addresses.
    package init(baseURL: String, statistics: String) {
      self.baseURL = baseURL
      self.statistics = statistics
    }
  }

  /// Runs it, and measures; throws where it cannot even begin.
  ///
  /// A task that is cancelled gives up what is in flight, and throws or counts it as failed.
  package func measured() async throws -> ExerciseMeasurement {
    switch self {
    case .pipeline(let task): try await PipelineMeasure(task).result()
    case .calls(let task): try await CallMeasure(task).result()
    }
  }
}
