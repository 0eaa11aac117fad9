/// What strangers have written, put together for a prompt.
///
/// Pages are hostile: titles and addresses are theirs too. Each passage is one line that begins
/// with its number, and ``PromptLine`` sees to it that no text holds a number of that form.
enum ChatPrompt {
  /// In characters (Unicode scalars), of all sources of a report together, labels aside.
  static let maxText = 60_000
  /// In characters, of a title or an address.
  static let maxLabel = 300
  /// In characters: a source with less has nothing to say.
  static let leastShare = 60

  /// A page's title and address, and a range of its passages.
  static func page(_ text: SourceText, _ numbered: NumberedText, _ range: Range<Int>) -> String {
    label("Title", text.title, max: maxLabel) + label("Address", text.address, max: maxLabel)
      + "\n" + numbered.lines(range)
  }

  /// Sentences that a model wrote about the parts of a page, numbered from 1.
  static func sentences(_ sentences: ArraySlice<CitedSentence>, of text: SourceText) -> String {
    let lines = sentences.enumerated().map { "[\($0 + 1)] \(PromptLine.text($1.text))\n" }
    return label("Title", text.title, max: maxLabel) + "\n" + lines.joined()
  }

  /// A source's title, address and first passages in at most `share` characters, their numbers
  /// aside, and the passages that were shown.
  ///
  /// Title and address have at most a quarter each; an address that is longer is left out. Of the
  /// passages the first is cut where it does not fit; others are left out then.
  static func source(_ source: ReportSource, share: Int) -> (text: String, shown: [Passage]) {
    let quarter = min(maxLabel, share / 4)
    var text = label("Title", source.title, max: quarter)
    if let address = source.address, address.unicodeScalars.count <= quarter {
      text += label("Address", address, max: quarter)
    }
    var left = share - text.unicodeScalars.count
    var shown: [Passage] = []
    for passage in source.passages {
      let line = line(passage.text, max: shown.isEmpty ? max(0, left) : maxText)
      let count = line.unicodeScalars.count
      guard count <= left else { break }
      left -= count
      text += "[\(passage.number)] \(line)\n"
      shown.append(passage)
    }
    return (text + "\n", shown)
  }

  private static func label(_ name: String, _ text: String?, max: Int) -> String {
    guard let text, !text.isEmpty else { return "" }
    return "\(name): \(line(text, max: max))\n"
  }

  /// One line of a text, of which no more is read than may be needed.
  private static func line(_ text: String, max: Int) -> String {
    cut(PromptLine.text(cut(text, to: 2 * max)), to: max)
  }

  /// The first characters of a text.
  private static func cut(_ text: String, to count: Int) -> String {
    guard text.utf8.count > count else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }
}
