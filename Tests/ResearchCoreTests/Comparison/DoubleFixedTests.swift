import Testing

@testable import ResearchCore

struct DoubleFixedTests {
  @Test(
    arguments: [
      (0, 0, "0"), (2.5, 0, "3"), (2_000, 2, "2,000.00"), (3.666_67, 2, "3.67"), (0.05, 1, "0.1"),
      (1.005, 3, "1.005"), (-1.25, 1, "-1.3"), (-0.04, 1, "0.0"), (0.9996, 3, "1.000"),
      (12.000_000_1, 9, "12.000000"), (7, -1, "7"), (1e300, 2, "1e+300"), (.nan, 1, "nan"),
      (-.infinity, 0, "-inf"),
    ] as [(Double, Int, String)]
  )
  func `writes so many places`(number: Double, places: Int, text: String) {
    #expect(number.fixed(places) == text)
  }
}
