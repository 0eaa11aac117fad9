import Glibc

/// A day of the calendar in UTC.
struct CalendarDay {
  /// The day as ISO 8601 has it: `2026-11-21`.
  let text: String

  /// The day of a number of seconds since 1970, as SOURCE_DATE_EPOCH gives it; nil for rubbish.
  init?(epoch: String) {
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else { return nil }
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    let (year, month, day) = (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    text = [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}
