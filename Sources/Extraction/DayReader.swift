/// Finds days in texts of machines and of people, in the orders and with the month names of many languages.
struct DayReader: Sendable {
  /// "3/4/2026" is the third of April, unless this is set.
  let isMonthFirst: Bool

  /// A day within a text.
  struct Reading: Sendable {
    /// Where it begins.
    let place: Int
    let day: Day
    /// Where it ends; 0 where that is not known.
    var end = 0
    /// The day that the same digits mean with day and month the other way round, where that is one.
    var swapped: Day?
    /// What clock a machine's day was read from.
    var zone = Zone.unknown
  }

  /// The clock that a stamp names.
  enum Zone { case unknown, utc, local }

  /// The day that a machine wrote: ISO 8601 with or without signs, seconds or milliseconds since 1970, else as people do.
  func machineDay(_ text: ArraySlice<UInt8>) -> Day? { machineReading(text)?.day }

  /// The same, with the other meaning of its digits.
  func machineReading(_ text: ArraySlice<UInt8>) -> Reading? {
    let trimmed = text.trimmedHTMLSpace()
    let place = trimmed.startIndex
    if trimmed.allSatisfy(\.isASCIIDigit), trimmed.count == 10 || trimmed.count == 13 {
      let seconds = trimmed.prefix(10).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return Day(secondsSince1970: seconds).map { Reading(place: place, day: $0) }
    }
    if trimmed.count >= 8, trimmed.prefix(8).allSatisfy(\.isASCIIDigit) {
      let digits = trimmed.prefix(8).map { Int($0 - 0x30) }
      let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
      if let day = Day(year, digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]) {
        return Reading(place: place, day: day)
      }
    }
    var reading = days(in: text, most: 1, isLabelled: true).first
    reading?.zone = Self.zone(of: trimmed)
    return reading
  }

  /// "Z" and "+00:00" are UTC, "-08:00" is local.
  private static func zone(of stamp: ArraySlice<UInt8>) -> Zone {
    let time = stamp.dropFirst(11).prefix(24)
    guard time.contains(0x3A) else { return .unknown }
    if time.last == 0x5A { return .utc }
    guard let sign = time.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }) else { return .unknown }
    let digits = time[(sign + 1)...].filter(\.isASCIIDigit)
    guard digits.count == 4 else { return .unknown }
    return digits.allSatisfy { $0 == 0x30 } ? .utc : .local
  }

  /// The days in a text with the places where they begin; `isLabelled` says that the page calls the text a date.
  func days(
    in text: ArraySlice<UInt8>,
    most: Int = 5,
    isLabelled: Bool = false
  ) -> [Reading] {
    guard text.contains(where: { $0.isASCIIDigit || $0 >= 0xD9 }) else { return [] }
    let tokens = DayTokens.tokens(of: text.prefix(2000))
    var result: [Reading] = []
    var index = 0
    while index + 2 < tokens.count && result.count < most {
      if var found = day(tokens[index], tokens[index + 1], tokens[index + 2], in: text, isLabelled)
      {
        found.end = tokens[index + 2].end
        result.append(found)
        index += 3
      } else {
        index += 1
      }
    }
    return result
  }

  private func day(
    _ first: DayTokens.Token,
    _ second: DayTokens.Token,
    _ third: DayTokens.Token,
    in text: ArraySlice<UInt8>,
    _ isLabelled: Bool
  ) -> Reading? {
    switch (first, second, third) {
    case (.number(let a), .number(let b), .number(let c)):
      isVersion(a, c, in: text)
        ? nil : numericDay(a, b, c, hasLabel: isLabelled || hasLabel(a, c, in: text))
    case (.number(let a), .month(let month), .number(let c)): namedDay(a, month, c)
    case (.month(let month), .number(let d), .number(let year)): monthFirstDay(month, d, year)
    case (.number(let year), .number(let d), .month(let month)):
      // "2026. gada 5. marts"
      year.digits == 4 && d.digits <= 2 && d.start - year.end <= 7 && month.start - d.end <= 3
        ? Day(anyYear: year.value, month.value, d.value).map { Reading(place: year.start, day: $0) }
        : nil
    default: nil
    }
  }

  private func numericDay(
    _ a: DayTokens.Part,
    _ b: DayTokens.Part,
    _ c: DayTokens.Part,
    hasLabel: Bool
  ) -> Reading? {
    guard b.start - a.end <= 5, c.start - b.end <= 5, b.digits <= 2 else { return nil }
    if a.digits == 4 && c.digits <= 2 {
      let day = Day(anyYear: a.value, b.value, c.value) ?? Day(a.value, c.value, b.value)
      return day.map { Reading(place: a.start, day: $0) }
    }
    guard a.digits <= 2, a.after == b.after, "./-".utf8.contains(a.after) else { return nil }
    guard c.digits == 4 || (c.digits == 2 && a.after != 0x2D) else { return nil }
    // "5.2.10" is a section or a version, unless something says that it is a day.
    let isShort = c.digits == 2 && a.after == 0x2E
    guard !isShort || (a.digits == 2 && b.digits == 2 && hasLabel) else { return nil }
    let year = c.digits == 4 ? c.value : 2000 + c.value
    let dayFirst = Day(anyYear: year, b.value, a.value)
    let monthFirst = Day(anyYear: year, a.value, b.value)
    guard a.after != 0x2E else {
      return (dayFirst ?? monthFirst).map { Reading(place: a.start, day: $0) }
    }
    let likely = isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
    let other = likely == dayFirst ? monthFirst : dayFirst
    return likely.map { Reading(place: a.start, day: $0, swapped: other == likely ? nil : other) }
  }

  private func namedDay(
    _ a: DayTokens.Part,
    _ month: DayTokens.Part,
    _ c: DayTokens.Part
  ) -> Reading? {
    guard month.start - a.end <= 6, c.start - month.end <= 6 else { return nil }
    if a.digits == 4 && c.digits <= 2 {
      return Day(anyYear: a.value, month.value, c.value).map { Reading(place: a.start, day: $0) }
    }
    guard a.digits <= 2 else { return nil }
    // "12-Jan-26" and "12 Jan '26", whose apostrophe may be a typographer's.
    let isMarked = month.after == 0x2D || c.before == 0x27 || c.before == 0x99
    let isShort = c.digits == 2 && c.value < 50 && isMarked
    guard c.digits == 4 || isShort else { return nil }
    let year = isShort ? 2000 + c.value : c.value
    return Day(anyYear: year, month.value, a.value).map { Reading(place: a.start, day: $0) }
  }

  private func monthFirstDay(
    _ month: DayTokens.Part,
    _ d: DayTokens.Part,
    _ year: DayTokens.Part
  ) -> Reading? {
    guard d.digits <= 2, year.digits == 4, d.start - month.end <= 4, year.start - d.end <= 12
    else { return nil }
    return Day(anyYear: year.value, month.value, d.value)
      .map { Reading(place: month.start, day: $0) }
  }
}

