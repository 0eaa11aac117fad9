/// Reads what an earlier run has left in a file of records, from behind its header on.
///
/// A program that was killed leaves at most one line that is not whole, the last: it is passed over.
/// Whatever else is no record makes the file one that cannot be trusted.
struct RecordsScan: Sendable {
  /// A line, and where it stands.
  struct Line: Sendable {
    /// The place of its first byte.
    var offset: Int64
    /// Its bytes, with its end.
    var length: Int
    /// What it holds.
    var content: Content
  }

  /// What a line can hold.
  enum Content: Sendable {
    case record(index: Int, RecordedSources.Entry)
    case note
    /// Whether the list was read to its end.
    case list(ListNote)
    /// The options of a run.
    case header
    /// Nothing that matters: a blank line, or an object that is not ours.
    case other
  }

  /// Where what is to be kept ends.
  struct End: Sendable, Equatable {
    var offset: Int64
    /// Whether its last line is whole but for its end.
    var lacksLineEnd = false
  }

  /// What messages call the file.
  let path: String
  /// The open file.
  let descriptor: Descriptor
  /// Where the first line behind the header begins; 0 where not even the header is whole.
  let start: Int64
  /// How many bytes the file holds.
  let size: Int64
  /// The first line without its end; empty where there is none.
  var header: [UInt8] = []
  /// How much is read at a time, in bytes.
  var chunk = 1 << 20

  /// The longest line that is read, in bytes: a text of 10 MB, escaped.
  private static let longestLine = 256 << 20

  /// Hands all lines to `keep` in order, some at a time, and gives back where they end.
  ///
  /// Each line is parsed once, half of them beside the other half; in memory are those of one chunk
  /// and the end of a long one. Throws ``RecordsError`` where a line is no record, a system error
  /// where the file cannot be read, a `CancellationError` soon after the task is cancelled.
  func run(_ keep: ([Line]) async throws -> Void) async throws -> End {
    guard start > 0 else { return End(offset: 0) }
    var splitter = LineSplitter(bound: Self.longestLine, after: 1)
    var (read, next) = (start, start)
    while read < size {
      try Task.checkCancellation()
      let bytes = try descriptor.read(Int(min(Int64(chunk), size - read)), at: read, path: path)
      guard !bytes.isEmpty else { break }
      read += Int64(bytes.count)
      var lines: [ScannedLine] = []
      splitter.feed(bytes) { line in
        lines.append(ScannedLine(line: line, offset: next))
        next += Int64(line.bytes.count) + 1
      }
      if let end = try await keepParsed(lines, keep) { return end }
    }
    guard let rest = splitter.finish() else { return End(offset: next) }
    return try await keepLast(ScannedLine(line: rest, offset: next), keep)
  }

  /// Gives back the end of what is to be kept where the last of the lines is cut short.
  private func keepParsed(
    _ lines: [ScannedLine],
    _ keep: ([Line]) async throws -> Void
  ) async throws -> End? {
    async let later = Self.parsed(lines[(lines.count / 2)...])
    let all = await Self.parsed(lines[..<(lines.count / 2)]) + later
    var kept: [Line] = []
    for (line, result) in zip(lines, all) {
      switch result {
      case .success(.header) where line.line.bytes != header: throw mixture(line)
      case .success(let content): kept.append(line.with(content))
      case .failure(let flaw):
        guard line.end == size, line.isCut(flaw) else { throw damage(line, flaw) }
        try await keep(kept)
        return End(offset: line.offset)
      }
    }
    try await keep(kept)
    return nil
  }

  /// A line without an end is kept where it is whole, and passed over where it is not.
  private func keepLast(
    _ line: ScannedLine,
    _ keep: ([Line]) async throws -> Void
  ) async throws -> End {
    switch await Self.parsed([line][...])[0] {
    case .success(.header) where line.line.bytes != header: throw mixture(line)
    case .success(.other), .success(.header): return End(offset: line.offset)
    case .success(let content):
      try await keep([line.with(content)])
      return End(offset: line.end - 1, lacksLineEnd: true)
    case .failure(let flaw):
      guard !flaw.isJSON else { throw damage(line, flaw) }
      return End(offset: line.offset)
    }
  }

  private func damage(_ line: ScannedLine, _ flaw: RecordCoder.Flaw) -> RecordsError {
    .damaged(path: path, line: line.line.number, reason: flaw.reason)
  }

  private func mixture(_ line: ScannedLine) -> RecordsError {
    .mixed(path: path, line: line.line.number)
  }

  private static func parsed(
    _ lines: ArraySlice<ScannedLine>
  ) async -> [Result<Content, RecordCoder.Flaw>] {
    lines.map { line in Result { () throws(RecordCoder.Flaw) in try line.content } }
  }
}

/// A line as it was read.
private struct ScannedLine: Sendable {
  let line: LineSplitter.Line
  let offset: Int64

  /// The place behind it, its end included.
  var end: Int64 { offset + Int64(line.bytes.count) + 1 }

  func with(_ content: RecordsScan.Content) -> RecordsScan.Line {
    RecordsScan.Line(offset: offset, length: line.bytes.count + 1, content: content)
  }

  /// Whether it is the beginning of an object whose rest is missing.
  func isCut(_ flaw: RecordCoder.Flaw) -> Bool {
    !flaw.isJSON && line.bytes.first == UInt8(ascii: "{")
  }

  var content: RecordsScan.Content {
    get throws(RecordCoder.Flaw) {
      guard !line.isCut else { throw .init(reason: "it is longer than 256 MB", isJSON: false) }
      guard !line.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0d).contains($0) }) else {
        return .other
      }
      if let record = try RecordCoder().checked(line.bytes) {
        return .record(index: record.index, RecordedSources.Entry(record))
      }
      if let list = ListNote(line: line.bytes) { return .list(list) }
      // What could not be asked to its end for want of time is asked again.
      let isNote = ReportNote(line: line.bytes).map { $0.error?.kind != .cancelled } ?? false
      if isNote { return .note }
      return RecordsHeader.isHeader(line.bytes) ? .header : .other
    }
  }
}
