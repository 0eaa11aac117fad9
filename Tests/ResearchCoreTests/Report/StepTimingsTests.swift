import Testing

@testable import ResearchCore

struct StepTimingsTests {
  @Test func `takes percentiles by nearest rank`() {
    var timings = StepTimings()
    for second in 1...20 {
      var record = Record.Timings()
      record.fetch = Double(second)
      if second == 1 { record.summarise = 0.5 }
      timings.add(record)
    }
    timings.add(nil)
    #expect(
      timings.rows == [
        StepTimings.Row(step: "fetch", pages: 20, median: 10, percentile95: 19, slowest: 20),
        StepTimings.Row(step: "summarise", pages: 1, median: 0.5, percentile95: 0.5, slowest: 0.5),
      ]
    )
  }

  @Test func `leaves out what is no duration`() {
    var timings = StepTimings()
    var record = Record.Timings()
    (record.fetch, record.extract, record.summarise) = (-1, .nan, 1e300)
    timings.add(record)
    #expect(timings.rows.isEmpty)
  }

  @Test(arguments: [
    (0, "0.0 ms"), (0.0004, "0.4 ms"), (0.00995, "10.0 ms"), (0.0124, "12 ms"), (0.412, "412 ms"),
    (1, "1.0 s"), (1.94, "1.9 s"), (1_234.5, "1,234.5 s"), (1e300, "100,000,000,000,000.0 s"),
  ])
  func `writes durations for people`(seconds: Double, expected: String) {
    #expect(StepTimings.text(seconds) == expected)
  }
}
