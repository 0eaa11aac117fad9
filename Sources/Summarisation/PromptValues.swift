/// What a prompt says of one call.
package struct PromptValues: Sendable {
  /// The most sentences and words that are wanted.
  package var length: SummaryLength
  /// The language to write in, a BCP 47 tag; nil where the text decides.
  package var language: String?
  /// What the reader wants to know.
  package var question: String?
  /// Which part of the page it is, from 1, and of how many.
  package var part: (number: Int, count: Int)?
  /// All that strangers have written, not fenced yet.
  package var untrusted: String

  /// Describes a call.
  package init(
    length: SummaryLength,
    language: String? = nil,
    question: String? = nil,
    untrusted: String
  ) {
    self.length = length
    self.language = language
    self.question = question
    self.untrusted = untrusted
  }
}

extension PromptValues {
  /// The values by the names that templates use.
  var named: [String: Any] {
    let fence = UntrustedText(untrusted)
    var named: [String: Any] = [
      "length": length.inWords, "sentences": length.sentences, "opening": fence.opening,
      "closing": fence.closing, "untrusted": fence.fenced, "hasUntrusted": !untrusted.isEmpty,
    ]
    named["words"] = length.words
    // No more than letters: a page tells its language itself.
    named["language"] = LanguageData.primarySubtag(language)
    let question = question.map(PlainAnswer.oneLine) ?? ""
    if !question.isEmpty { named["question"] = question }
    if let part { (named["part"], named["parts"]) = (part.number, part.count) }
    return named
  }
}

extension SummaryLength {
  /// "at most 3 sentences and at most 50 words in all".
  var inWords: String {
    let words = words.map { " and at most \(Self.count($0, "word")) in all" }
    return "at most \(Self.count(sentences, "sentence"))\(words ?? "")"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
