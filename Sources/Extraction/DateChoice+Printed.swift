/// The dates that pages show to their readers.
extension DateChoice {
  /// Whether each of three dates and more stands under a heading of its own, below the page's: they are its entries'.
  var isListOfEntries: Bool {
    guard let headline else { return false }
    let top = Int(blocks.blocks[headline].node)
    let shown = Set((marks.times + marks.dates).filter { !$0.isComment }.map(\.node)).sorted()
    guard shown.count >= 3 else { return false }
    var entries = 0
    var next = 0
    var isHeaded = false
    for (index, node) in document.nodes.enumerated() where index > top && next < shown.count {
      if node.tag == .h2 || node.tag == .h3 { isHeaded = true }
      guard index >= shown[next] else { continue }
      if next == 0 && !isHeaded { return false }
      if isHeaded { entries += 1 }
      isHeaded = false
      while next < shown.count && shown[next] <= index { next += 1 }
    }
    return entries >= 3
  }

  mutating func addTimes() {
    for (index, mark) in marks.times.enumerated() where !mark.isComment && !mark.isBeside {
      addTime(mark, index)
    }
  }

  private mutating func addTime(_ mark: PageMarks.Mark, _ index: Int) {
    let text = document.line(of: mark.node, limit: 200)
    let stamp = document.value(.datetime, of: mark.node) ?? document.value(.title, of: mark.node)
    let reading =
      stamp.flatMap(reader.machineReading) ?? reader.days(in: text[...], most: 1).first
    var score = 6.5 - 0.05 * Double(index)
    let parent = Int(document.nodes[mark.node].parent)
    let around = parent >= 0 ? document.line(of: parent, limit: 300) : []
    let before = Self.text(before: text, in: around)
    // "Published 1 March · Updated": the last words are this date's own.
    let last = before.lastIndex(where: \.isASCIIDigit).map { $0 + 1 } ?? 0
    let speech = DateSpeech(before[last...])
    let own = DateSpeech(className(mark.node)[...])
    if own.isUpdate && !own.isPublication || (speech.isUpdate && !speech.isPublication) {
      score -= 2.5
      note(change: reading)
    } else if own.isPublication || document.value(.pubdate, of: mark.node) != nil {
      score += 1
    } else if speech.isPublication {
      score += 0.5
    }
    if mark.isForeign { score -= 3 }
    if let distance = mark.distance {
      score += (-6...15).contains(distance) ? 0.8 : (-15...60).contains(distance) ? 0 : -1.5
    }
    add(reading, score, .time)
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

  private mutating func note(change reading: DayReader.Reading?) {
    if shownChange == nil { shownChange = reading?.day }
  }

  mutating func addPrinted() {
    let middle = headline ?? 0
    let range = max(0, middle - 12)..<min(blocks.blocks.count, middle + (headline == nil ? 60 : 40))
    for index in range where blocks.blocks[index].units <= 260 {
      let line = blocks.bytes(of: index)
      let readings = days(in: line, most: 3, of: index)
      guard !readings.isEmpty else { continue }
      let place = printedPlace(index, middle, line)
      for (order, reading) in readings.enumerated() {
        var score = place - 0.2 * Double(order)
        let speech = DateSpeech(line[max(line.startIndex, reading.place - 40)..<reading.place])
        if speech.isUpdate && !speech.isPublication {
          score -= 2
          note(change: reading)
        } else if speech.isPublication {
          score += 1
        }
        add(reading, score, .printed)
      }
    }
  }

  /// The days of a line that is one of dates, on a part of the page that is about its matter.
  private func days(
    in line: ArraySlice<UInt8>,
    most: Int,
    of index: Int
  ) -> [DayReader.Reading] {
    let block = blocks.blocks[index]
    guard block.tag != .h1, block.tag != .pre, !Self.claimsRights(line) else { return [] }
    let readings = reader.days(in: line, most: most)
    guard !readings.isEmpty, !marks.isAnothers(Int(block.node)) else { return [] }
    var isDate = false
    return readings.filter { reading in
      isDate = isDate || DateLine(line, reading).isDate
      return isDate
    }
  }

  /// What the place of a line says about its dates.
  private func printedPlace(_ index: Int, _ middle: Int, _ line: ArraySlice<UInt8>) -> Double {
    let block = blocks.blocks[index]
    var score = block.units <= 70 ? 5.2 : 3.6
    score -= 0.035 * Double(abs(index - middle)) + (index < middle ? 0.3 : 0)
    let holder = Int(document.nodes[Int(block.node)].parent)
    if holder >= 0 {
      if DateSpeech(className(holder)[...]).isUpdate {
        score -= 2
      } else if marks.isDated(holder) {
        score += 0.7
      }
      if marks.isForeign(holder) { score -= 2 }
    }
    return headline == nil ? score - 0.8 : score
  }

  private static func claimsRights(_ line: ArraySlice<UInt8>) -> Bool {
    line.containsFolded("©") || line.containsFolded("copyright") || line.containsFolded("(c)")
  }

  mutating func addNamed(_ mark: PageMarks.Mark) {
    let text = document.line(of: mark.node, limit: 200)
    guard (6..<140).contains(text.count), !mark.isComment, !mark.isBeside,
      let reading = reader.days(in: text[...], most: 1, isLabelled: true).first
    else { return }
    var score = 4.8 - (mark.isForeign ? 2 : 0)
    if DateSpeech(text[..<reading.place]).isUpdate || tellsUpdate(mark.node) {
      score -= 2
      note(change: reading)
    }
    if let distance = mark.distance, !(-20...60).contains(distance) { score -= 0.8 }
    add(reading, score, .named)
  }

  /// Whether an element, or a time soon within it, is named after an update.
  private func tellsUpdate(_ node: Int) -> Bool {
    if DateSpeech(className(node)[...]).isUpdate { return true }
    return document.contents(of: node).prefix(12).contains { inner in
      guard document.nodes[inner].tag == .time else { return false }
      let speech = DateSpeech(className(inner)[...])
      return speech.isUpdate && !speech.isPublication
    }
  }

  /// The last resort: any date of the text.
  mutating func addBody() {
    for (index, block) in blocks.blocks.prefix(2000).enumerated() where block.units < 2000 {
      let line = blocks.bytes(of: index)
      for reading in days(in: line, most: 2, of: index) {
        var score = 2.2 - 0.004 * Double(index)
        if let headline, index < headline { score -= 0.6 }
        if let headline, (1...25).contains(index - headline), reading.place - line.startIndex < 45 {
          score += 1.2
        }
        let speech = DateSpeech(line[max(line.startIndex, reading.place - 30)..<reading.place])
        if speech.isPublication { score += 0.7 }
        if speech.isUpdate { score -= 0.5 }
        if block.units < 70 { score += 0.3 }
        add(reading, score, .body)
      }
    }
  }
}
