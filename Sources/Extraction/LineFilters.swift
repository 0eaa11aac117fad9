/// Takes out of a container what is not text, line by line.
///
/// Each filter looks at a line and its neighbours only; none looks at names. The order matters: the beginning and the
/// end are trimmed when what stood before and behind is gone.
struct LineFilters {
  let blocks: TextBlocks
  let facts: PageFacts
  private let cards: [Int32]
  private let phrases = PhraseLists.shared

  init(_ blocks: TextBlocks, _ facts: PageFacts, cards: [Int32]) {
    self.blocks = blocks
    self.facts = facts
    self.cards = cards
  }

  /// The lines of an article without its headline, links, calls, notices and what follows its end.
  func filtered(_ lines: [TextLine]) -> [TextLine] {
    var kept = lines
    if does(.repeats) { kept = withoutRepeats(kept) }
    if does(.cards) { kept = withoutCards(kept) }
    if does(.looseLines) { kept = withoutLoose(kept) }
    kept = withoutMatter(kept)
    if does(.preface) { kept = withoutPreface(kept) }
    if does(.bylines) { kept = withoutBylines(kept) }
    if does(.authorLines) { kept = withoutAuthor(kept) }
    return does(.tail) ? withoutTail(kept) : kept
  }

  private func does(_ step: ExtractionSteps) -> Bool { !facts.leftOut.contains(step) }

  /// The lines of any page without announcements of other pages.
  func withoutAnnouncements(_ lines: [TextLine]) -> [TextLine] {
    lines.filter { !($0.units < 80 && phrases.ends.equals($0.words)) }
  }

  /// The lines that are not links alone, but for headings and cells.
  func withoutLinkLines(_ lines: [TextLine]) -> [TextLine] {
    lines.filter { line in
      guard line.units < 150, line.linkUnits * 10 >= line.units * 8 else { return true }
      return line.tag.headingLevel > 0 || line.tag == .td || line.tag == .th
        || isSentenceOfLinks(line)
    }
  }

  /// A long text that stands on the page twice, for two widths of the window.
  private func withoutRepeats(_ lines: [TextLine]) -> [TextLine] {
    var seen: Set<UInt64> = []
    var result: [TextLine] = []
    var run: [TextLine] = []
    func endRun() {
      let isLong = run.contains { $0.units >= 400 }
      let isText = run.count >= 3 && run.units >= 1500
      if !isLong && !isText { result.append(contentsOf: run) }
      run = []
    }
    for line in lines {
      if seen.contains(line.hash) {
        run.append(line)
      } else {
        endRun()
        result.append(line)
        seen.insert(line.hash)
      }
    }
    endRun()
    return result
  }

  /// Two or more teasers behind the last paragraph.
  private func withoutCards(_ lines: [TextLine]) -> [TextLine] {
    guard let last = lines.last(where: { $0.mass > 0 && cards[$0.block] < 0 }) else { return lines }
    var found: Set<Int32> = []
    for line in lines where line.mass > 0 && cards[line.block] >= 0 {
      let element = cards[line.block]
      let range = blocks.elements[Int(element)].blocks
      if range.lowerBound > last.block && range.count <= 8 { found.insert(element) }
    }
    guard found.count >= 2 else { return lines }
    var dead: Set<Int> = []
    for element in found { dead.formUnion(blocks.elements[Int(element)].blocks) }
    return lines.filter { !dead.contains($0.block) }
  }

  /// Short lines in bare boxes where paragraphs are marked as such.
  private func withoutLoose(_ lines: [TextLine]) -> [TextLine] {
    var all = 0
    var marked = 0
    for line in lines {
      all += line.mass
      switch line.tag {
      case .p, .li, .blockquote: marked += line.mass
      default: break
      }
    }
    guard marked * 10 >= all * 9 else { return lines }
    return lines.filter { line in
      line.tag != .div || line.mass > 0 || line.isInList || line.isInTable || line.endsStatement
    }
  }

  private func withoutMatter(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    let total = max(lines.mass, 1)
    var mass = 0
    for (index, line) in lines.enumerated() {
      guard !line.words.isEmpty else { continue }
      if does(.headlines), isHeading(line, mass: mass, total: total) { continue }
      if does(.linkLines), isLinkLine(line), !isHeadingOfText(index, lines),
        !isSentenceOfLinks(index, lines)
      {
        continue
      }
      if does(.phrases) {
        // Before the notices, which the same words are in the middle of a text.
        if mass * 10 >= total * 8, line.units < 60, phrases.ends.equals(line.words) { break }
        if isNotice(line) { continue }
      }
      mass += line.mass
      result.append(line)
    }
    return result
  }

