/// A day of the calendar.
struct Day: Sendable, Hashable, Comparable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil when there is no such day, or no page could be of it (before 1990, after 2100).
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1990...2100).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The same, for a year of the Buddhist or the Persian calendar too, which no year of a page could be otherwise.
  init?(anyYear year: Int, _ month: Int, _ day: Int) {
    switch year {
    case 2533...2643: self.init(year - 543, month, day)
    case 1369...1478: self.init(persian: year, month, day)
    default: self.init(year, month, day)
    }
  }

  /// A day of the Persian calendar by its cycle of 33 years, which agrees with the observed one from 1342 to 1502.
  private init?(persian year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let dayOfYear = (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + day - 1
    func leapDays(_ year: Int) -> Int { (year + 1595) / 33 * 8 + ((year + 1595) % 33 + 3) / 4 }
    // The first day of 1349 was 21 March 1970, the eightieth of its year.
    let days = (year - 1349) * 365 + leapDays(year) - leapDays(1349) + 79 + dayOfYear
    self.init(secondsSince1970: days * 86_400)
  }

  /// The day of a time in seconds since 1970, in UTC (days from civil, Howard Hinnant's algorithm).
  init?(secondsSince1970 seconds: Int) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// ISO 8601, such as "2026-01-31".
  var text: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Days from a fixed one, for differences.
  var ordinal: Int {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
