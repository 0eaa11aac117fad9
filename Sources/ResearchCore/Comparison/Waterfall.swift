/// Who did what when, in characters: a line a page and step, time from left to right.
///
/// An edge is drawn at the nearest column, so that none is off by more than half a column. A step
/// that fills no column shows as a tick; where that is so for all steps of a kind, a line below
/// says what they took instead.
package struct Waterfall: Sendable {
  private let spans: [StepSpan]
  private let width: Int
  private let total: Double

  private static let steps: [(name: String, sign: Character)] = [
    (Step.fetch.rawValue, "░"), (Step.extract.rawValue, "▒"), (Step.summarise.rawValue, "█"),
    (StepSpan.combine, "▓"),
  ]
  private static let tick: Character = "╵"
  private static let labelWidth = 12

  /// Draws spans `width` columns wide, at least twenty.
  package init(_ spans: [StepSpan], width: Int = 60) {
    self.spans = spans
    self.width = max(20, width)
    total = spans.map(\.end).max() ?? 0
  }

  /// The lines, without line ends; none where nothing took time.
  package var lines: [String] {
    guard total > 0 else { return [] }
    let tiny = Self.steps.filter { step in
      let own = spans.filter { $0.step == step.name }
      return !own.isEmpty && own.allSatisfy { columns($0).isEmpty }
    }
    let drawn = spans.filter { span in !tiny.contains { $0.name == span.step } }
      .sorted { Self.place($0) < Self.place($1) }
    return drawn.map(line) + axis + tiny.map { note($0.name) }
  }

  private func line(_ span: StepSpan) -> String {
    let label = (span.index > 0 ? "\(span.index) " : "  ") + span.step
    let columns = columns(span)
    let sign = Self.steps.first { $0.name == span.step }?.sign ?? "█"
    let start = min(columns.lowerBound, width - 1)
    let bar = columns.isEmpty ? String(Self.tick) : String(repeating: sign, count: columns.count)
    return padded(label, to: Self.labelWidth) + String(repeating: " ", count: start) + bar
  }

  private var axis: [String] {
    let blank = String(repeating: " ", count: Self.labelWidth)
    let half = width / 2
    let ruler =
      "└" + String(repeating: "─", count: half - 1) + "┴"
      + String(repeating: "─", count: width - half - 2) + "┘"
    let middle = ExerciseFigure.seconds(total / 2)
    let end = ExerciseFigure.seconds(total) + " s"
    let left = padded("0", to: half - middle.count / 2) + middle
    return [blank + ruler, blank + padded(left, to: width - end.count) + end]
  }

  private func note(_ step: String) -> String {
    let own = spans.filter { $0.step == step }
    let longest = own.map(\.seconds).max() ?? 0
    let blank = String(repeating: " ", count: Self.labelWidth)
    return "\(blank)\(step): at most \(longest.fixed(4)) s each, too short to draw"
  }

  private func columns(_ span: StepSpan) -> Range<Int> {
    let start = column(span.start)
    return start..<max(start, column(span.end))
  }

  private func column(_ time: Double) -> Int {
    min(max(Int((time / total * Double(width)).rounded()), 0), width)
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// By page, then by start; what is about all pages comes last.
  private static func place(_ span: StepSpan) -> (Int, Double, Double) {
    (span.index > 0 ? span.index : .max, span.start, span.end)
  }
}
