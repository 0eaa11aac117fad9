/// The tables of the exercise, by their names in the mission.
package enum Experiment: String, Sendable, Hashable, Codable, CaseIterable {
  /// One thing at a time.
  case oneByOne = "X1"
  /// Barriers between the steps.
  case barriers = "X2"
  /// No barriers, and pages that differ.
  case streaming = "X3"
  /// Fewer summaries at once than pages.
  case slots = "X4"
  /// Calls, sources and agents.
  case calls = "X5"
  /// A thousand calls on threads and in tasks.
  case crowd = "X6"
  /// More and more calls in flight.
  case throughput = "X7"

  /// What the table is called.
  package var title: String {
    switch self {
    case .oneByOne: "One thing at a time"
    case .barriers: "At once, with barriers"
    case .streaming: "Streaming"
    case .slots: "Slots for summaries"
    case .calls: "Calls, sources, agents"
    case .crowd: "1,000 calls of 2 s"
    case .throughput: "More and more calls of 500 ms"
    }
  }

  /// What runs, in a sentence or two.
  package var introduction: String {
    switch self {
    case .oneByOne:
      "Five pages: 1 s to fetch, 3 s to summarise each; 2 s to combine. Nothing overlaps: "
        + "5 · (1 + 3) + 2 = 22 s."
    case .barriers:
      "All pages are fetched at once, then all are summarised at once, then combined: "
        + "1 + 3 + 2 = 6 s."
    case .streaming:
      "Each page is summarised as soon as it has arrived. The uneven pages take 1 and 5 s to "
        + "fetch, 5 and 1 s to summarise, 2 s to combine."
    case .slots: "At most k summaries at once: 1 + ceil(5 / k) · 3 + 2 s."
    case .calls:
      "Two calls of 5 s; three sources of 2, 2 and 1 s; an agent that fetches for 0.2 s, asks a "
        + "model for 2 s and writes its report for 0.05 s, twice."
    case .crowd: "With k in flight there are ceil(1,000 / k) rounds of 2 s."
    case .throughput: "With k in flight, k calls end every 0.5 s: 2 · k a second."
    }
  }

  /// What is to be learnt from it; nil where the table says it all.
  package var remark: String? {
    switch self {
    case .barriers:
      "The tutorial calls this 70 % less. 6 s instead of 22 s are 72.7 % less: 3.67 times as fast."
    case .streaming:
      "Equal pages arrive together, so a barrier costs them nothing (the tutorial's 70 % is 72.7 % "
        + "here too). With uneven ones the slowest fetch and the slowest summary add up behind a "
        + "barrier, 5 + 5 + 2 = 12 s; without it each page has its summary after 6 s, and all "
        + "is done after 8 s."
    case .slots: "Four slots are no faster than three: five pages need two rounds either way."
    case .oneByOne, .calls, .crowd, .throughput: nil
    }
  }

  /// Whether a row shows who did what when.
  package var hasWaterfall: Bool {
    switch self {
    case .oneByOne, .barriers, .streaming: true
    case .slots, .calls, .crowd, .throughput: false
    }
  }

  /// Whether it is about calls a second, and not about the time that they take in all.
  package var isAboutRate: Bool { self == .throughput }

  /// Its rows.
  package var cases: [ExerciseCase] {
    switch self {
    case .oneByOne, .barriers, .streaming, .slots, .calls: pipelineCases
    case .crowd: crowdCases
    case .throughput: throughputCases
    }
  }
}
