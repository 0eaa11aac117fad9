/// Finds days in texts of machines and of people, in the orders and with the month names of many languages.
struct DayReader: Sendable {
  /// "3/4/2026" is the third of April, unless this is set.
  let isMonthFirst: Bool

  private enum Token {
    case number(Int, digits: Int, start: Int, end: Int, after: UInt8)
    case month(Int, start: Int, end: Int)
    case word(end: Int)
  }

  /// The day that a machine wrote: ISO 8601 with or without signs, seconds or milliseconds since 1970, else as people do.
  func machineDay(_ text: ArraySlice<UInt8>) -> Day? {
    let trimmed = text.trimmedHTMLSpace()
    if trimmed.allSatisfy(\.isASCIIDigit), trimmed.count == 10 || trimmed.count == 13 {
      let seconds = trimmed.prefix(10).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return Day(secondsSince1970: seconds)
    }
    if trimmed.count >= 8, trimmed.prefix(8).allSatisfy(\.isASCIIDigit) {
      let digits = trimmed.prefix(8).map { Int($0 - 0x30) }
      let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
      if let day = Day(year, digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]) { return day }
    }
    return days(in: text, most: 1).first?.day
  }

  /// The days in a text with the places where they begin.
  func days(in text: ArraySlice<UInt8>, most: Int = 5) -> [(place: Int, day: Day)] {
    guard text.contains(where: { $0.isASCIIDigit }) else { return [] }
    let tokens = tokens(of: text.prefix(2000))
    var result: [(place: Int, day: Day)] = []
    var index = 0
    while index + 2 < tokens.count && result.count < most {
      if let found = day(tokens[index], tokens[index + 1], tokens[index + 2]) {
        result.append(found)
        index += 3
      } else {
        index += 1
      }
    }
    return result
  }

  private func day(_ first: Token, _ second: Token, _ third: Token) -> (place: Int, day: Day)? {
    switch (first, second, third) {
    case (
      .number(let a, let aDigits, let start, let aEnd, let sign),
      .number(let b, let bDigits, let bStart, let bEnd, let nextSign),
      .number(let c, let cDigits, let cStart, _, _)
    ):
      guard bStart - aEnd <= 5, cStart - bEnd <= 5, bDigits <= 2 else { return nil }
      if aDigits == 4 && cDigits <= 2 { return Day(a, b, c).map { (start, $0) } }
      guard aDigits <= 2, sign == nextSign, "./-".utf8.contains(sign) else { return nil }
      guard cDigits == 4 || (cDigits == 2 && sign != 0x2D) else { return nil }
      let year = cDigits == 4 ? c : 2000 + c
      let dayFirst = Day(year, b, a)
      let monthFirst = Day(year, a, b)
      let day = sign != 0x2E && isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
      return day.map { (start, $0) }
    case (
      .number(let a, let digits, let start, let aEnd, _), .month(let month, let mStart, let mEnd),
      .number(let c, let cDigits, let cStart, _, _)
    ):
      guard mStart - aEnd <= 6, cStart - mEnd <= 6 else { return nil }
      if digits == 4 && cDigits <= 2 { return Day(a, month, c).map { (start, $0) } }
      guard digits <= 2, cDigits == 4 else { return nil }
      return Day(c, month, a).map { (start, $0) }
    case (
      .month(let month, let start, let mEnd), .number(let d, let digits, let dStart, let dEnd, _),
      .number(let year, let yearDigits, let yStart, _, _)
    ):
      guard digits <= 2, yearDigits == 4, dStart - mEnd <= 4, yStart - dEnd <= 12 else {
        return nil
      }
      return Day(year, month, d).map { (start, $0) }
    default: return nil
    }
  }

  private func tokens(of text: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let start = index
      if byte.isASCIIDigit {
        while index < text.endIndex && text[index].isASCIIDigit { index += 1 }
        let value = text[start..<min(index, start + 9)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let after = index < text.endIndex ? text[index] : 0
        // A time of day is no part of a date: its numbers would be taken for days.
        let isTime = after == 0x3A || (start > text.startIndex && text[start - 1] == 0x3A)
        if !isTime {
          tokens.append(
            .number(value, digits: index - start, start: start, end: index, after: after)
          )
        }
      } else if byte.isASCIILetter || byte >= 0xC3 {
        while index < text.endIndex, text[index].isASCIILetter || text[index] >= 0x80 { index += 1 }
        append(text[start..<index], to: &tokens)
      } else {
        index += 1
      }
    }
    return tokens
  }

  private func append(_ word: ArraySlice<UInt8>, to tokens: inout [Token]) {
    guard let hash = WordFolder.words(word, limit: 1).first else { return }
    if let month = MonthNames.table[hash] {
      tokens.append(.month(month, start: word.startIndex, end: word.endIndex))
    } else if !Self.fillers.contains(hash) {
      tokens.append(.word(end: word.endIndex))
    }
  }

  /// Words that stand between the parts of a date.
  private static let fillers = Set(
    "de of del d st nd rd th er the at t 年 月 日 년 월 일".split(separator: " ")
      .map { WordFolder.word(String($0)) }
  )
}
