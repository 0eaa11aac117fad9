/// Looks up where the passages of findings stand: the sites and the links that a report shows.
struct PassageLinks {
  private let scratch: BriefStore
  private let records: RecordStore
  /// The source that was looked at last; findings of one source mostly follow each other.
  private var last: (source: Int, address: SourceAddress, text: PassageText)?

  /// How many agreeing passages of one finding are shown; more would hide it.
  static let mostShown = 5

  init(scratch: BriefStore, records: RecordStore) {
    (self.scratch, self.records) = (scratch, records)
  }

  /// The findings with their links, and with the sites and links of what agrees with them.
  mutating func linked(_ findings: [Finding]) async throws -> [Finding] {
    var findings = findings
    for place in findings.indices {
      if let first = findings[place].citations.first {
        findings[place].link = try await link(to: first)
      }
      for at in findings[place].agreeing.indices.prefix(Self.mostShown) {
        let citation = findings[place].agreeing[at].citation
        guard let brief = try await scratch.brief(citation.source) else { continue }
        findings[place].agreeing[at].site = brief.siteName
        findings[place].agreeing[at].link = try await link(to: citation)
      }
    }
    return findings
  }

  /// The differences with the links of their sentences.
  mutating func linked(_ differences: [Difference]) async throws -> [Difference] {
    var differences = differences
    for place in differences.indices {
      for at in differences[place].statements.indices {
        let finding = differences[place].statements[at].finding
        differences[place].statements[at].finding = try await linked([finding])[0]
      }
    }
    return differences
  }

  /// A link to a passage; nil for a source as a whole, and where no page can be opened.
  private mutating func link(to citation: Citation) async throws -> String? {
    guard let start = citation.start, let end = citation.end else { return nil }
    if last?.source != citation.source { last = try await source(citation.source) }
    guard let last else { return nil }
    return last.address.link(to: last.text.fragment(start, end)?.text)
  }

  private func source(_ index: Int) async throws -> (Int, SourceAddress, PassageText)? {
    guard let brief = try await scratch.brief(index), brief.address.link != nil,
      let line = try await records.line(index),
      let text = try RecordCoder().record(from: line).text
    else { return nil }
    return (index, brief.address, PassageText(text))
  }
}
