import Testing

@testable import ResearchCore

struct WaterfallTests {
  private static func simulated(_ work: PipelineWork, width: Int) -> String {
    Waterfall(ScheduleSimulation.spans(of: work), width: width).lines.joined(separator: "\n")
  }

  @Test func `draws one thing at a time`() {
    #expect(
      Self.simulated(PipelineWork(pages: 2, .oneByOne), width: 30) == """
        1 fetch     ░░░
        1 summarise    █████████
        2 fetch                 ░░░
        2 summarise                █████████
          combine                           ▓▓▓▓▓▓
                    └──────────────┴─────────────┘
                    0            5.00      10.00 s
        """
    )
  }

  @Test func `draws barriers and streaming`() {
    let uneven = { schedule in
      PipelineWork(
        fetches: [.seconds(1), .seconds(5)],
        summaries: [.seconds(5), .seconds(1)],
        combine: .seconds(2),
        schedule
      )
    }
    #expect(
      Self.simulated(uneven(.barriers), width: 24) == """
        1 fetch     ░░
        1 summarise           ██████████
        2 fetch     ░░░░░░░░░░
        2 summarise           ██
          combine                       ▓▓▓▓
                    └───────────┴──────────┘
                    0         6.00   12.00 s
        """
    )
    #expect(
      Self.simulated(uneven(.streaming), width: 24) == """
        1 fetch     ░░░
        1 summarise    ███████████████
        2 fetch     ░░░░░░░░░░░░░░░
        2 summarise                ███
          combine                     ▓▓▓▓▓▓
                    └───────────┴──────────┘
                    0         4.00    8.00 s
        """
    )
  }

  @Test func `shows a step without length as a tick, and none of a kind as a note`() {
    let spans = [
      StepSpan(index: 1, step: "fetch", start: 0, end: 5),
      StepSpan(index: 1, step: "extract", start: 5, end: 5.004),
      StepSpan(index: 1, step: "summarise", start: 5.004, end: 10),
      StepSpan(index: 2, step: "fetch", start: 10, end: 10.001),
      StepSpan(index: 2, step: "extract", start: 10.001, end: 10.002),
    ]
    #expect(
      Waterfall(spans, width: 20).lines == [
        "1 fetch     ░░░░░░░░░░", "1 summarise           ██████████",
        "2 fetch                        ╵", "            └─────────┴────────┘",
        "            0       5.00 10.00 s",
        "            extract: at most 0.0040 s each, too short to draw",
      ]
    )
  }

  @Test func `is never off by more than half a column`() {
    for width in [20, 37, 60, 100] {
      let spans = (0..<50).map { number in
        StepSpan(index: number + 1, step: "fetch", start: Double(number), end: Double(number) + 1)
      }
      let bars = Waterfall(spans, width: width).lines.prefix(50).map { $0.dropFirst(12) }
      let drawn = bars.reduce(0) { $0 + $1.count { $0 == "░" } }
      #expect(drawn == width)
      for (number, bar) in bars.enumerated() where bar.contains("░") {
        let column = Double(bar.prefix { $0 == " " }.count)
        #expect(abs(column - Double(number) / 50 * Double(width)) <= 0.5)
      }
    }
  }

  @Test func `draws nothing where nothing took time`() {
    #expect(Waterfall([]).lines.isEmpty)
    #expect(Waterfall([StepSpan(index: 1, step: "fetch", start: 0, end: 0)]).lines.isEmpty)
  }
}
