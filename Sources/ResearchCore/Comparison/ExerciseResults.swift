/// All rows of an exercise, as far as they have been run.
package struct ExerciseResults: Sendable {
  /// What all delays were multiplied by.
  package let scale: Double
  /// The rows, in the order of the tables.
  package private(set) var rows: [ExerciseRow]

  /// The rows of some tables, none of them run yet; with `isFull` none is left to be computed.
  package init(
    _ experiments: some Sequence<Experiment> = Experiment.allCases,
    scale: Double = 1,
    isFull: Bool = false
  ) {
    self.scale = scale
    rows = experiments.flatMap(\.cases).map { row in
      ExerciseRow(row.scaled(by: scale), row.isLong && !isFull ? .computed : .notRun)
    }
  }

  /// Notes what became of a row.
  package mutating func note(_ outcome: ExerciseRow.Outcome, of row: Int) {
    rows[row].outcome = outcome
  }

  /// The rows that are still to be run, by number.
  package var remaining: [Int] { rows.indices.filter { rows[$0].outcome == .notRun } }

  /// How long these will take, if nothing but their delays takes time.
  package var remainingTime: Duration {
    remaining.reduce(.zero) { $0 + rows[$1].plan.predicted }
  }

  /// The tables that there are, in order, with their rows.
  package var tables: [(experiment: Experiment, rows: [ExerciseRow])] {
    Experiment.allCases.compactMap { experiment in
      let own = rows.filter { $0.plan.experiment == experiment }
      return own.isEmpty ? nil : (experiment, own)
    }
  }

  /// How many rows were to be run, and how many of them gave all that they should.
  package var completeness: (complete: Int, asked: Int) {
    let asked = rows.filter { $0.outcome != .computed }
    return (asked.count { $0.isComplete }, asked.count)
  }

  /// What one more call in flight costs, on threads and in tasks, or why that is not known; empty
  /// where no row is about it.
  package var memoryCosts: [Result<MemoryCost, MemoryCost.Unknown>] {
    guard rows.contains(where: { $0.plan.experiment == .crowd }) else { return [] }
    return [CallWork.Carrier.threads, .tasks].map { carrier in
      Result { () throws(MemoryCost.Unknown) in try MemoryCost(of: carrier, in: rows) }
    }
  }

  /// What was gained between the one-by-one run and each row that does the same in less time.
  package func gain(of experiment: Experiment) -> [ExerciseGain] {
    let pairs: [(slow: Int, fast: Int)]
    let own = rows.filter { $0.plan.experiment == experiment }
    switch experiment {
    case .barriers:
      let first = rows.filter { $0.plan.experiment == .oneByOne }
      return zip(first, own).compactMap { ExerciseGain(from: $0, to: $1) }
    case .streaming: pairs = [(1, 2)]
    case .calls: pairs = [(0, 1), (2, 3), (4, 5)]
    case .oneByOne, .slots, .crowd, .throughput: pairs = []
    }
    return pairs.compactMap { slow, fast in
      guard own.indices.contains(slow), own.indices.contains(fast) else { return nil }
      return ExerciseGain(from: own[slow], to: own[fast])
    }
  }
}
