/// What is done to the chosen title: parts that are no title go, and marks of links and threads.
struct TitleEnding {
  private let sites: SiteNames
  private let headings: Headings
  private let isLone: Bool

  /// `isLone` says that nothing but `<title>` gave the title.
  init(_ sites: SiteNames, _ headings: Headings, isLone: Bool) {
    self.sites = sites
    self.headings = headings
    self.isLone = isLone
  }

  /// The title as it is shown.
  func finished(_ title: [UInt8]) -> [UInt8] {
    var result = withoutParts(title)
    for mark in Self.marks {
      while result.count > mark.count, result.suffix(mark.count).elementsEqual(mark) {
        result = result.dropLast(mark.count)
        while result.last == 0x20 { result = result.dropLast() }
      }
    }
    return Array(withoutDay(withoutHost(withoutLabel(result))))
  }

  /// A title that is no heading, but of which one side is, is that side.
  private func withoutParts(_ title: [UInt8]) -> ArraySlice<UInt8> {
    let parts = TitleParts(title)
    guard parts.count >= 2, !headings.texts.contains(where: { Self.equal($0[...], title[...]) })
    else { return title[...] }
    for count in stride(from: min(parts.count - 1, Self.mostParts), to: 0, by: -1) {
      for side in [parts.beginning(count), parts.ending(parts.count - count)] {
        let words = WordFolder.words(side)
        if words.count > 1 && headings.words.contains(words) { return side }
      }
    }
    if isLone && title.contains(0x7C) {
      let first = title.prefix { $0 != 0x7C }.trimmedHTMLSpace()
      if WordFolder.words(first).count >= 2 { return first }
    }
    return title[...]
  }

  private static func equal(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    WordFolder.words(one) == WordFolder.words(other)
  }

  /// "Thread: " and the like, which boards write before the topic.
  private func withoutLabel(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = title.prefix(16).firstIndex(where: { $0 == 0x3A || $0 == 0x2D }) else {
      return title
    }
    let rest = title[(colon + 1)...].trimmedHTMLSpace()
    let label = WordFolder.words(title[..<colon])
    return Self.labels.equals(label) && !rest.isEmpty ? rest : title
  }

  /// A host's name before the title.
  private func withoutHost(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let first = title.prefix { $0 != 0x20 }
    let rest = title[first.endIndex...].trimmedHTMLSpace()
    guard first.contains(0x2E), rest.contains(0x20), sites.isHost(first) else { return title }
    return rest
  }

  /// A day in digits that is set before the title.
  private func withoutDay(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let day = title.prefix { $0.isASCIIDigit || $0 == 0x2E || $0 == 0x2F }
    let shape = day.split(whereSeparator: { !$0.isASCIIDigit }).map(\.count)
    guard shape.count == 3, shape[2] == 4, shape[0] <= 2, shape[1] <= 2 else { return title }
    let rest = title[day.endIndex...].drop { $0 == 0x20 || $0 == 0x2D || $0 == 0x3A || $0 == 0x7C }
    return WordFolder.words(rest).count >= 2 ? rest : title
  }

  /// More parts have no titles; each is held against the headings.
  private static let mostParts = 8
  private static let marks = ["¶", "#", "\u{F0C1}"].map { Array($0.utf8) }
  private static let labels = PhraseTable("view topic; thread; topic")
}
