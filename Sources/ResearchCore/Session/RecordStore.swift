import Glibc

/// Records on disk, one line of JSON each, found by index.
///
/// Memory holds twelve bytes a record. Without a path the file has no name: it goes when the
/// store goes, however the program ends.
package actor RecordStore {
  private let file: Descriptor
  private let path: String
  /// What a file with a name begins with, until it is written.
  private let header: [UInt8]
  private let isNew: Bool
  /// What an earlier run has left in the file, to be read before anything is added; nil for nothing.
  nonisolated let inherited: RecordsScan?
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
    (file, path) = (Descriptor(nameless.descriptor), nameless.path)
    (header, isNew, inherited) = ([], false, nil)
  }

  /// Opens the store that a configuration asks for.
  ///
  /// Throws ``RecordsError`` where its file is another run's, holds something and is not to be gone
  /// on from, or was made with other options; the file is left as it is.
  package init(_ configuration: Configuration) throws {
    guard let path = configuration.records else {
      try self.init(inDirectory: configuration.temporaryDirectory)
      return
    }
    let destination = try RecordsDestination(path: path, resumes: configuration.resumes)
    let header = RecordsHeader(configuration)
    try self.init(destination, header: header.line(), inherited: header.scan(destination))
  }

  private init(_ destination: RecordsDestination, header: [UInt8], inherited: RecordsScan?) {
    (path, file, isNew) = (destination.path, destination.descriptor, destination.isNew)
    self.header = header
    self.inherited = inherited
    end = destination.size
  }

  deinit {
    // A run that came to nothing leaves nothing.
    if isNew, end == 0 { unlink(path) }
  }

  /// Takes in lines that the file holds already.
  func take(_ lines: [RecordsScan.Line]) {
    for line in lines {
      switch line.content {
      case .record(let index, _): place(index, at: line.offset, line.length)
      case .note: noted = (line.offset, line.length)
      case .list(let list): isIncomplete = list.incomplete
      case .header, .other: continue
      }
    }
  }

  /// Goes on behind the last line that is whole; what follows it is cut off.
  func proceed(from last: RecordsScan.End) throws(SystemError) {
    guard ftruncate(file.number, Int(last.offset)) == 0 else { throw SystemError(path: path) }
    end = last.offset
    if last.lacksLineEnd { _ = try add([UInt8(ascii: "\n")]) }
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
    place(index, at: try add(line), line.count)
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

  private func place(_ index: Int, at offset: Int64, _ length: Int) {
    if offsets.count < index {
      offsets.append(contentsOf: repeatElement(-1, count: index - offsets.count))
      lengths.append(contentsOf: repeatElement(0, count: index - lengths.count))
    }
    if offsets[index - 1] < 0 { count += 1 }
    offsets[index - 1] = offset
    lengths[index - 1] = UInt32(length)
  }

  /// Writes a line, after the header where it is the first, and gives back where it stands.
  private func add(_ line: [UInt8]) throws(SystemError) -> Int64 {
    let lead = end == 0 ? header : []
    // In one write, so that hardly ever a part of it is all that a killed program leaves.
    try write(lead.isEmpty ? line : lead + line)
    defer { end += Int64(lead.count + line.count) }
    return end + Int64(lead.count)
  }

  private func write(_ line: [UInt8]) throws(SystemError) {
    var done = 0
    while done < line.count {
      let count = line.withUnsafeBytes { bytes in
        pwrite(
          file.number,
          bytes.baseAddress.map { $0 + done },
          line.count - done,
          Int(end) + done
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = SystemError(path: path)
        // Half a line would be no record; that the whole ones stay is what matters.
        _ = ftruncate(file.number, Int(end))
        throw error
      }
      done += count
    }
  }

  private func read(_ count: Int, at offset: Int64) throws(SystemError) -> [UInt8] {
    let line = try file.read(count, at: offset, path: path)
    guard line.count == count else { throw SystemError(path: path, code: EIO) }
    return line
  }
}
