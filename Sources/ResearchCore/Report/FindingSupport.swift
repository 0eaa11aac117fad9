import Summarisation

/// Judges the sentences of a report's summary that a model wrote by the passages of the records.
struct FindingSupport {
  private let records: RecordStore
  private let check: SupportCheck
  /// The texts that were looked at last; sentences cite the same few sources.
  private var shelf: [(source: Int, text: [Unicode.Scalar], language: String?)] = []

  private static let size = 8

  init(records: RecordStore, check: SupportCheck = SupportCheck()) {
    (self.records, self.check) = (records, check)
  }

  /// The findings with the passages that there are, and whether these support them.
  ///
  /// What cites a source without a passage, as old notes do, is not supported. Throws
  /// `CancellationError` soon after the task is cancelled.
  mutating func checked(_ findings: [Finding]) async throws -> [Finding] {
    var checked: [Finding] = []
    for finding in findings {
      try Task.checkCancellation()
      checked.append(try await self.checked(finding))
    }
    return checked
  }

  private mutating func checked(_ finding: Finding) async throws -> Finding {
    var (citations, passages) = ([Citation](), CitedPassages())
    var isWhole = true
    var language: String?
    for citation in finding.citations {
      guard let start = citation.start, let end = citation.end,
        let place = try await place(of: citation.source), shelf[place].text.holds(start, end)
      else {
        citations.append(Citation(source: citation.source))
        isWhole = false
        continue
      }
      citations.append(citation)
      passages.add(shelf[place].text, from: start, to: end)
      language = language ?? shelf[place].language
    }
    var seen = Set<Citation>()
    var finding = finding
    finding.isSupported =
      isWhole && check.supports(finding.text, by: passages, language: language)
    finding.citations = citations.filter { seen.insert($0).inserted }
    return finding
  }

  private mutating func place(of source: Int) async throws -> Int? {
    if let place = shelf.firstIndex(where: { $0.source == source }) { return place }
    guard let line = try await records.line(source) else { return nil }
    let record = try RecordCoder().record(from: line)
    guard let text = record.text else { return nil }
    if shelf.count == Self.size { shelf.removeFirst() }
    shelf.append((source, Array(text.unicodeScalars), record.language))
    return shelf.count - 1
  }
}
