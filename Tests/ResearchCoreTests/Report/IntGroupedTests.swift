import Testing

@testable import ResearchCore

struct IntGroupedTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (12_034, "12,034"), (1_234_567, "1,234,567"),
    (-1_000, "-1,000"),
  ])
  func `groups digits by three`(number: Int, expected: String) {
    #expect(number.grouped == expected)
  }

  @Test func `counts in one or many`() {
    #expect(1.counting("page") == "1 page")
    #expect(0.counting("page") == "0 pages")
    #expect(1_240.counting("word") == "1,240 words")
  }
}
