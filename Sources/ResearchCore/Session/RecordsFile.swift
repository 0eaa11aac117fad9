import FlowControl
import Glibc

/// Records that earlier commands wrote, read into a store.
package struct RecordsFile {
  /// The longest line that is read, in bytes: a text of 10 MB, escaped.
  private static let longestLine = 256 << 20

  private let path: String
  private let descriptor: Descriptor

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// It does not wait for a pipe's other end: who waits here could not be stopped.
  package init(path: String) throws(RecordsError) {
    self.path = path == "-" ? "standard input" : path
    let number =
      path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else {
      throw .unreadable(path: self.path, reason: SystemError(path: path).reason)
    }
    descriptor = Descriptor(number)
    var status = stat()
    fstat(descriptor.number, &status)
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    throw .unreadable(path: self.path, reason: "it is a directory")
  }

  /// Reads all records of several files into `store`.
  ///
  /// A single file's records keep their numbers. Several are numbered anew: files in order, then
  /// by index. Objects without an index are passed over, but for two: that a list was not read to
  /// its end, and the note of a report, which is kept of a single file where `keepsNotes` is true,
  /// because it names sources by their numbers. Of several lines for one index the last counts.
  static func load(
    _ files: [RecordsFile],
    into store: RecordStore,
    keepsNotes: Bool = true,
    until stop: StopSignal,
    scratchIn directory: String,
    on workers: any TaskExecutor
  ) async throws {
    if files.count == 1 {
      for file in files {
        try await file.read(into: store, keepsNotes, until: stop, on: workers)
      }
    } else {
      var renumbering = Renumbering(store: store, workers: workers)
      for file in files {
        let part = try RecordStore(inDirectory: directory)
        try await file.read(into: part, false, until: stop, on: workers)
        try await renumbering.add(part)
      }
    }
    if await store.count == 0 { throw RecordsError.empty }
  }

  private func read(
    into store: RecordStore,
    _ keepsNotes: Bool,
    until stop: StopSignal,
    on workers: any TaskExecutor
  ) async throws {
    let reader = ChunkReader(descriptor)
    defer { reader.stop() }
    stop.onStop { [weak reader] in reader?.stop() }
    var splitter = LineSplitter(bound: Self.longestLine)
    for await chunk in reader.chunks {
      var lines: [LineSplitter.Line] = []
      splitter.feed(chunk) { lines.append($0) }
      for line in lines { try await keep(line, in: store, keepsNotes, workers) }
      reader.proceed()
    }
    if stop.isStopped { throw CancellationError() }
    if let line = splitter.finish() { try await keep(line, in: store, keepsNotes, workers) }
    if let code = reader.error {
      throw RecordsError.unreadable(path: path, reason: SystemError(path: path, code: code).reason)
    }
  }

  private func keep(
    _ line: LineSplitter.Line,
    in store: RecordStore,
    _ keepsNotes: Bool,
    _ workers: any TaskExecutor
  ) async throws {
    guard !line.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0d).contains($0) }) else { return }
    let (path, number) = (path, line.number)
    let (index, isNote, list) = try await perform(on: workers) { () throws(RecordsError) in
      let index = try RecordCoder().index(of: line.bytes, path: path, line: number)
      if index != nil { return (index, false, ListNote?.none) }
      let isNote = keepsNotes && ReportNote(line: line.bytes) != nil
      return (index, isNote, ListNote(line: line.bytes))
    }
    if let index { try await store.append(line.bytes, index: index) }
    if isNote { try await store.append(note: line.bytes) }
    if let list { try await store.note(isIncomplete: list.incomplete) }
  }
}

/// Gives the records of several files new numbers, in order.
private struct Renumbering {
  private let store: RecordStore
  private let workers: any TaskExecutor
  private let coder = RecordCoder()
  private var last = 0

  init(store: RecordStore, workers: any TaskExecutor) {
    self.store = store
    self.workers = workers
  }

  mutating func add(_ part: RecordStore) async throws {
    if await part.isIncomplete { try await store.note(isIncomplete: true) }
    let indices = await part.indices
    var numbers: [Int: Int] = [:]
    for (offset, index) in indices.enumerated() { numbers[index] = last + offset + 1 }
    last += indices.count
    for index in indices {
      guard let line = try await part.line(index), let number = numbers[index] else { continue }
      let renumbered = try await perform(on: workers) { [coder, numbers] in
        try coder.renumbered(line, numbers)
      }
      try await store.append(renumbered, index: number)
    }
  }
}
