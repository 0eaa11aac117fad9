import Fetching

extension Record {
  /// What makes a record that was read contradict itself; nil where nothing does.
  ///
  /// A report's citations are only as true as its records: each sentence must stand in the text
  /// where the record says, and the text must be the one that was hashed.
  var objection: String? {
    if version != 1 { return "its version is \(version), and only 1 is known" }
    if !(1...10_000_000).contains(index) { return "its index is out of range" }
    guard let text else {
      return outcome == .used ? "it has no text, so that no report can be made of it" : nil
    }
    if let textSHA256, textSHA256 != Fetching.sha256(Array(text.utf8)) {
      return "its text is not the one that \"text_sha256\" is of"
    }
    let scalars = Array(text.unicodeScalars)
    let isOff = (summary ?? []).contains { !$0.isTrue(to: scalars, isWritten: model != nil) }
    return isOff ? "a sentence of \"summary\" does not stand in \"text\" where it should" : nil
  }

  /// The model that wrote the summary; nil where it was quoted, or there is none.
  var summaryModel: String? { summary == nil ? nil : model }
}

extension Record.Sentence {
  /// Whether it stands where it says; only what a model has written may say nothing of it.
  fileprivate func isTrue(to text: [Unicode.Scalar], isWritten: Bool) -> Bool {
    guard let start, let end else { return isWritten && self.start == nil && self.end == nil }
    guard start >= 0, start <= end, end <= text.count else { return false }
    return text[start..<end].elementsEqual(self.text.unicodeScalars)
  }
}
