import FlowControl
import Testing

/// Sunday, 6 November 1994, 08:49:37, the date of RFC 9110's examples.
private let example = 784_111_777.0
private let year = Duration.seconds(365 * 86_400)

@Suite struct RetryAfterTests {
  @Test(arguments: [
    ("0", Duration.zero), ("120", .seconds(120)), (" 7\t ", .seconds(7)), ("007", .seconds(7)),
    ("31536000", year), ("31536001", year), ("9223372036854775808", year),
    (String(repeating: "9", count: 100_000), year),
    (String(repeating: "0", count: 100_000) + "5", .seconds(5)),
  ])
  func `reads seconds`(header: String, delay: Duration) {
    #expect(RetryAfter.delay(header, now: example) == delay)
  }

  @Test(arguments: [
    ("0", Duration.zero), ("1500", .milliseconds(1_500)), (" 20.75 ", .milliseconds(20)),
    ("31536000001", year), (String(repeating: "9", count: 100_000), year), ("", nil), ("-1", nil),
    ("1e3", nil), ("1.", nil), (".5", nil), ("1.5.5", nil), ("2s", nil), ("nan", nil),
    ("Sun, 06 Nov 1994 08:49:37 GMT", nil),
  ])
  func `reads the milliseconds of model endpoints`(header: String, delay: Duration?) {
    #expect(RetryAfter.milliseconds(header) == delay)
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "  Sun, 06 Nov 1994 08:49:37 GMT ", "Sun Nov 06 08:49:37 1994", "Mon, 06 Nov 1994 08:49:37 GMT",
  ])
  func `reads the three forms of a date`(header: String) {
    #expect(RetryAfter.delay(header, now: example - 90) == .seconds(90))
    #expect(RetryAfter.delay(header, now: example - 0.5) == .milliseconds(500))
    #expect(RetryAfter.delay(header, now: example) == .zero)
    #expect(RetryAfter.delay(header, now: example + 1) == .zero)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("Thu, 01 Jan 1970 00:00:01 GMT", 1),
    ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600), ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800),
    ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
    ("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800),
    ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
  ])
  func `knows the calendar`(header: String, secondsSince1970: Double) {
    #expect(
      RetryAfter.delay(header, now: max(0, secondsSince1970 - 1))
        == .seconds(min(1, secondsSince1970))
    )
    #expect(RetryAfter.delay(header, now: secondsSince1970 + 1) == .zero)
  }

  @Test func `knows every day of four centuries`() {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var days = 0.0
    for year in 1970..<2370 {
      let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(months, lengths) {
        for day in [1, 9, 10, length] {
          let date = "Sun, \(day < 10 ? "0" : "")\(day) \(month) \(year) 00:01:00 GMT"
          let now = (days + Double(day) - 1) * 86_400
          if RetryAfter.delay(date, now: now) != .seconds(60) { Issue.record("\(date)") }
        }
        let tooLate = "Sun, \(length + 1) \(month) \(year) 00:01:00 GMT"
        if RetryAfter.delay(tooLate, now: 0) != nil { Issue.record("\(tooLate)") }
        days += Double(length)
      }
    }
  }

  @Test(arguments: [
    // The year 2030 is within 50 years of 2026, and so is 1977; 2076 is, and 1926 is not.
    ("Sunday, 06-Nov-30 00:00:00 GMT", year), ("Sunday, 06-Nov-76 00:00:00 GMT", year),
    ("Sunday, 06-Nov-77 00:00:00 GMT", .zero), ("Sunday, 06-Nov-99 00:00:00 GMT", .zero),
  ])
  func `takes a short year to be near`(header: String, delay: Duration) {
    #expect(RetryAfter.delay(header, now: 1_785_000_000) == delay)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -1e300, 1e300, -1])
  func `stands a clock that is wrong`(now: Double) {
    #expect(RetryAfter.delay("60", now: now) == .seconds(60))
    let delay = RetryAfter.delay("Sunday, 06-Nov-94 08:49:37 GMT", now: now)
    #expect(delay == .zero || delay == year)
  }

  @Test(arguments: [
    "", " ", "\t", "-1", "+1", "1.5", "1,5", "1 2", "0x10", "1e3", "soon", "١٢", "60s", "NaN",
    "Sun", "Sun,", "Sun, ", "06 Nov 1994 08:49:37 GMT", "Foo, 06 Nov 1994 08:49:37 GMT",
    "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 31 Nov 1994 08:49:37 GMT",
    "Tue, 29 Feb 2100 00:00:00 GMT", "Sun, 29 Feb 2023 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 08:49:37 GMT+1",
    "Sun, 06 Nuv 1994 08:49:37 GMT",
    "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov -994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:3\u{0} GMT",
    "Sun Nov  6 08:49:37 94", "Sunday, 06-Nov-1994-08:49:37", "\u{FF11}",
    "Sun, 06 N\u{F6}v 1994 08:49:37 GMT",
    String(repeating: "Sun, ", count: 50_000),
  ])
  func `takes nothing else`(header: String) {
    #expect(RetryAfter.delay(header, now: example) == nil)
  }
}
