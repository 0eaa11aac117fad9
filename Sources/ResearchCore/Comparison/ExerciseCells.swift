/// The cells of one row of a table.
struct ExerciseCells: Sendable {
  private let row: ExerciseRow

  /// Writes a row's cells.
  init(_ row: ExerciseRow) {
    self.row = row
  }

  /// The columns of a table; those that stay empty are left out.
  static func columns(of experiment: Experiment) -> [MarkdownTable.Column] {
    let unit = experiment.isAboutRate ? "calls/s" : "s"
    return [
      MarkdownTable.Column("what runs", isNumeric: false),
      MarkdownTable.Column("predicted, \(unit)"), MarkdownTable.Column("measured, \(unit)"),
      MarkdownTable.Column("off by"), MarkdownTable.Column("calls/s"),
      MarkdownTable.Column("p50, s"), MarkdownTable.Column("p95, s"),
      MarkdownTable.Column("at once"), MarkdownTable.Column("MB"), MarkdownTable.Column("CPU, s"),
      MarkdownTable.Column("tutorial"),
    ]
  }

  /// The cells, in the order of the columns.
  var texts: [String] {
    let compared = row.compared
    let isAboutRate = row.plan.experiment.isAboutRate
    let figure = isAboutRate ? ExerciseFigure.rate : ExerciseFigure.seconds
    let off = compared.measured.map {
      ExerciseFigure.difference($0, from: compared.predicted)
    }
    let latency = row.measurement?.latency
    return [
      row.plan.name, figure(compared.predicted), compared.measured.map(figure) ?? state,
      off ?? "", isAboutRate ? "" : row.callsPerSecond.map(ExerciseFigure.rate) ?? "",
      latency.map { ExerciseFigure.seconds($0.p50) } ?? "",
      latency.map { ExerciseFigure.seconds($0.p95) } ?? "",
      row.measurement?.mostAtOnce.map(\.grouped) ?? "",
      row.usage.map { ExerciseFigure.megabytes($0.peakMemory) } ?? "",
      row.usage.map { ExerciseFigure.seconds($0.cpu) } ?? "", row.plan.tutorial?.text ?? "",
    ]
  }

  /// What stands in place of a figure.
  private var state: String {
    row.state == .notRun ? "not run" : row.state.rawValue
  }
}
