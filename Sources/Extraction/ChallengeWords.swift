/// What a page that may be a wall says, and where.
struct ChallengeWords {
  /// A paragraph that is longer tells of walls and is none.
  private static let longestParagraph = 320

  /// The whole title, and its parts.
  let titles: [[UInt64]]
  /// The headings, with those of forms and dialogs.
  let headings: [[UInt64]]
  /// The paragraphs of the main text; of the whole page where that is empty.
  let paragraphs: [[UInt64]]
  /// All blocks of the page that are no lists of links.
  let blocks: [[UInt64]]
  /// Somewhere on the page stands a long number, perhaps with letters.
  let hasNumber: Bool

  init(_ document: HTMLDocument, _ blocks: TextBlocks, _ text: ChallengeText) {
    titles = Self.titles(document)
    let (headings, all) = Self.lines(document, blocks)
    self.headings = headings
    self.blocks = all
    hasNumber = blocks.text.prefix(20_000).hasLongNumber
    let main = text.paragraphs.filter { $0.units <= Self.longestParagraph }.map(\.words)
    paragraphs = text.paragraphs.isEmpty ? all : main
  }

  private static func titles(_ document: HTMLDocument) -> [[UInt64]] {
    guard let node = document.nodes.firstIndex(where: { $0.tag == .title }) else { return [] }
    let title = document.line(of: node, limit: 400)
    let parts = TitleParts(title)
    let all = [title[...], parts.first, parts.last, parts.withoutFirst, parts.withoutLast]
    return all.map { WordFolder.words($0, limit: 40) }.filter { !$0.isEmpty }
  }

  private static func lines(
    _ document: HTMLDocument,
    _ blocks: TextBlocks
  ) -> (headings: [[UInt64]], all: [[UInt64]]) {
    var headings: [[UInt64]] = []
    var all: [[UInt64]] = []
    for (index, block) in blocks.blocks.prefix(400).enumerated() {
      let isHeading = block.tag.headingLevel > 0 && block.tag.headingLevel < 4
      guard block.units <= longestParagraph, isHeading || block.linkUnits * 2 < block.units else {
        continue
      }
      let words = WordFolder.words(blocks.bytes(of: index))
      all.append(words)
      if isHeading { headings.append(words) }
    }
    return (headings, all)
  }

  /// Titles of more words than these tell a story; characters of dense scripts are words.
  private static let longestTitle = 12

  /// The title, or a heading, says what such walls are called.
  func isTitled(_ table: PhraseTable) -> Bool {
    titles.contains { $0.count <= Self.longestTitle && table.equals($0) }
  }

  /// A heading says what such walls are called.
  func isHeaded(_ table: PhraseTable) -> Bool {
    headings.contains { $0.count <= Self.longestTitle && table.equals($0) }
  }

  /// How many paragraphs or headings hold a phrase.
  func phrases(_ table: PhraseTable) -> Int {
    let said = Set((paragraphs + headings).filter { table.occurs(in: $0) }.map(WordFolder.hash))
    return said.count
  }

  /// Whether any block at all holds a phrase.
  func isSaid(_ table: PhraseTable) -> Bool {
    blocks.contains { table.occurs(in: $0) } || paragraphs.contains { table.occurs(in: $0) }
  }
}

extension ArraySlice<UInt8> {
  /// The text holds a token of eight or more letters and digits, at least three of them digits.
  fileprivate var hasLongNumber: Bool {
    var length = 0
    var digits = 0
    for byte in self {
      let isPart = byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x2E
      length = isPart ? length + 1 : 0
      digits = isPart ? digits + (byte.isASCIIDigit ? 1 : 0) : 0
      if length >= 8 && digits >= 3 { return true }
    }
    return false
  }
}
