/// Briefs of sources in a scratch file that has no name.
struct BriefStore {
  private let store: RecordStore

  /// Opens an empty store in `directory`.
  init(inDirectory directory: String) throws(SystemError) {
    store = try RecordStore(inDirectory: directory)
  }

  /// Keeps a brief.
  func add(_ brief: SourceBrief) async throws(SystemError) {
    try await store.append(brief.bytes, index: brief.index)
  }

  /// The brief of the source with `index`; nil where there is none.
  func brief(_ index: Int) async throws(SystemError) -> SourceBrief? {
    try await store.line(index).flatMap(SourceBrief.init(bytes:))
  }
}
