/// A time as RFC 3339 writes it: `2026-11-22T16:10:22.5Z`, or with an offset.
struct Timestamp {
  /// Without leap seconds.
  let secondsSince1970: Double

  /// Nil unless it is one that exists.
  init?(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count >= 20, Self.matches(bytes[..<19]),
      let offset = Self.offset(bytes[19...].drop { $0 == UInt8(ascii: ".") || Self.isDigit($0) })
    else { return nil }
    let numbers = bytes[..<19].split { !Self.isDigit($0) }.map { Self.number($0) }
    let (month, day, hour, minute, second) = (
      numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    )
    guard 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second <= 60 else { return nil }
    let days = Self.days(numbers[0], month, day)
    let whole = ((days * 24 + hour) * 60 + minute) * 60 + second
    secondsSince1970 = Double(whole) + Self.fraction(bytes[19...]) - offset
  }

  private static func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, "0000-00-00T00:00:00".utf8).allSatisfy { byte, place in
      place == UInt8(ascii: "0") ? isDigit(byte) : byte == place || byte == place | 0x20
    }
  }

  /// In seconds; nil where there is neither `Z` nor an offset.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Double? {
    let bytes = Array(bytes)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      [1, 2, 4, 5].allSatisfy({ isDigit(bytes[$0]) }),
      [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[0])
    else { return nil }
    let seconds = number(bytes[1...2]) * 3_600 + number(bytes[4...5]) * 60
    return Double(bytes[0] == UInt8(ascii: "+") ? seconds : -seconds)
  }

  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Double {
    guard bytes.first == UInt8(ascii: ".") else { return 0 }
    let digits = bytes.dropFirst().prefix { isDigit($0) }
    return Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// Counts in years that begin in March, so that the leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = (month > 2 ? year : year - 1) + 400
    let leapDays = years / 4 - years / 100 + years / 400
    return 365 * years + leapDays + (153 * ((month + 9) % 12) + 2) / 5 + day - 1 - 865_565
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
