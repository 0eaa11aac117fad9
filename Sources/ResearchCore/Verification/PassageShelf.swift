/// Fetches the passages of sources from records, the last few at hand.
struct PassageShelf {
  private let records: RecordStore
  private let scratch: BriefStore
  private var shelf: [(source: Int, passages: SourcePassages)] = []

  /// Findings go back and forth between few sources.
  private static let size = 16
  /// Scalars of all texts at hand, about 14 bytes each.
  private static let mostScalars = 4 << 20

  init(records: RecordStore, scratch: BriefStore) {
    (self.records, self.scratch) = (records, scratch)
  }

  /// The passages of a source; nil where it has no text.
  mutating func passages(of source: Int) async throws -> SourcePassages? {
    if let known = shelf.first(where: { $0.source == source }) { return known.passages }
    guard let brief = try await scratch.brief(source), let line = try await records.line(source)
    else { return nil }
    let record = try RecordCoder().record(from: line)
    guard let text = record.text else { return nil }
    let passages = SourcePassages(brief, text: text, language: record.language)
    shelf.append((source, passages))
    while shelf.count > 1, shelf.count > Self.size || scalars > Self.mostScalars {
      shelf.removeFirst()
    }
    return passages
  }

  private var scalars: Int { shelf.reduce(0) { $0 + $1.passages.length } }
}
