import Testing

@testable import ResearchCore

/// The numbers of the mission, X1 to X7.
struct ExperimentTests {
  @Test(
    arguments: [
      (.oneByOne, [22]), (.barriers, [6]), (.streaming, [6, 12, 8]), (.slots, [18, 12, 9, 9, 6]),
      (.calls, [10, 5, 5, 2, 4.5, 2.25]), (.crowd, [2_000, 200, 20, 2, 40]),
      (.throughput, [2.5, 2.5, 2.5, 2.5]),
    ] as [(Experiment, [Double])]
  )
  func `predicts what the mission says`(_ experiment: Experiment, _ seconds: [Double]) {
    let predicted = experiment.cases.map(\.predicted)
    #expect(predicted == seconds.map { .milliseconds(Int64($0 * 1_000)) })
    #expect(experiment.cases.allSatisfy { $0.experiment == experiment })
  }

  @Test func `predicts calls a second`() {
    let rates = Experiment.throughput.cases.map(\.predictedRate)
    #expect(rates == [2, 20, 200, 2_000])
    #expect(Experiment.throughput.cases.map(\.count) == [5, 50, 500, 5_000])
    #expect(Experiment.slots.cases.allSatisfy { $0.predictedRate == nil })
  }

  @Test func `keeps what the tutorial says, right or wrong`() {
    let told = Experiment.allCases.map { $0.cases.map { $0.tutorial?.text ?? "-" } }
    #expect(
      told == [
        ["22 s"], ["6 s"], ["-", "-", "-"], ["-", "-", "-", "-", "-"],
        ["10 s", "5 s", "5 s", "2 s", "4.5 s", "2.25 s"],
        ["2,000 s", "200 s", "20 s", "8 s", "10 s"],
        ["2/s", "20/s", "80/s", "200/s"],
      ]
    )
  }

  @Test func `objects to what the prediction contradicts, and to nothing else`() {
    for row in Experiment.allCases.flatMap(\.cases) {
      guard let claim = row.tutorial else { continue }
      let isRight =
        switch claim.figure {
        case .seconds(let seconds): seconds == row.predicted.seconds
        case .perSecond(let rate): rate == row.predictedRate
        }
      #expect((claim.objection == nil) == isRight, "\(row.name)")
    }
  }

  @Test(arguments: [0.01, 0.1, 2, 10])
  func `multiplies delays and predictions`(scale: Double) {
    for row in Experiment.allCases.flatMap(\.cases) {
      let scaled = row.scaled(by: scale)
      #expect(abs(scaled.predicted.seconds - row.predicted.seconds * scale) < 1e-9)
      #expect(scaled.count == row.count && scaled.tutorial == row.tutorial)
    }
  }

  @Test func `computes only the row that takes half an hour`() {
    let long = Experiment.allCases.flatMap(\.cases).filter(\.isLong)
    #expect(long.map(\.predicted) == [.seconds(2_000)])
  }
}
