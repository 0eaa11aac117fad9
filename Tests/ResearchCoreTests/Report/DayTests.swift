import Testing

@testable import ResearchCore

struct DayTests {
  @Test(arguments: [
    ("2026-11-21", "21 November 2026"), ("2026-03-03T10:43:08Z", "3 March 2026"),
    ("0001-01-01 x", "1 January 1"), ("2024-02-29", "29 February 2024"),
    ("2000-02-29", "29 February 2000"), ("2026-04-30", "30 April 2026"),
  ])
  func `reads a day`(text: String, long: String) {
    #expect(Day(text)?.long == long)
    #expect(Day(text)?.text == String(text.prefix(10)))
  }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-00-01", "2026-01-32", "2026-02-31", "2026-02-29", "1900-02-29",
    "2026-04-31", "2026-05-00",
    "2026-1-1-1-1", "20261-1-01",
    "2026-11-211", "2026-11-21\"", "٢٠٢٦-١١-٢١",
  ])
  func `reads nothing else`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `orders days`() throws {
    let days = try ["2026-01-02", "2025-12-31", "2026-01-01"].map { try #require(Day($0)) }
    #expect(days.sorted().map(\.text) == ["2025-12-31", "2026-01-01", "2026-01-02"])
  }
}
