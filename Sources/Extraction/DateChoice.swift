/// Chooses the day of publication among all that the page gives.
///
/// Each source has a score: linked data 10, publication metas 9 to 6.5, microdata 8.5, the address 8.2, `<time>` about 6.5,
/// a date printed near the headline about 5, in an element named so 4.8; what speaks of updates or stands beside other
/// pages' teasers loses; one that stands beside the headline without a word of updates gains 3.5. Sources that agree support each other; of equals the earlier day wins. Where only machines give
/// the winner and a printed date is one day off, the printed one is taken: the machine's was UTC.
struct DateChoice {
  enum Source: Hashable { case data, meta, property, address, time, printed, named, body }

  struct Candidate {
    let reading: DayReader.Reading
    let score: Double
    let source: Source

    var day: Day { reading.day }
  }

  let head: PageHead
  let data: LinkedData
  let document: HTMLDocument
  let blocks: TextBlocks
  let marks: PageMarks
  let headline: Int?
  let kind: PageKind
  let reader: DayReader
  /// No page can be of a later day.
  let latest: Day?
  private let leftOut: ExtractionSteps
  /// The day of the last change as the page gives it to machines.
  private(set) var modified: Day?
  /// The day of the last change as the page shows it.
  var shownChange: Day?
  private var candidates: [Candidate] = []

  init(
    _ head: PageHead,
    _ data: LinkedData,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    _ marks: PageMarks,
    headline: Int?,
    kind: PageKind,
    reader: DayReader,
    latest: Day? = nil,
    leavingOut leftOut: ExtractionSteps = []
  ) {
    self.head = head
    self.data = data
    self.document = document
    self.blocks = blocks
    self.marks = marks
    self.headline = headline
    self.kind = kind
    self.reader = reader
    self.latest = latest
    self.leftOut = leftOut
    modified = declaredChange
  }

  /// The day of publication; `source` is the page as it came, asked where nothing else is sure.
  mutating func published(addresses: [[UInt8]], source: [UInt8]) -> Day? {
    addLinkedData()
    if !leftOut.contains(.metas) { addMetas() }
    if !leftOut.contains(.microdata) { addProperties() }
    let addresses = leftOut.contains(.addressDates) ? [] : addresses
    if let day = addresses.lazy.compactMap(AddressDay.day(in:)).first { add(day, 8.2, .address) }
    let isList = kind != .article && isListOfEntries
    if !leftOut.contains(.shownDates), !isList { addShown() }
    if isUnsure(4.5) {
      if isArticleLike {
        for reading in ScriptDays.readings(in: source, reader) { add(reading, 3.7, .body) }
      }
      if let day = modified { add(day, 3.3, .meta) }
    }
    if isUnsure(3.4), !isList, !leftOut.contains(.shownDates) {
      addStamps()
      if isArticleLike {
        addBody()
        addDescriptions()
      }
    }
    return decided(AddressDay.month(in: addresses.first ?? []))
  }

  private mutating func addShown() {
    addTimes()
    addPrinted()
    trustShown()
    for mark in marks.dates { addNamed(mark) }
  }

  /// Running text tells no day of manuals, shops and lists: their days are those of versions, reviews and entries.
  private var isArticleLike: Bool { kind == .article || kind == .other }

  private func isUnsure(_ score: Double) -> Bool { !candidates.contains { $0.score > score } }

  mutating func add(_ reading: DayReader.Reading?, _ score: Double, _ source: Source) {
    guard let reading, isPossible(reading.day) else { return }
    candidates.append(Candidate(reading: reading, score: score, source: source))
  }

  func isPossible(_ day: Day) -> Bool { latest.map { day <= $0 } ?? true }

  mutating func add(_ day: Day, _ score: Double, _ source: Source) {
    add(DayReader.Reading(place: 0, day: day), score, source)
  }

  /// What stands at the headline without a word of updates outweighs linked data that nothing agrees with.
  private mutating func trustShown() {
    let change = modified
    let shown = candidates.filter {
      $0.source == .printed && $0.score >= 5.5 && $0.day != change
    }
    guard let best = shown.max(by: { ($0.score, $1.day) < ($1.score, $0.day) }) else { return }
    add(best.reading, best.score + 3.5, .printed)
  }

  private func decided(_ month: (year: Int, month: Int)?) -> Day? {
    var scores: [Day: [Source: Double]] = [:]
    for candidate in candidates {
      let known = scores[candidate.day]?[candidate.source] ?? 0
      scores[candidate.day, default: [:]][candidate.source] = max(known, candidate.score)
    }
    let change = laterChange
    var best: (day: Day, total: Double)?
    for day in scores.keys.sorted() {
      let values = (scores[day] ?? [:]).values.sorted(by: >)
      let share = day == change ? 0.12 : 0.5
      var total = (values.first ?? 0) + share * values.dropFirst().filter { $0 > 3 }.reduce(0, +)
      if let month, day.year == month.year, day.month == month.month { total += 1.5 }
      if best.map({ total > $0.total }) ?? true { best = (day, total) }
    }
    return best.map { localDay(turned($0.day)) }
  }

  /// The day of a change behind a publication that machines know: many show it, which says little of the publication.
  private var laterChange: Day? {
    guard let day = modified else { return nil }
    let published = candidates.filter { candidate in
      candidate.score >= 8 && [.data, .meta, .property].contains(candidate.source)
    }
    let isLater = published.contains { $0.day < day } && !published.contains { $0.day == day }
    return isLater ? day : nil
  }

  /// The other meaning of the digits, where each that gives the day could mean it and another source says it plainly.
  private func turned(_ best: Day) -> Day {
    let own = candidates.filter { $0.day == best }
    guard let swapped = own.first?.reading.swapped,
      own.allSatisfy({ $0.reading.swapped == swapped }),
      candidates.contains(where: {
        $0.day == swapped && $0.reading.swapped == nil && $0.score > 3
      })
    else { return best }
    return swapped
  }

  private func localDay(_ best: Day) -> Day {
    func shown(_ day: Day) -> Double {
      candidates.filter { candidate in
        guard candidate.day == day else { return false }
        switch candidate.source {
        case .printed: return candidate.score >= 4
        case .named: return candidate.score > 4
        case .address: return true
        default: return false
        }
      }.map(\.score).max() ?? 0
    }
    guard shown(best) == 0 else { return best }
    let beside = candidates.filter { abs($0.day.ordinal - best.ordinal) == 1 }
    let near = beside.map(\.day).filter { shown($0) > 0 }
    if let day = near.max(by: { (shown($0), $1) < (shown($1), $0) }) { return day }
    // The same moment as the clocks of the place had it.
    let isUTC = candidates.contains { $0.day == best && $0.reading.zone == .utc }
    let isLocal = candidates.contains { $0.day == best && $0.reading.zone == .local }
    guard isUTC, !isLocal else { return best }
    return beside.first { $0.reading.zone == .local && $0.score > 6 }?.day ?? best
  }
}
