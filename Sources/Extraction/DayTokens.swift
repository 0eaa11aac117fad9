/// Cuts a text into the numbers, month names and other words of which dates are made.
struct DayTokens {
  /// A number or the name of a month.
  struct Part: Sendable {
    /// The number, or the month from 1.
    let value: Int
    /// How many digits it has; 0 for a name.
    let digits: Int
    let start: Int
    let end: Int
    /// The bytes before and behind it, 0 at the ends.
    let before: UInt8
    let after: UInt8
  }

  enum Token: Sendable {
    case number(Part)
    case month(Part)
    case word

    /// Where a number or a name ends, 0 for other words.
    var end: Int {
      switch self {
      case .number(let part), .month(let part): part.end
      case .word: 0
      }
    }
  }

  private var tokens: [Token] = []
  /// What the number of a year counts from, behind the name of a Japanese era.
  private var era = 0

  static func tokens(of text: ArraySlice<UInt8>) -> [Token] {
    var result = DayTokens()
    result.read(text)
    return result.tokens
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte.isASCIIDigit || Self.digit(text, index) != nil {
        index = readNumber(text, index)
      } else if byte.isASCIILetter || byte >= 0xC3 {
        let start = index
        while index < text.endIndex,
          text[index].isASCIILetter || (text[index] >= 0x80 && Self.digit(text, index) == nil)
        {
          index += 1
        }
        let after = index < text.endIndex ? text[index] : 0
        append(text[start..<index], after)
      } else {
        index += 1
      }
    }
  }

  private mutating func readNumber(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var index = start
    var value = 0
    var digits = 0
    while index < text.endIndex, let digit = Self.digit(text, index) {
      if digits < 9 { value = value * 10 + digit.value }
      digits += 1
      index += digit.length
    }
    let after = index < text.endIndex ? text[index] : 0
    // A time of day is no part of a date: its numbers would be taken for days.
    let isTime = after == 0x3A || (start > text.startIndex && text[start - 1] == 0x3A)
    if !isTime {
      if era > 0 && digits <= 2 {
        value += era
        digits = 4
      }
      tokens.append(
        .number(
          Part(
            value: value,
            digits: digits,
            start: start,
            end: index,
            before: start > text.startIndex ? text[start - 1] : 0,
            after: after
          )
        )
      )
    }
    era = 0
    return index
  }

  private mutating func append(_ word: ArraySlice<UInt8>, _ after: UInt8) {
    guard let hash = WordFolder.words(word, limit: 1).first else { return }
    if let month = MonthNames.table[hash] {
      let part = Part(
        value: month,
        digits: 0,
        start: word.startIndex,
        end: word.endIndex,
        before: 0,
        after: after
      )
      tokens.append(.month(part))
    } else if let start = Self.eras.first(where: {
      word.suffix($0.name.count).elementsEqual($0.name)
    }) {
      era = start.year
    } else if !Self.fillers.contains(hash) {
      tokens.append(.word)
    }
  }

  /// The decimal digit of any of the scripts that write dates with their own (Unicode's general category Nd).
  private static func digit(_ text: ArraySlice<UInt8>, _ index: Int) -> (value: Int, length: Int)? {
    let byte = text[index]
    if byte.isASCIIDigit { return (Int(byte - 0x30), 1) }
    guard byte >= 0xD9, index + 1 < text.endIndex else { return nil }
    let second = text[index + 1]
    // Arabic and Persian.
    if byte == 0xD9, (0xA0...0xA9).contains(second) { return (Int(second - 0xA0), 2) }
    if byte == 0xDB, (0xB0...0xB9).contains(second) { return (Int(second - 0xB0), 2) }
    guard byte == 0xE0 || byte == 0xEF, index + 2 < text.endIndex else { return nil }
    let third = text[index + 2]
    switch (byte, second) {
    // Devanagari, Bengali.
    case (0xE0, 0xA5), (0xE0, 0xA7):
      return (0xA6...0xAF).contains(third) ? (Int(third - 0xA6), 3) : nil
    // Thai, and the wide digits of East Asia.
    case (0xE0, 0xB9), (0xEF, 0xBC):
      return (0x90...0x99).contains(third) ? (Int(third - 0x90), 3) : nil
    default: return nil
    }
  }

  /// The years before the first of each era.
  private static let eras = [("令和", 2018), ("平成", 1988)]
    .map { (name: Array($0.0.utf8), year: $0.1) }

  /// Words that stand between the parts of a date.
  private static let fillers = Set(
    "de of del d st nd rd th er the at t m g gada года г р tháng năm 年 月 日 년 월 일 พ ศ"
      .split(separator: " ").map { WordFolder.word(String($0)) }
  )
}
