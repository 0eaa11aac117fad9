/// A date as HTTP writes it, in its three forms (RFC 9110, section 5.6.7).
///
/// Its day of the week has to be one, but not the right one: it adds nothing to the date.
struct HTTPDate {
  /// `D`, `Y`, `h`, `n` and `s` stand for digits of the day, year, hour, minute and second, `_` for
  /// a digit of the day or a blank, `m` for a letter of the month, the rest for itself.
  private static let forms = [
    ", DD mmm YYYY hh:nn:ss GMT", ", DD-mmm-YY hh:nn:ss GMT", " mmm _D hh:nn:ss YYYY",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let year: Int
  private let month: Int
  private let day: Int
  private let hour: Int
  private let minute: Int
  private let second: Int

  /// Reads a date; nil unless it is one that exists.
  ///
  /// A year of two digits is taken to be at most 50 years after `currentYear` (same section).
  init?(_ bytes: ArraySlice<UInt8>, currentYear: Int) {
    guard let rest = Self.afterWeekday(bytes) else { return nil }
    let readings = Self.forms.lazy.compactMap { Reading(rest, form: $0) }
    guard let read = readings.first else { return nil }
    guard let index = Self.months.firstIndex(of: read.month) else { return nil }
    month = index + 1
    let earliest = currentYear - 49
    year = read.yearDigits == 4 ? read.year : earliest + (read.year + 10_000 - earliest) % 100
    (day, hour, minute, second) = (read.day, read.hour, read.minute, read.second)
    // The second 60 is a leap second (same section).
    guard 1...daysInMonth ~= day, hour < 24, minute < 60, second <= 60 else { return nil }
  }

  /// The time since 1970, without leap seconds.
  var secondsSince1970: Int {
    ((daysSince1970 * 24 + hour) * 60 + minute) * 60 + second
  }

  private var daysInMonth: Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in years that begin in March, so that the leap day comes last; 400 years more keep
  /// the first ones above zero.
  private var daysSince1970: Int {
    let years = (month > 2 ? year : year - 1) + 400
    let leapDays = years / 4 - years / 100 + years / 400
    let daysBeforeMonth = (153 * ((month + 9) % 12) + 2) / 5
    return 365 * years + leapDays + daysBeforeMonth + day - 1 - 865_565
  }

  private static func afterWeekday(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let bytesOfName = bytes.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") }
    let name = String(decoding: bytesOfName, as: UTF8.self)
    let isKnown = weekdays.contains { $0 == name || $0.prefix(3) == name }
    return isKnown ? bytes[bytesOfName.endIndex...] : nil
  }
}

/// What stands in the places of a form.
private struct Reading {
  private(set) var day = 0
  private(set) var month = ""
  private(set) var year = 0
  private(set) var yearDigits = 0
  private(set) var hour = 0
  private(set) var minute = 0
  private(set) var second = 0

  /// Nil where `bytes` do not have the form.
  init?(_ bytes: ArraySlice<UInt8>, form: String) {
    guard bytes.count == form.utf8.count else { return nil }
    for (byte, place) in zip(bytes, form.utf8) {
      guard take(byte, at: place) else { return nil }
    }
  }

  private mutating func take(_ byte: UInt8, at place: UInt8) -> Bool {
    switch Unicode.Scalar(place) {
    case "D": return Self.add(byte, to: &day)
    case "_": return byte == UInt8(ascii: " ") || Self.add(byte, to: &day)
    case "Y":
      yearDigits += 1
      return Self.add(byte, to: &year)
    case "h": return Self.add(byte, to: &hour)
    case "n": return Self.add(byte, to: &minute)
    case "s": return Self.add(byte, to: &second)
    case "m":
      month.unicodeScalars.append(Unicode.Scalar(byte))
      return true
    default: return byte == place
    }
  }

  private static func add(_ byte: UInt8, to value: inout Int) -> Bool {
    guard let digit = Int(decimalDigit: byte) else { return false }
    value = 10 * value + digit
    return true
  }
}

extension Int {
  /// The value of an ASCII digit.
  init?(decimalDigit byte: UInt8) {
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
    self.init(byte - UInt8(ascii: "0"))
  }
}
