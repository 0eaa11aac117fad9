/// Chooses the day of publication among all that the page gives.
///
/// Each source has a score: linked data 10, publication metas 9 to 6.5, microdata 8.5, the address 8.2, `<time>` about 6.5,
/// a date printed near the headline about 5, in an element named so 4.8; what speaks of updates or stands beside other
/// pages' teasers loses. Sources that agree support each other; of equals the earlier day wins. Where only machines give
/// the winner and a printed date is one day off, the printed one is taken: the machine's was UTC.
struct DateChoice {
  private enum Source: Hashable { case data, meta, property, address, time, printed, named, body }

  private struct Candidate {
    let day: Day
    let score: Double
    let source: Source
  }

  private let head: PageHead
  private let data: LinkedData
  private let document: HTMLDocument
  private let blocks: TextBlocks
  private let marks: PageMarks
  private let headline: Int?
  private let reader: DayReader
  private var candidates: [Candidate] = []

  init(
    _ head: PageHead,
    _ data: LinkedData,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    _ marks: PageMarks,
    headline: Int?,
    reader: DayReader
  ) {
    self.head = head
    self.data = data
    self.document = document
    self.blocks = blocks
    self.marks = marks
    self.headline = headline
    self.reader = reader
  }

  /// The day of publication.
  mutating func published(addresses: [[UInt8]]) -> Day? {
    addLinkedData()
    addMetas()
    for mark in marks.dateProperties { addProperty(mark) }
    if let day = addresses.lazy.compactMap(AddressDay.day(in:)).first { add(day, 8.2, .address) }
    for (index, mark) in marks.times.enumerated() { addTime(mark, index) }
    addPrinted()
    for mark in marks.dates { addNamed(mark) }
    if !candidates.contains(where: { $0.score > 4.5 }), let day = modified { add(day, 3.2, .meta) }
    if !candidates.contains(where: { $0.score > 3.4 }) { addBody() }
    return decided
  }

  /// The day of the last change, by machines alone.
  var modified: Day? {
    for object in data.main.prefix(2) {
      if let text = data.string("dateModified", of: object), let day = reader.machineDay(text[...])
      {
        return day
      }
    }
    let names = """
      article:modified_time og:updated_time datemodified last-modified article:modified \
      dcterms.modified revised lastmod
      """
    return head.first(names).flatMap { reader.machineDay($0[...]) }
  }

  private mutating func add(_ day: Day?, _ score: Double, _ source: Source) {
    guard let day else { return }
    candidates.append(Candidate(day: day, score: score, source: source))
  }

  private mutating func addLinkedData() {
    for (rank, object) in data.main.prefix(6).enumerated() {
      let base = (data.isArticle(object) ? 10 : 7.5) - 0.6 * Double(rank)
      for key in ["datePublished", "dateCreated", "uploadDate", "datePosted"] {
        guard let text = data.string(key, of: object) else { continue }
        add(reader.machineDay(text[...]), key == "datePublished" ? base : base - 1.5, .data)
      }
    }
  }

  private static let metaNames: [(score: Double, names: [UInt64])] = [
    (
      9,
      PageHead.hashes(
        """
        article:published_time article:published og:article:published_time og:published_time \
        datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime bt:pubdate \
        published_time
        """
      )
    ),
    (
      8,
      PageHead.hashes(
        """
        publish-date publish_date pubdate ptime pub_date article.published date.published dateissued \
        dcterms.created dcterms.issued dc.date.issued dcterms.date dc.date dc.date.created \
        citation_publication_date citation_date citation_online_date publication_date publishdate \
        article_date_original rnews:datepublished dc.date.published dcterms.available
        """
      )
    ),
    (
      6.5,
      PageHead.hashes(
        "date created datecreated uploaddate release_date originalpublicationdate timestamp"
      )
    ),
  ]

  private mutating func addMetas() {
    for row in Self.metaNames {
      for name in row.names {
        guard let text = head.first(name) else { continue }
        add(reader.machineDay(text[...]), row.score, .meta)
      }
    }
  }

  private mutating func addProperty(_ mark: PageMarks.Mark) {
    let text =
      document.value(.content, of: mark.node).map(Array.init)
      ?? document.value(.datetime, of: mark.node).map(Array.init) ?? document.line(of: mark.node)
    add(reader.machineDay(text[...]), mark.isForeign ? 4 : 8.5, .property)
  }