extension DayReader {
  /// Whether numbers belong to a longer one with points, or stand behind a word for versions and sections.
  private func isVersion(
    _ first: DayTokens.Part,
    _ last: DayTokens.Part,
    in text: ArraySlice<UInt8>
  ) -> Bool {
    let isLonger =
      first.before == 0x2E && first.start - 2 >= text.startIndex
      && text[first.start - 2].isASCIIDigit
    let goesOn =
      last.after == 0x2E && last.end + 1 < text.endIndex && text[last.end + 1].isASCIIDigit
    if isLonger || goesOn { return true }
    let before = text[max(text.startIndex, first.start - 16)..<first.start]
    if before.suffix(3).starts(with: "§".utf8) || before.suffix(2).starts(with: "§".utf8) {
      return true
    }
    return WordFolder.words(before).last.map { Self.versions.contains($0) } ?? false
  }

  /// Whether a word for publications stands before a day, or a time of day behind it.
  private func hasLabel(
    _ first: DayTokens.Part,
    _ last: DayTokens.Part,
    in text: ArraySlice<UInt8>
  ) -> Bool {
    let before = text[max(text.startIndex, first.start - 40)..<first.start]
    let speech = DateSpeech(before)
    if speech.isPublication || speech.isUpdate { return true }
    // "Fr 31.01.26, 12:30"
    let behind = text[last.end...].prefix(12)
    return behind.contains(0x3A) && WordFolder.words(before).count <= 1
  }

  private static let versions = Set(
    "v ver vers version versions section sections sec"
      .split(separator: " ").map { WordFolder.word(String($0)) }
  )
}
