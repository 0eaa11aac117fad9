import ResearchCore

/// Why the limit on open files does not let the exercise run, and what to do about it.
struct TooFewFiles: Error, CustomStringConvertible {
  let description: String

  /// Holds the rows that are to run against a limit; nil where it lets all of them run.
  init?(_ results: ExerciseResults, limit: Int) {
    let plans = results.remaining.map { results.rows[$0].plan }
    guard let largest = plans.max(by: { $0.openFiles < $1.openFiles }), largest.openFiles > limit
    else { return nil }
    let tooLarge = Set(plans.filter { $0.openFiles > limit }.map(\.experiment))
    let others = results.tables.map(\.experiment).filter { !tooLarge.contains($0) }
    let names = others.map(\.rawValue).joined(separator: ",")
    description =
      "only \(limit) files may be open at once, and \(largest.experiment.rawValue) "
      + "“\(largest.name)” needs \(largest.openFiles): try 'ulimit -n \(largest.openFiles)'"
      + (others.isEmpty ? "" : ", or --only \(names)")
  }
}
