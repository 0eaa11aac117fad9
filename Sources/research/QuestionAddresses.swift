/// The web addresses that a question names.
enum QuestionAddresses {
  private static let schemes = ["https://", "http://"]
  /// What a sentence puts around an address.
  private static let opening: Set<Character> = ["(", "[", "<", "\"", "'", "“", "‘", "«", "„"]
  private static let closing: Set<Character> = [
    ")", "]", ">", "\"", "'", "”", "’", "»", "“", ".", ",", ";", ":", "!", "?", "…",
  ]

  /// The words that are addresses, without what the sentence puts around them, in order.
  static func all(in question: String) -> [String] {
    question.split(whereSeparator: \.isWhitespace).compactMap { word in
      let address = word.drop { opening.contains($0) }
      guard schemes.contains(where: { address.lowercased().hasPrefix($0) }) else { return nil }
      return trimmed(address)
    }
  }

  /// The question with the user names and passwords taken out of its addresses: they go to the
  /// sites alone, and neither to a model nor into a report.
  static func withoutCredentials(_ question: String) -> String {
    var kept = ""
    var rest = question[...]
    while let mark = rest.firstRange(of: "://") {
      kept += rest[..<mark.upperBound]
      rest = rest[mark.upperBound...]
      let authority = rest.prefix { !"/?#".contains($0) && !$0.isWhitespace }
      if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    }
    return kept + rest
  }

  /// A bracket that the address opens itself belongs to it.
  private static func trimmed(_ word: Substring) -> String {
    var word = word
    while let last = word.last, closing.contains(last) {
      if last == ")", word.contains("(") { break }
      word.removeLast()
    }
    return String(word)
  }
}
