/// Finds the day that publishing systems write into addresses.
enum AddressDay {
  private enum Part {
    case number(Int, digits: Int)
    case month(Int)
    case other
  }

  /// A day in the path of an address: /2026/01/31/, 2026-01-31, 20260131, 31012026, /2026/jan/31/.
  static func day(in address: [UInt8]) -> Day? {
    let parts = parts(of: address)
    for index in parts.indices {
      if case .number(let value, digits: 8) = parts[index], let day = day(packed: value) {
        return day
      }
      guard index >= 2 else { continue }
      if let day = day(parts[index - 2], parts[index - 1], parts[index]) { return day }
    }
    return nil
  }

  /// The year and month in the path of an address: /2026/01/.
  static func month(in address: [UInt8]) -> (year: Int, month: Int)? {
    let parts = parts(of: address)
    for (year, month) in zip(parts, parts.dropFirst()) {
      if case .number(let year, digits: 4) = year, case .number(let month, digits: 1...2) = month,
        (1990...2100).contains(year), (1...12).contains(month)
      {
        return (year, month)
      }
    }
    return nil
  }

  private static func day(packed value: Int) -> Day? {
    Day(value / 10_000, value / 100 % 100, value % 100)
      ?? Day(value % 10_000, value / 10_000 % 100, value / 1_000_000)
  }

  private static func day(_ first: Part, _ second: Part, _ third: Part) -> Day? {
    switch (first, second, third) {
    case (.number(let year, digits: 4), .number(let month, digits: 1...2), .number(let day, 1...2)):
      Day(year, month, day)
    case (.number(let day, digits: 1...2), .number(let month, 1...2), .number(let year, digits: 4)):
      Day(year, month, day) ?? Day(year, day, month)
    case (.number(let year, digits: 4), .month(let month), .number(let day, digits: 1...2)):
      Day(year, month, day)
    default: nil
    }
  }

  /// Numbers and English months between signs; whatever else stands between two of them keeps them apart.
  private static func parts(of address: [UInt8]) -> [Part] {
    var path = address.prefix { $0 != 0x3F && $0 != 0x23 }
    if let place = path.prefix(12).firstIndex(ofFolded: "://", from: 0) {
      path = path[(place + 3)...].drop { $0 != 0x2F }
    }
    return path.split { "/-_.".utf8.contains($0) }.flatMap { part -> [Part] in
      if part.allSatisfy(\.isASCIIDigit) { return [number(part)] }
      if let month = WordFolder.words(part, limit: 1).first.flatMap({ MonthNames.table[$0] }) {
        return [.month(month)]
      }
      // "nid31012026" and "20260131T" end or begin with a day.
      let digits = part.suffix(while: \.isASCIIDigit)
      let first = part.prefix(while: \.isASCIIDigit)
      return [digits, first].filter { $0.count == 8 }.map(number) + [.other]
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Part {
    .number(digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: digits.count)
  }
}

extension ArraySlice<UInt8> {
  /// The longest ending of which each byte passes.
  fileprivate func suffix(while passes: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex && passes(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
