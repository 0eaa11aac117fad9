/// The main text of a page that may be a wall: how much of it is prose, and how much of that has its own matter.
struct ChallengeText {
  /// A longer main text is no wall, whatever it says.
  private static let longest = 12_000
  /// The prose of its own matter, in units, that no wall has.
  private static let ownLimit = 300
  private static let ownParagraphs = 3

  /// One paragraph.
  struct Paragraph {
    let words: [UInt64]
    let units: Int
  }

  private(set) var paragraphs: [Paragraph] = []
  /// Prose, in units, and its paragraphs.
  private(set) var prose = 0
  private(set) var proseParagraphs = 0
  /// Prose that holds no word of walls, in units.
  private(set) var ownProse = 0
  /// All text that holds no word of walls, in units.
  private(set) var rest = 0

  /// Reads a main text; nil where it is too much for a wall.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var own = 0
    for line in Array(text.utf8).split(separator: 0x0A) {
      let units = Self.units(line)
      let isProse = units >= 80 || (units >= 40 && line.endsSentence)
      let words = WordFolder.words(line, limit: 300)
      let isOwn = !Self.isOfWalls(words)
      paragraphs.append(Paragraph(words: words, units: units))
      if isProse { (prose, proseParagraphs) = (prose + units, proseParagraphs + 1) }
      guard isOwn else { continue }
      rest += units
      guard isProse else { continue }
      ownProse += units
      own += 1
      if ownProse >= Self.ownLimit || own >= Self.ownParagraphs { return nil }
    }
  }

  private static func isOfWalls(_ words: [UInt64]) -> Bool {
    let lists = [ChallengePhrases.botCheck, .signIn, .consent]
    return lists.contains { $0.topics.occurs(in: words) || $0.texts.occurs(in: words) }
  }

  /// Characters, those of dense scripts counted three times.
  static func units(_ line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { sum, byte in
      switch byte {
      case 0x80..<0xC0: sum
      case 0xE0, 0xE1, 0xE3..<0xF0: sum + 3
      default: sum + 1
      }
    }
  }
}
