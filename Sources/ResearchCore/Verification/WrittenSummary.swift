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
      while rest.starts(with: " [^".utf8), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
        rest = rest[(end + 1)...]
      }
      if rest.first == 0x20 { rest = rest.dropFirst() }
      return true
    }
  }
}
