import Testing

@testable import Extraction

@Suite struct DayOrderTests {
  @Test(arguments: [
    ("on 31/12/2025.", false), ("on 12/31/2025.", true), ("12/31/2025 and 31/12/2025", nil),
    ("1/2/2026 ", nil),
    ("31/12/25 ", nil), ("99/12/2025 ", nil), ("and/or/2025", nil), ("/", nil), ("", nil),
  ])
  func `learns the order from dates that have but one`(text: String, isMonthFirst: Bool?) {
    #expect(DayOrder.isMonthFirst(in: Array(text.utf8)) == isMonthFirst)
  }

  @Test(arguments: [
    ("en", "a.com", true), ("en-US", "a.com", true), ("en-GB", "a.com", false),
    ("de", "a.com", false),
    ("en", "a.de", false), ("de", "a.us", true), (nil, "a.org", true), ("en", "a.io", true),
    (nil, "", true),
  ])
  func `else asks language and country`(language: String?, host: String, isMonthFirst: Bool) {
    #expect(DayOrder.isMonthFirst(language: language, host: host) == isMonthFirst)
  }
}
