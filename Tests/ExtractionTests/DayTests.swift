import Testing

@testable import Extraction

@Suite struct DayTests {
  @Test(arguments: [
    // Nowruz of several years, and the ends of a leap year and a common one.
    (1403, 1, 1, "2024-03-20"), (1404, 1, 1, "2025-03-21"), (1402, 12, 29, "2024-03-19"),
    (1403, 12, 30, "2025-03-20"),
    (1399, 7, 1, "2020-09-22"), (1378, 10, 11, "2000-01-01"),
    (2569, 2, 28, "2026-02-28"), (2026, 2, 28, "2026-02-28"), (1403, 13, 1, nil), (1403, 1, 0, nil),
    (1850, 1, 1, nil),
  ])
  func `reads the years of three calendars`(year: Int, month: Int, day: Int, text: String?) {
    #expect(Day(anyYear: year, month, day)?.text == text)
  }

  @Test func `counts days`() throws {
    let one = try #require(Day(2024, 2, 28))
    let other = try #require(Day(2024, 3, 1))
    #expect(other.ordinal - one.ordinal == 2)
    #expect(Day(secondsSince1970: 0) == nil)
    #expect(Day(secondsSince1970: 1_709_164_800)?.text == "2024-02-29")
  }
}
