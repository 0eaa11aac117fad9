/// Finds the day that publishing systems write into addresses.
enum AddressDay {
  /// A day in the path of an address: /2026/01/31/, 2026-01-31, 20260131.
  static func day(in address: [UInt8]) -> Day? {
    var numbers: [(value: Int, digits: Int, end: Int)] = []
    var index = 0
    let path = address.prefix { $0 != 0x3F }
    while index < path.count {
      guard path[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      while index < path.count && path[index].isASCIIDigit { index += 1 }
      let digits = index - start
      guard digits <= 8 else { continue }
      let value = path[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if digits == 8, let day = Day(value / 10_000, value / 100 % 100, value % 100) { return day }
      numbers.append((value, digits, start))
      guard numbers.count >= 3 else { continue }
      let last = numbers.suffix(3).map(\.self)
      let isTight = last[2].end - last[1].end <= 3 && last[1].end - last[0].end <= 5
      guard isTight, last[1].digits <= 2 else { continue }
      if last[0].digits == 4, last[2].digits <= 2,
        let day = Day(last[0].value, last[1].value, last[2].value)
      {
        return day
      }
      if last[2].digits == 4, last[0].digits <= 2,
        let day = Day(last[2].value, last[1].value, last[0].value)
      {
        return day
      }
    }
    return nil
  }
}