  /// The page's heading, by its tag before any paragraph, by its words in the first 0.3 of the text.
  private func isHeading(_ line: TextLine, mass: Int, total: Int) -> Bool {
    if line.tag == .h1 && mass == 0 { return true }
    return mass * 10 < total * 3 && line.units < 300 && isHeadline(line.words)
  }

  /// A title of the page, or the greater part of one from its beginning.
  func isHeadline(_ words: [UInt64]) -> Bool {
    guard words.count >= 2 else { return false }
    return facts.headlines.contains { headline in
      headline.starts(with: words) && words.count * 10 > headline.count * 6
    }
  }

  private func isLinkLine(_ line: TextLine) -> Bool {
    line.units < 400 && line.linkUnits * 10 > line.units * 8
      && !blocks.bytes(of: line.block).isBareAddress
  }

  /// A linked heading stays where its own paragraph follows.
  private func isHeadingOfText(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard lines[index].tag.headingLevel > 0, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    guard next.mass > 0, next.linkUnits * 10 < next.units * 3 else { return false }
    return parent(of: lines[index]) == parent(of: next)
  }

  private func parent(of line: TextLine) -> Int32 {
    blocks.elements[Int(blocks.blocks[line.block].element)].parent
  }

  func isNotice(_ line: TextLine) -> Bool {
    guard line.units < 500 else { return false }
    let bytes = blocks.bytes(of: line.block)
    if line.units < 200 {
      if phrases.captions.begins(line.words) && bytes.prefix(40).hasCaptionMark { return true }
      if bytes.beginsWithCopyright { return true }
      let isShort = line.units < 50 || line.linkUnits * 2 > line.units
      if isShort && phrases.calls.begins(line.words) { return true }
    }
    if line.units < 300 && line.linkUnits * 2 < line.units && bytes.isBareAddress { return true }
    if line.units < 300 && endsInCredit(bytes) { return true }
    if phrases.notices.occurs(in: line.words) { return true }
    return asksForSignUp(line.words)
  }

  /// The line ends as captions do: "Photo: name of an agency".
  private func endsInCredit(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let colon = bytes.suffix(60).lastIndex(of: 0x3A), colon + 2 < bytes.endIndex,
      bytes[colon + 1] == 0x20, !bytes.endsStatement
    else { return false }
    let start = bytes[..<colon].lastIndex { !$0.isASCIILetter } ?? bytes.startIndex - 1
    return phrases.credits.contains(NameHash(bytes[(start + 1)..<colon]).value)
  }

  private func asksForSignUp(_ words: [UInt64]) -> Bool {
    guard let place = words.firstIndex(where: { phrases.newsletters.contains($0) }) else {
      return false
    }
    return phrases.signUps.occurs(
      in: Array(words[max(0, place - 10)..<min(words.count, place + 10)])
    )
  }

  /// Short lines before the first paragraph, but for lists and a heading right before it.
  private func withoutPreface(_ lines: [TextLine]) -> [TextLine] {
    guard let first = lines.firstIndex(where: { $0.mass > 0 }) else { return lines }
    let preface = lines[..<first].enumerated().filter { index, line in
      if line.units >= 60 || line.isInList || line.endsStatement { return true }
      return index == first - 1 && (2...4).contains(line.tag.headingLevel)
    }
    return preface.map(\.element) + lines[first...]
  }

  /// Among the first lines those that give a date, a time or an author.
  private func withoutBylines(_ lines: [TextLine]) -> [TextLine] {
    var paragraphs = 0
    var result: [TextLine] = []
    for (index, line) in lines.enumerated() {
      if index < 6 && paragraphs < 3 && isByline(line) { continue }
      if line.mass > 0 { paragraphs += 1 }
      result.append(line)
    }
    return result
  }

  private func isByline(_ line: TextLine) -> Bool {
    guard line.units < 80, !line.isInList, !line.endsStatement else { return false }
    switch line.tag {
    case .td, .th, .h2, .h3: return false
    default: break
    }
    if phrases.bylines.begins(line.words) { return true }
    // A date in a paragraph may be what it is about.
    return line.tag != .p && blocks.bytes(of: line.block).holdsDateOrTime
  }
}
