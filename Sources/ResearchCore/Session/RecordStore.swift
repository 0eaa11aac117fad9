import Glibc

/// Records on disk, one line of JSON each, found by index.
///
/// Memory holds twelve bytes a record. Without a path the file has no name: it goes when the
/// store goes, however the program ends.
package actor RecordStore {
  private let file: Int32
  private let path: String
  /// What a file with a name begins with, until it is written.
  private let header: [UInt8]
  private let isNew: Bool
  private var end: Int64 = 0
  private var offsets: [Int64] = []
  private var lengths: [UInt32] = []
  /// Whether the list was not read to its end, so that sources may have no record.
  package private(set) var isIncomplete = false
  /// Where the last note stands.
  private var noted: (offset: Int64, length: Int)?

  /// Opens a store without a name in `directory`.
  package init(inDirectory directory: String) throws(SystemError) {
    let nameless = try NamelessFile(inDirectory: directory)
    (file, path) = (nameless.descriptor, nameless.path)
    (header, isNew) = ([], false)
  }

  /// Opens the store that a configuration asks for; throws ``RecordsError`` where its file is
  /// another run's or holds something.
  package init(_ configuration: Configuration) throws {
    guard let path = configuration.records else {
      try self.init(inDirectory: configuration.temporaryDirectory)
      return
    }
    try self.init(
      path: path,
      destination: RecordsDestination(path: path),
      header: RecordsHeader(configuration).line()
    )
  }

  private init(path: String, destination: RecordsDestination, header: [UInt8]) {
    self.path = path
    self.header = header
    (file, isNew) = (destination.descriptor, destination.isNew)
  }

  deinit {
    // A run that came to nothing leaves nothing.
    if isNew, end == 0 { unlink(path) }
    close(file)
  }

  /// The indices that have a record, rising.
  package var indices: [Int] {
    offsets.indices.lazy.filter { self.offsets[$0] >= 0 }.map { $0 + 1 }
  }

  /// How many records there are.
  package private(set) var count = 0

  /// Whether a record with this index was stored.
  package func contains(_ index: Int) -> Bool {
    index >= 1 && index <= offsets.count && offsets[index - 1] >= 0
  }

  /// Keeps a line as the record with `index`; a later line for the same index replaces it.
  package func append(_ line: [UInt8], index: Int) throws(SystemError) {
    let offset = try add(line)
    if offsets.count < index {
      offsets.append(contentsOf: repeatElement(-1, count: index - offsets.count))
      lengths.append(contentsOf: repeatElement(0, count: index - lengths.count))
    }
    if offsets[index - 1] < 0 { count += 1 }
    offsets[index - 1] = offset
    lengths[index - 1] = UInt32(line.count)
  }

  /// Keeps a line that is about all records together; a later one replaces it.
  package func append(note line: [UInt8]) throws(SystemError) {
    noted = (try add(line), line.count)
  }

  /// Notes whether the list was read to its end, where that differs from what was noted last.
  package func note(isIncomplete: Bool) throws(SystemError) {
    guard isIncomplete != self.isIncomplete else { return }
    _ = try add(ListNote(isIncomplete: isIncomplete).line)
    self.isIncomplete = isIncomplete
  }

  /// The line that is about all records together, or nil where there is none.
  package func note() throws(SystemError) -> [UInt8]? {
    guard let noted else { return nil }
    return try read(noted.length, at: noted.offset)
  }

  /// The line stored for `index`, or nil where there is none.
  package func line(_ index: Int) throws(SystemError) -> [UInt8]? {
    guard contains(index) else { return nil }
    return try read(Int(lengths[index - 1]), at: offsets[index - 1])
  }

  /// The lines stored for the first of `indices`, nil for an index that has none.
  ///
  /// As many as come to a megabyte, and one at least: fewer turns of the store than with
  /// ``line(_:)`` for each.
  func lines(_ indices: ArraySlice<Int>) throws(SystemError) -> [(index: Int, line: [UInt8]?)] {
    var (lines, bytes): ([(index: Int, line: [UInt8]?)], Int) = ([], 0)
    for index in indices {
      let line = try line(index)
      bytes += line?.count ?? 0
      lines.append((index, line))
      if bytes >= 1 << 20 { break }
    }
    return lines
  }

  /// Keeps several lines, each as the record with its index.
  func append(_ lines: [(index: Int, line: [UInt8])]) throws(SystemError) {
    for (index, line) in lines { try append(line, index: index) }
  }

  /// Writes a line, after the header where it is the first, and gives back where it stands.
  private func add(_ line: [UInt8]) throws(SystemError) -> Int64 {
    if end == 0, !header.isEmpty {
      try write(header)
      end = Int64(header.count)
    }
    try write(line)
    defer { end += Int64(line.count) }
    return end
  }

  private func write(_ line: [UInt8]) throws(SystemError) {
    var done = 0
    while done < line.count {
      let count = line.withUnsafeBytes { bytes in
        pwrite(file, bytes.baseAddress.map { $0 + done }, line.count - done, Int(end) + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = SystemError(path: path)
        // Half a line would be no record; that the whole ones stay is what matters.
        _ = ftruncate(file, Int(end))
        throw error
      }
      done += count
    }
  }

  private func read(_ count: Int, at offset: Int64) throws(SystemError) -> [UInt8] {
    let line = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          file,
          buffer.baseAddress.map { $0 + filled },
          count - filled,
          Int(offset) + filled
        )
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard line.count == count else { throw SystemError(path: path) }
    return line
  }
}
