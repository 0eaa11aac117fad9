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
    let isOff = (summary ?? []).contains { sentence in
      guard sentence.start >= 0, sentence.start <= sentence.end, sentence.end <= scalars.count
      else { return true }
      return !scalars[sentence.start..<sentence.end].elementsEqual(sentence.text.unicodeScalars)
    }
    return isOff ? "a sentence of \"summary\" does not stand in \"text\" where it should" : nil
  }
}
