import FlowControl
import Glibc
import ResearchCore

/// Tells how far the exercise is, a line a row, so that nobody waits in silence.
struct ExerciseLog: Sendable {
  /// Whether not even failures are told.
  var isSilent: Bool { quiet > 1 }

  private let descriptor: Int32
  private let quiet: Int
  private let writer: Workers

  /// A log that writes to `descriptor` on a thread of `writer`; with `quiet` 1 it tells only what
  /// went wrong, with 2 nothing.
  init(_ descriptor: Int32, quiet: Int, on writer: Workers) {
    self.descriptor = descriptor
    self.writer = writer
    self.quiet = quiet
  }

  /// Says how long it will take.
  func tellBeginning(_ results: ExerciseResults) async {
    let rows = results.remaining.count
    let time = Quantity.time(results.remainingTime.seconds)
    await write("exercise   \(rows.counting("row")), about \(time)", at: 0)
    for row in results.rows where row.outcome == .computed {
      let seconds = ExerciseFigure.seconds(row.plan.predicted.seconds)
      await write("\(Self.label(row.plan)): \(seconds) s is computed; --full waits for it", at: 0)
    }
  }

  /// Says what is being waited for, where that takes long.
  func tellStart(of plan: ExerciseCase) async {
    guard plan.predicted >= .seconds(10) else { return }
    await write("\(Self.label(plan)): about \(Quantity.time(plan.predicted.seconds)) …", at: 0)
  }

  /// Says what became of a row.
  func tellEnd(of row: ExerciseRow) async {
    await write("\(Self.label(row.plan)): \(Self.words(of: row))", at: row.isComplete ? 0 : 1)
  }

  private static func label(_ plan: ExerciseCase) -> String {
    "\(plan.experiment.rawValue) \(plan.name)"
  }

  private static func words(of row: ExerciseRow) -> String {
    guard let measurement = row.measurement, let usage = row.usage else {
      if case .failed(let reason) = row.outcome { return "no result, \(reason)" }
      return "not run"
    }
    let predicted = row.plan.predicted.seconds
    let seconds = "\(ExerciseFigure.seconds(measurement.seconds)) s"
    var words = ["predicted \(ExerciseFigure.seconds(predicted)) s"]
    words +=
      row.isComplete
      ? ["measured \(seconds)", ExerciseFigure.difference(measurement.seconds, from: predicted)]
      : ["incomplete after \(seconds)"]
    if let rate = row.callsPerSecond { words.append("\(ExerciseFigure.rate(rate)) calls/s") }
    words.append("\(ExerciseFigure.megabytes(usage.peakMemory)) MB")
    if measurement.failed > 0 {
      words.append("\(measurement.failed.counting("failure")): \(measurement.failure ?? "unknown")")
    }
    return words.joined(separator: ", ")
  }

  /// Writes a line where the log is not too quiet for its level.
  private func write(_ line: String, at level: Int) async {
    guard quiet <= level else { return }
    let text = Array((TerminalText.safe(line) + "\n").utf8)
    await perform(on: writer) {
      // That nobody reads the log is no reason to stop.
      try? OutputFile.write(text, to: descriptor, path: "the log")
    }
  }
}
