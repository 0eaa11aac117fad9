import Testing

/// A text in which a bar stands where a sentence ends, ¶ for a blank line, ↵ for a line break and
/// ␣ for a space that does not break.
struct MarkedText: CustomTestStringConvertible {
  let language: String
  let text: String
  let sentences: [String]
  var testDescription: String { "\(language): \(text.prefix(40))" }

  init(_ language: String, _ marked: some StringProtocol) {
    var plain = ""
    for character in marked.unicodeScalars {
      switch character {
      case "¶": plain += "\n\n"
      case "↵": plain += "\n"
      case "␣": plain += "\u{A0}"
      default: plain.unicodeScalars.append(character)
      }
    }
    self.language = language
    let parts = plain.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
    text = parts.map { String(String.UnicodeScalarView($0)) }.joined()
    sentences = parts.map(Self.trimmed).filter { !$0.isEmpty }
  }

  /// The cases of a table, one a line.
  static func cases(_ tables: [(language: String, cases: String)]) -> [MarkedText] {
    tables.flatMap { table in
      table.cases.split(separator: "\n").map { MarkedText(table.language, $0) }
    }
  }

  private static func trimmed(_ part: String.UnicodeScalarView.SubSequence) -> String {
    let trimmed = part.drop { $0.properties.isWhitespace }
    let end = trimmed.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(String.UnicodeScalarView(trimmed[...$0])) } ?? ""
  }
}
