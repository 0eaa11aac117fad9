import Testing

@testable import ResearchCore

struct ExerciseFigureTests {
  @Test(
    arguments: [
      (2_000, "2,000"), (999.96, "1,000"), (200.05, "200.1"), (99.996, "100.0"), (22.034, "22.03"),
      (0.9996, "1.00"), (0.2312, "0.231"), (0, "0.000"),
    ] as [(Double, String)]
  )
  func `shows the digits that count`(seconds: Double, text: String) {
    #expect(ExerciseFigure.seconds(seconds) == text)
  }

  @Test(
    arguments: [
      (6.018, 6, "+0.3 %"), (5.9, 6, "-1.7 %"), (6.001, 6, "0.0 %"), (18, 6, "+200 %"),
      (5.9999, 6, "0.0 %"),
    ] as [(Double, Double, String)]
  )
  func `gives a difference its sign`(measured: Double, predicted: Double, text: String) {
    #expect(ExerciseFigure.difference(measured, from: predicted) == text)
  }

  @Test func `writes rates and sizes`() {
    #expect(ExerciseFigure.rate(24.93) == "24.9" && ExerciseFigure.rate(1_950.4) == "1,950")
    #expect(ExerciseFigure.megabytes(18_449_000) == "18.4")
  }
}
