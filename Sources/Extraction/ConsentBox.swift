/// The part of a page that asks for a consent: the innermost element around the button that speaks of it.
struct ConsentBox {
  /// How far up from the button it is looked for.
  private static let mostSteps = 12
  /// The most text beside the box, in units.
  private static let mostOutside = 120

  /// The words of the blocks within.
  private(set) var lines: [[UInt64]] = []
  private var units: [Int] = []
  private var outside = 0
  private var inside = 0

  /// The box around a button; nil where nothing around it speaks of consent.
  ///
  /// `isTitled` says that the page is called a question for consent, so that what it says of data belongs to that.
  init?(
    _ button: PageButtons.Button,
    _ document: HTMLDocument,
    _ blocks: TextBlocks,
    isTitled: Bool
  ) {
    guard let node = button.node ?? document.nodes.firstIndex(where: { $0.tag == .form }),
      let place = Self.place(around: node, document)
    else { return nil }
    let phrases = ChallengePhrases.consent
    let range = place..<Int(document.nodes[place].end)
    for (index, block) in blocks.blocks.enumerated() {
      let isInside = range.contains(Int(block.node))
      guard isInside || block.linkUnits * 2 < block.units else { continue }
      let words = WordFolder.words(blocks.bytes(of: index), limit: 300)
      let isConsent =
        isTitled && (phrases.texts.occurs(in: words) || phrases.topics.occurs(in: words))
      if isInside || isConsent {
        inside += Int(block.units)
        lines.append(words)
        units.append(Int(block.units))
      } else {
        outside += Int(block.units)
      }
    }
  }

  private static func place(around node: Int, _ document: HTMLDocument) -> Int? {
    let phrases = ChallengePhrases.consent
    var place = node
    for _ in 0..<mostSteps {
      let words = WordFolder.words(document.line(of: place)[...])
      if document.nodes[place].tag != .button, words.count >= 3,
        phrases.topics.occurs(in: words) || phrases.texts.occurs(in: words)
      {
        return place
      }
      place = Int(document.nodes[place].parent)
      if place < 0 { return nil }
    }
    return nil
  }

  /// Whether the page holds little besides.
  var isPage: Bool { outside <= Self.mostOutside && outside <= max(inside, 60) }

  /// The share of the text that stands in blocks with one of the phrases.
  func share(of table: PhraseTable) -> Double {
    guard inside > 0 else { return 0 }
    let part = zip(lines, units).reduce(0) { table.occurs(in: $1.0) ? $0 + $1.1 : $0 }
    return Double(part) / Double(inside)
  }
}
