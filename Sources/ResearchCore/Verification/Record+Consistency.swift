import Fetching

extension Record {
  /// What in a record contradicts itself; nil where nothing does.
  ///
  /// A footnote ends with the hash of the text; so a text that was changed shows itself here.
  var inconsistency: String? {
    guard let text else { return nil }
    if let textSHA256, Fetching.sha256(Array(text.utf8)) != textSHA256 {
      return "its text was changed: text_sha256 is another"
    }
    guard let summary, summaryModel == nil else { return nil }
    let scalars = Array(text.unicodeScalars)
    for sentence in summary {
      guard let start = sentence.start, let end = sentence.end else { continue }
      guard start >= 0, start <= end, end <= scalars.count,
        scalars[start..<end].elementsEqual(sentence.text.unicodeScalars)
      else { return "a sentence of its summary is not at \(start) in its text" }
    }
    return nil
  }
}
