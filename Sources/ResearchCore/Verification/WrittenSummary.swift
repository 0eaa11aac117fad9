import Summarisation

/// The sentences of a summary that a model wrote, as the records have them.
struct WrittenSummary {
  private let note: ReportNote
  private let sources: Set<Int>

  init(_ note: ReportNote, citing sources: Set<Int>) {
    (self.note, self.sources) = (note, sources)
  }

  /// Those of its sentences that the report has, in order.
  func findings(_ claims: ReportClaims) -> [Finding] {
    let all = note.findings(within: SummaryLength(sentences: .max), citing: sources) ?? []
    guard let line = claims.writtenLine?.text else {
      let texts = Set(claims.summary.map(\.text))
      return all.filter { texts.contains($0.text) }
    }
    var rest = Array(line.utf8)[...]
    return all.filter { finding in
      let text = Array(MarkdownEscape.passage(finding.text).utf8)
      guard rest.starts(with: text) else { return false }
      rest = rest.dropFirst(text.count)
      skip(" [¶](", to: ")", of: &rest)
      skip(" *(", to: "*", of: &rest, after: 2)
      while skip(" [^", to: "]", of: &rest) {}
      if rest.first == 0x20 { rest = rest.dropFirst() }
      return true
    }
  }

  /// Goes behind what stands behind a sentence; false where it is not there.
  @discardableResult
  private func skip(
    _ start: String,
    to end: Unicode.Scalar,
    of rest: inout ArraySlice<UInt8>,
    after least: Int = 0
  ) -> Bool {
    guard rest.starts(with: start.utf8),
      let end = rest.dropFirst(start.utf8.count + least).firstIndex(of: UInt8(ascii: end))
    else { return false }
    rest = rest[(end + 1)...]
    return true
  }
}
