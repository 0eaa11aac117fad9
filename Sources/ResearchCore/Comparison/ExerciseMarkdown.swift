/// The exercise's results as Markdown: a section a table, with waterfalls and with what is wrong
/// in the tutorial's figures.
package struct ExerciseMarkdown: Sendable {
  private let results: ExerciseResults
  private let width: Int

  /// Writes results; waterfalls are `width` columns wide.
  package init(_ results: ExerciseResults, width: Int = 60) {
    self.results = results
    self.width = width
  }

  /// The whole document, with a line end.
  package var text: String {
    let sections = [head] + results.tables.map(section) + [ending]
    return sections.flatMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let title = ["# The exercise, measured"]
    guard results.scale != 1 else { return title }
    let scale = Self.plain(results.scale)
    return title + [
      "All delays are multiplied by \(scale), and so are the predictions. The explanations and the "
        + "tutorial's figures are those of scale 1."
    ]
  }

  private func section(_ experiment: Experiment, _ rows: [ExerciseRow]) -> [String] {
    let cells = rows.map { ExerciseCells($0).texts }
    let table = MarkdownTable(ExerciseCells.columns(of: experiment), cells)
    return ["## \(experiment.rawValue): \(experiment.title)", experiment.introduction]
      + [table.lines.joined(separator: "\n")] + rows.flatMap(waterfall)
      + notes(experiment, rows)
  }

  private func waterfall(_ row: ExerciseRow) -> [String] {
    guard row.plan.experiment.hasWaterfall, let spans = row.measurement?.spans, !spans.isEmpty
    else {
      return []
    }
    let lines = Waterfall(spans, width: width).lines
    return ["Who did what when (\(row.plan.name)):"]
      + [(["```text"] + lines + ["```"]).joined(separator: "\n")]
  }

  private func notes(_ experiment: Experiment, _ rows: [ExerciseRow]) -> [String] {
    let gains = results.gain(of: experiment).map(Self.sentence)
    let remarks = [experiment.remark].compactMap { $0 }
    let objections = rows.compactMap { row in
      row.plan.tutorial.flatMap { claim in
        claim.objection.map { "**\(row.plan.name)**, the tutorial says \(claim.text): \($0)" }
      }
    }
    let troubles = rows.compactMap(Self.trouble)
    let costs = experiment == .crowd ? results.memoryCosts.map(Self.sentence) : []
    return Self.list(gains) + remarks + Self.list(objections) + Self.list(costs)
      + Self.list(troubles)
  }

  private var ending: [String] {
    let (complete, asked) = results.completeness
    guard complete < asked else { return [] }
    return [
      "This is not the whole exercise: \(complete) of \(asked.counting("row")) "
        + "were measured completely."
    ]
  }

  private static func list(_ items: [String]) -> [String] {
    items.isEmpty ? [] : [items.map { "- \($0)" }.joined(separator: "\n")]
  }

  private static func sentence(_ gain: ExerciseGain) -> String {
    let (slow, fast) = (gain.slowSeconds, gain.fastSeconds)
    return "As measured: from \(ExerciseFigure.seconds(slow)) s (\(gain.slow)) to "
      + "\(ExerciseFigure.seconds(fast)) s (\(gain.fast)), \(gain.saved.fixed(1)) % less, "
      + "\(gain.speedUp.fixed(2)) times as fast."
  }

  private static func sentence(_ cost: Result<MemoryCost, MemoryCost.Unknown>) -> String {
    switch cost {
    case .success(let cost): sentence(cost)
    case .failure(let unknown):
      "What \(call(on: unknown.carrier)) costs is not known: \(unknown.reason)."
    }
  }

  private static func call(on carrier: CallWork.Carrier) -> String {
    carrier == .threads ? "a thread with its call" : "a call in flight of a task"
  }

  private static func sentence(_ cost: MemoryCost) -> String {
    let subject = cost.carrier == .threads ? "A thread with its call" : "A call in flight of a task"
    let kilobytes = (Double(cost.bytes) / 1_000).fixed(1)
    return "\(subject) costs \(kilobytes) KB: the peak memory of "
      + "“\(cost.more)” less that of “\(cost.fewer)”, divided by the "
      + "\(cost.difference.grouped) calls more that were in flight."
  }

  private static func trouble(_ row: ExerciseRow) -> String? {
    switch row.outcome {
    case .computed:
      return "**\(row.plan.name)** was computed and not waited for; `--full` runs it."
    case .failed(let reason): return "**\(row.plan.name)** gave no result: \(reason)"
    case .measured(let measurement, _) where measurement.failed > 0:
      let reason = measurement.failure.map { ": \($0)" } ?? ""
      return "**\(row.plan.name)** is incomplete, \(measurement.failed.grouped) of "
        + "\(row.plan.count.grouped) failed\(reason)"
    case .measured, .notRun: return nil
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? number.fixed(0) : "\(number)"
  }
}
