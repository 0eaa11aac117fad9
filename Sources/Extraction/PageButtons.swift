/// What can be pressed on a page: buttons, and links that look like one by their few words.
struct PageButtons {
  /// The most buttons and links that are looked at.
  private static let most = 400
  /// The most nodes of a button; more is a region that can be pressed.
  private static let mostNodes = 64
  /// The most words of a button; characters of dense scripts are words.
  private static let longest = 16

  /// A button's words, and the node that holds it; nil for `<input>`s.
  struct Button {
    let words: [UInt64]
    let node: Int?
  }

  private(set) var buttons: [Button] = []

  init(_ document: HTMLDocument, _ signs: ChallengeSigns) {
    for (index, node) in document.nodes.enumerated() where node.tag == .button || node.tag == .a {
      guard buttons.count < Self.most else { break }
      guard Int(node.end) - index <= Self.mostNodes else { continue }
      add(document.line(of: index, limit: 120)[...], index)
    }
    for value in signs.buttons { add(value[...], nil) }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ node: Int?) {
    let words = WordFolder.words(text, limit: Self.longest + 1)
    guard !words.isEmpty, words.count <= Self.longest else { return }
    buttons.append(Button(words: words, node: node))
  }

  /// Whether any says one of the phrases.
  func hasAny(_ table: PhraseTable) -> Bool {
    buttons.contains { table.equals($0.words) }
  }

  /// The first that says one of the phrases.
  func first(_ table: PhraseTable) -> Button? {
    buttons.first { table.equals($0.words) }
  }
}
