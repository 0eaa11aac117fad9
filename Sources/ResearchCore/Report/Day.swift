/// A day of the calendar without a time of day, as a report shows it.
struct Day: Sendable, Hashable, Comparable {
  /// The day as ISO 8601: "2026-11-21".
  let text: String
  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads the day that an ISO 8601 date or time begins with; nil where there is none.
  init?(_ source: String?) {
    guard let bytes = source.map({ Array($0.utf8.prefix(11)) }), bytes.count >= 10 else {
      return nil
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    if bytes.count == 11, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") {
      return nil
    }
    guard let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month), day >= 1,
      day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    text = String(decoding: bytes[0..<10], as: UTF8.self)
  }

  /// The day in words: "21 November 2026".
  var long: String { "\(day) \(Self.months[month - 1]) \(year)" }

  static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// How many days a month has in the Gregorian calendar.
  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
