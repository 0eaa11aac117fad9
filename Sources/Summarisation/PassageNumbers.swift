/// The numbers of the passages that a model was shown: the same place always has the same number.
struct PassageNumbers: Sendable {
  private struct Place: Hashable {
    let source: Int
    let start: Int
    let end: Int
  }

  /// In the order of their numbers, from 1.
  private(set) var passages: [Passage] = []
  private var numbers: [Place: Int] = [:]

  /// In bytes, of a title or a link's words; an address may have seven times as many.
  private static let longestLabel = 300

  /// The passage of a number; nil where none was shown.
  subscript(number: Int) -> Passage? {
    passages.indices.contains(number - 1) ? passages[number - 1] : nil
  }

  /// What strangers wrote, line by line, each passage behind its number.
  mutating func text(of result: AgentResult) -> String {
    let quoted = result.quoted.map { "Message: \(Self.line($0, most: Self.longestLabel))" }
    let blocks = result.blocks.map { text(of: $0) }
    return (quoted.isEmpty ? blocks : [quoted.joined(separator: "\n")] + blocks)
      .joined(separator: "\n\n")
  }

  private mutating func text(of block: AgentResult.Block) -> String {
    var lines = ["Source \(block.source)" + Self.label(block.title, ": ")]
    if let address = block.address { lines.append("Address: \(Self.line(address, most: 2_000))") }
    for passage in block.passages {
      lines.append("[\(number(of: passage))] \(Self.safe(passage.text))")
    }
    if !block.links.isEmpty { lines.append("Links:") }
    for link in block.links {
      lines.append("- \(Self.line(link.url, most: 2_000))" + Self.label(link.label, " : "))
    }
    return lines.joined(separator: "\n")
  }

  /// A line that names the passages, for when their texts have gone.
  mutating func brief(of result: AgentResult) -> String {
    let told = result.blocks.filter { !$0.passages.isEmpty }.map { block in
      let numbers = block.passages.map { "\(number(of: $0))" }.joined(separator: ", ")
      return "source \(block.source): passages \(numbers)"
    }
    return "(Left out, because the conversation has become long. It held "
      + (told.isEmpty ? "no passages" : told.joined(separator: "; "))
      + ". They may still be cited; read and search show them again.)"
  }

  private mutating func number(of passage: Passage) -> Int {
    let place = Place(source: passage.source, start: passage.start, end: passage.end)
    if let number = numbers[place] { return number }
    var passage = passage
    passage.number = passages.count + 1
    passages.append(passage)
    numbers[place] = passage.number
    return passage.number
  }

  private static func label(_ text: String?, _ lead: String) -> String {
    let line = line(text ?? "", most: longestLabel)
    return line.isEmpty ? "" : lead + line
  }

  private static func line(_ text: String, most: Int) -> String {
    let beginning = text.unicodeScalars.prefix(most)
    return safe(String(String.UnicodeScalarView(beginning)))
  }

  /// Text on one line that holds nothing of what the conversation itself says: no number of a
  /// passage, no mark of a role, and not the name of a fence.
  private static func safe(_ text: String) -> String {
    UntrustedText.disarmed(PromptLine.text(text))
  }
}
