/// What several runs of the same list, each with another schedule, came to.
public struct ComparisonTable: Sendable, Hashable, Codable {
  /// One run.
  public struct Row: Sendable, Hashable, Codable {
    /// How its steps followed one another.
    public var schedule: Schedule
    /// From its start to its report, in seconds.
    public var wall: Double
    /// The sum of its steps, in seconds.
    public var work: Double
    /// How many steps were at work at once, on average: work by wall.
    public var overlap: Double
    /// How many times as fast as one by one; nil where either run was cut short.
    public var speedUp: Double?
    /// The sources that had a step.
    public var pages: Int
    /// Sources a second.
    public var pagesPerSecond: Double
    /// Durations of the steps, by their names; a step that did not take place is absent.
    public var latency: [String: Percentiles]
    /// Whether the run came to its end.
    public var isFinished: Bool

    private enum CodingKeys: String, CodingKey {
      case schedule, wall, work, overlap
      case speedUp = "speed_up"
      case pages
      case pagesPerSecond = "pages_per_second"
      case latency
      case isFinished = "finished"
    }
  }

  /// A source that was not the same in all runs.
  public struct Change: Sendable, Hashable, Codable {
    /// The source's number.
    public var index: Int
    /// The source as typed.
    public var source: String
  }

  /// The runs, in the order in which they took place.
  public var rows: [Row] = []
  /// Whether all of them gave the same report, byte for byte; nil where not all were made.
  public var haveEqualReports: Bool?
  /// The sources that differed, the first hundred.
  public var changed: [Change] = []
  /// How many sources differed.
  public var changes = 0

  private enum CodingKeys: String, CodingKey {
    case rows
    case haveEqualReports = "equal_reports"
    case changed, changes
  }

  /// The most changes that are named.
  static let namedChanges = 100
}

extension ComparisonTable {
  /// A table of runs, of which the one by one is what the others are held against.
  init(_ rows: [Row]) {
    let base = rows.first { $0.schedule == .oneByOne && $0.isFinished }?.wall
    self.rows = rows.map { row in
      var row = row
      row.speedUp = row.isFinished && row.wall > 0 ? base.map { $0 / row.wall } : nil
      row.speedUp = row.speedUp?.roundedToMicroseconds
      return row
    }
  }
}

extension ComparisonTable.Row {
  /// One run's row, held against nothing yet; its numbers have six places.
  init(_ schedule: Schedule, _ times: RunTimes, isFinished: Bool) {
    self.schedule = schedule
    wall = times.wall.roundedToMicroseconds
    work = times.work.roundedToMicroseconds
    overlap = times.overlap.roundedToMicroseconds
    pages = times.pages
    pagesPerSecond = times.pagesPerSecond.roundedToMicroseconds
    let steps = Step.allCases.map(\.rawValue) + [StepSpan.combine]
    latency = Dictionary(
      uniqueKeysWithValues: steps.compactMap { step in
        times.latency(of: step).map { (step, $0) }
      }
    )
    self.isFinished = isFinished
  }
}
