/// Briefs of sources in a scratch file that has no name.
struct BriefStore {
  private let store: RecordStore

  /// Opens an empty store in `directory`.
  init(inDirectory directory: String) throws(SystemError) {
    store = try RecordStore(inDirectory: directory)
  }

  /// Keeps some briefs.
  func add(_ briefs: [SourceBrief]) async throws(SystemError) {
    try await store.append(briefs.map { ($0.index, $0.bytes) })
  }

  /// The brief of the source with `index`; nil where there is none.
  func brief(_ index: Int) async throws(SystemError) -> SourceBrief? {
    try await store.line(index).flatMap(SourceBrief.init(bytes:))
  }

  /// The briefs of some sources, in the order given; those without one are left out.
  func briefs(_ indices: ArraySlice<Int>) async throws(SystemError) -> [SourceBrief] {
    var (briefs, rest): ([SourceBrief], ArraySlice<Int>) = ([], indices)
    while !rest.isEmpty {
      let batch = try await store.lines(rest)
      rest = rest.dropFirst(batch.count)
      briefs += batch.compactMap { $0.line.flatMap(SourceBrief.init(bytes:)) }
    }
    return briefs
  }
}
