/// Finds names that stand free: near the headline, and under the text.
///
/// Nothing marks them as authors', so that they must be names by their form and by a common given name. They count only
/// where no better source speaks.
struct FreeNames {
  private let blocks: TextBlocks
  private let headline: Int
  private let persons: PersonNames
  private let days = DayReader(isMonthFirst: false)

  init(_ blocks: TextBlocks, headline: Int, _ persons: PersonNames) {
    self.blocks = blocks
    self.headline = headline
    self.persons = persons
  }

  /// Adds the lines near the headline that hold a name and perhaps a date.
  func addNear(to candidates: inout AuthorCandidates, isForeign: (Int) -> Bool) {
    let isSupported = !candidates.list.isEmpty
    let range = max(0, headline - 5)..<min(blocks.blocks.count, headline + 12)
    let first = range.lowerBound - 1
    let areDated = (first...range.upperBound).map(hasDate)
    for index in range where index != headline && blocks.blocks[index].units <= 70 {
      let isDated = areDated[index - first]
      guard isDated || areDated[index - first - 1] || areDated[index - first + 1] else { continue }
      let people = people(index)
      guard (1...3).contains(people.count), !isForeign(index) else { continue }
      let isGiven = people.allSatisfy(GivenNames.begin)
      guard isGiven || (isDated && isSupported && people.count == 1) else { continue }
      var score = isGiven ? 3.2 : 2.0
      score -= 0.05 * Double(abs(index - headline)) + (index < headline ? 0.3 : 0)
      candidates.add(people, score, .bare)
    }
  }

  /// Adds the name under the text.
  func addSignature(to candidates: inout AuthorCandidates, isForeign: (Int) -> Bool) {
    let count = blocks.blocks.count
    for index in (headline + 1)..<max(headline + 1, count) where isSignature(index) {
      let people = people(index)
      guard people.count == 1, people.allSatisfy(GivenNames.begin), !isForeign(index),
        isAlone(people[0], index)
      else { continue }
      candidates.add(people, 1.6, .bare)
      break
    }
  }

  /// A short line of its own, behind a paragraph.
  private func isSignature(_ index: Int) -> Bool {
    let block = blocks.blocks[index]
    guard block.units <= 40, block.linkUnits == 0, block.tag.headingLevel == 0, !block.isInList,
      !block.isInCaption, index > headline + 1
    else { return false }
    let before = blocks.blocks[index - 1]
    return before.units >= 100 && before.linkUnits * 3 < before.units && !before.isInCaption
  }

  /// Nothing but marks and a comma's worth stands beside the name: "Jane Doe wrote the port." is a sentence.
  private func isAlone(_ name: PersonName, _ index: Int) -> Bool {
    let line = blocks.bytes(of: index)
    let first = line.prefix { $0 != 0x2C && $0 != 0x7C && $0 != 0x28 }
    return WordFolder.words(first, limit: 12).count
      <= WordFolder.words(Array(name.text.utf8)[...]).count
  }

  private func people(_ index: Int) -> [PersonName] {
    let names = persons.names(in: Array(blocks.bytes(of: index)), isShown: true)
    return names.filter { $0.likeness == .person && (2...3).contains($0.length) && !$0.isUncased }
  }

  private func hasDate(_ index: Int) -> Bool {
    guard blocks.blocks.indices.contains(index), blocks.blocks[index].units <= 70 else {
      return false
    }
    return !days.days(in: blocks.bytes(of: index), most: 1).isEmpty
  }
}
