/// Tells whether a page writes the month before the day.
enum DayOrder {
  /// What the dates with slashes say of which one number cannot be a month; nil where none does or they disagree.
  static func isMonthFirst(in text: [UInt8]) -> Bool? {
    var monthFirst = 0
    var dayFirst = 0
    var index = text.place(of: 0x2F, in: 0..<text.count)
    while index < text.count && monthFirst + dayFirst < 16 {
      if let (first, second) = pair(at: index, in: text) {
        if first > 12 && second <= 12 { dayFirst += 1 }
        if second > 12 && first <= 12 { monthFirst += 1 }
      }
      index = text.place(of: 0x2F, in: (index + 1)..<text.count)
    }
    guard (monthFirst > 0) != (dayFirst > 0) else { return nil }
    return monthFirst > 0
  }

  /// The numbers of "31/12/2026" at its first slash.
  private static func pair(at slash: Int, in text: [UInt8]) -> (Int, Int)? {
    let before = text[max(0, slash - 3)..<slash].reversed().prefix(while: \.isASCIIDigit).count
    let behind = text[(slash + 1)..<min(text.count, slash + 4)].prefix(while: \.isASCIIDigit).count
    let next = slash + 1 + behind
    guard (1...2).contains(before), (1...2).contains(behind), next + 4 < text.count,
      text[next] == 0x2F, text[(next + 1)...(next + 4)].allSatisfy(\.isASCIIDigit)
    else { return nil }
    func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let pair = (number((slash - before)..<slash), number((slash + 1)..<next))
    return (1...31).contains(pair.0) && (1...31).contains(pair.1) ? pair : nil
  }

  /// What language and country say: the month leads in American English, and in English of no country that writes otherwise.
  static func isMonthFirst(language: String?, host: String) -> Bool {
    let country = host.split(separator: ".").last.map(String.init) ?? ""
    if ["us", "gov", "edu", "mil"].contains(country) { return true }
    let hasOwnOrder = country.utf8.count == 2 && !["io", "co", "tv", "me", "ai"].contains(country)
    guard !hasOwnOrder else { return false }
    guard let language else { return true }
    return language == "en" || language == "en-US"
  }
}
