import Testing

@testable import research

struct CalendarDayTests {
  @Test(arguments: [("0", "1970-01-01"), ("1795305600", "2026-11-22"), ("951782400", "2000-02-29")])
  func `tells the day of a second`(_ epoch: String, _ day: String) {
    #expect(CalendarDay(epoch: epoch)?.text == day)
  }

  @Test(arguments: ["", "-1", "x", "1.5", "99999999999999"])
  func `passes over rubbish`(_ epoch: String) {
    #expect(CalendarDay(epoch: epoch) == nil)
  }
}