  private mutating func addTime(_ mark: PageMarks.Mark, _ index: Int) {
    let text = document.line(of: mark.node, limit: 200)
    let day =
      document.value(.datetime, of: mark.node).flatMap(reader.machineDay)
      ?? reader.days(in: text[...], most: 1).first?.day
    var score = 6.5 - 0.05 * Double(index)
    let parent = Int(document.nodes[mark.node].parent)
    let around = parent >= 0 ? document.line(of: parent, limit: 300) : []
    let before = Self.text(before: text, in: around)
    let speech = DateSpeech(before[...])
    let own = DateSpeech(className(mark.node)[...])
    if own.isUpdate || (speech.isUpdate && !speech.isPublication) {
      score -= 2.5
    } else if own.isPublication || document.value(.pubdate, of: mark.node) != nil {
      score += 1
    } else if speech.isPublication {
      score += 0.5
    }
    if mark.isForeign { score -= 3 }
    if let distance = mark.distance {
      score += (-6...15).contains(distance) ? 0.8 : (-15...60).contains(distance) ? 0 : -1.5
    }
    add(day, score, .time)
  }

  private func className(_ node: Int) -> [UInt8] {
    let own = document.value(.class, of: node) ?? []
    return own.map { $0 == 0x2D || $0 == 0x5F ? 0x20 : $0 }
  }

  /// At most forty bytes before a text within the text around it.
  private static func text(before text: [UInt8], in around: [UInt8]) -> [UInt8] {
    guard !text.isEmpty, around.count > text.count else { return [] }
    for start in 0...(around.count - text.count) where around[start] == text[0] {
      if around[start...].starts(with: text) {
        return Array(around[max(0, start - 40)..<start])
      }
    }
    return Array(around.prefix(40))
  }

  private mutating func addPrinted() {
    let middle = headline ?? 0
    let range = max(0, middle - 12)..<min(blocks.blocks.count, middle + (headline == nil ? 60 : 40))
    for index in range where blocks.blocks[index].units <= 260 {
      let line = blocks.bytes(of: index)
      for (order, found) in reader.days(in: line, most: 3).enumerated() {
        var score = blocks.blocks[index].units <= 70 ? 5.2 : 3.6
        let speech = DateSpeech(line[max(line.startIndex, found.place - 40)..<found.place])
        if speech.isUpdate && !speech.isPublication {
          score -= 2
        } else if speech.isPublication {
          score += 1
        }
        score -=
          0.035 * Double(abs(index - middle)) + (index < middle ? 0.3 : 0) + 0.2 * Double(order)
        if line.containsFolded("©") || line.containsFolded("copyright") { score -= 4 }
        if headline == nil { score -= 0.8 }
        add(found.day, score, .printed)
      }
    }
  }

  private mutating func addNamed(_ mark: PageMarks.Mark) {
    let text = document.line(of: mark.node, limit: 200)
    guard (6..<140).contains(text.count), let found = reader.days(in: text[...], most: 1).first
    else { return }
    var score = 4.8 - (mark.isForeign ? 2 : 0)
    if DateSpeech(text[..<found.place]).isUpdate || DateSpeech(className(mark.node)[...]).isUpdate {
      score -= 2
    }
    if let distance = mark.distance, !(-20...60).contains(distance) { score -= 0.8 }
    add(found.day, score, .named)
  }

  /// The last resort: any date of the text.
  private mutating func addBody() {
    for (index, block) in blocks.blocks.prefix(2000).enumerated() where block.units < 2000 {
      let line = blocks.bytes(of: index)
      for found in reader.days(in: line, most: 2) {
        var score = 2.2 - 0.004 * Double(index)
        if let headline, index < headline { score -= 0.6 }
        if let headline, (1...25).contains(index - headline), found.place - line.startIndex < 45 {
          score += 1.2
        }
        let speech = DateSpeech(line[max(line.startIndex, found.place - 30)..<found.place])
        if speech.isPublication { score += 0.7 }
        if speech.isUpdate { score -= 0.5 }
        if line.containsFolded("©") || line.containsFolded("copyright") { score -= 2 }
        if block.units < 70 { score += 0.3 }
        add(found.day, score, .body)
      }
    }
  }

  private var decided: Day? {
    var scores: [Day: [Source: Double]] = [:]
    for candidate in candidates {
      let known = scores[candidate.day]?[candidate.source] ?? 0
      scores[candidate.day, default: [:]][candidate.source] = max(known, candidate.score)
    }
    var best: (day: Day, total: Double)?
    for day in scores.keys.sorted() {
      let values = (scores[day] ?? [:]).values.sorted(by: >)
      let total = (values.first ?? 0) + 0.12 * values.dropFirst().filter { $0 > 3 }.reduce(0, +)
      if best.map({ total > $0.total }) ?? true { best = (day, total) }
    }
    return best.map { localDay($0.day) }
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
    let near = candidates.map(\.day).filter { abs($0.ordinal - best.ordinal) == 1 && shown($0) > 0 }
    return near.max { (shown($0), $1) < (shown($1), $0) } ?? best
  }
}
