import Testing

@testable import Extraction

@Suite struct ScriptDaysTests {
  @Test(arguments: [
    (#"{"publishedAt":"2026-01-31T10:00"}"#, ["2026-01-31"]),
    (#"{\"publish_date\":\"2026-01-31\"}"#, ["2026-01-31"]),
    ("pubDate: 1769817600", ["2026-01-31"]), ("createdAt : 1769817600000,", ["2026-01-31"]),
    (#"{"expires":"2026-01-31"}"#, []), (#"{"publishedAt":"soon"}"#, []), ("publishedAt:", []),
    (":", []), ("", []),
    ("pubDate: 17698176001", []),
  ])
  func `reads what scripts call the publication`(script: String, days: [String]) {
    let readings = ScriptDays.readings(in: Array(script.utf8), DayReader(isMonthFirst: false))
    #expect(readings.map(\.day.text) == days)
  }

  @Test func `reads a few and no more`() {
    let script = String(repeating: "pubdate:2026-01-31,", count: 1000)
    #expect(ScriptDays.readings(in: Array(script.utf8), DayReader(isMonthFirst: false)).count == 4)
  }
}
