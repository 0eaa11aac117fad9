import FlowControl
import Glibc

/// The sources that a run's inputs name, numbered through, read as they come.
struct SourceList: Sendable {
  let inputs: [OpenedInput]
  /// Whether a pipe among them was not kept to its end.
  let isCut: Bool

  /// Opens all inputs, so that one that cannot be read is known before anything begins.
  init(_ inputs: [SourceInput]) throws(InputError) {
    var opened: [OpenedInput] = []
    for input in inputs { opened.append(try OpenedInput(input)) }
    self.init(opened: opened)
  }

  /// Reads inputs that are open already.
  init(opened: [OpenedInput], isCut: Bool = false) {
    inputs = opened
    self.isCut = isCut
  }

  /// The number of sources, where no input is a pipe: lines that are neither blank nor comments.
  ///
  /// Reads the lists once, without taking them in; call it on a worker.
  func count() -> Int? {
    var count = 0
    for input in inputs {
      guard let descriptor = input.descriptor else {
        count += 1
        continue
      }
      guard input.isRegular else { return nil }
      count += Self.countLines(descriptor)
    }
    return count
  }

  /// Hands each source to `body`, in order, and gives back how many there were, and whether these
  /// are all.
  ///
  /// Throws ``InputError`` where a list cannot be read to its end. Ends with the lists, or when the
  /// task is cancelled; once `stop` is given, pipes are read no further, but files are.
  func read(
    until stop: StopSignal,
    _ body: (Source) async throws -> Void
  ) async throws -> (count: Int, isWhole: Bool) {
    var (index, isWhole) = (0, !isCut)
    for input in inputs {
      if let text = input.source {
        index += 1
        try await body(SourceLine(line: nil, folder: "").source(index: index, text: text))
      } else if let descriptor = input.descriptor {
        let isRead = try await Self.read(descriptor, input, until: stop, &index, body)
        isWhole = isWhole && isRead
      }
    }
    return (index, isWhole)
  }

  private static func read(
    _ descriptor: Descriptor,
    _ input: OpenedInput,
    until stop: StopSignal,
    _ index: inout Int,
    _ body: (Source) async throws -> Void
  ) async throws -> Bool {
    let reader = ChunkReader(descriptor)
    defer { reader.stop() }
    if !input.isRegular { stop.onStop { [weak reader] in reader?.stop() } }
    var splitter = LineSplitter()
    var isBegun = false
    for await chunk in reader.chunks {
      var lines: [LineSplitter.Line] = []
      splitter.feed(chunk) { lines.append($0) }
      for line in lines {
        try check(line, input, &isBegun)
        try await read(line, input.folder, &index, body)
      }
      reader.proceed()
    }
    if let code = reader.error { throw InputError.unreadable(input.name, code: code) }
    // Half a line would name another source.
    guard !reader.isCut else { return false }
    if let line = splitter.finish() {
      try check(line, input, &isBegun)
      try await read(line, input.folder, &index, body)
    }
    return true
  }

  /// A page on standard input would be a failure a line.
  private static func check(
    _ line: LineSplitter.Line,
    _ input: OpenedInput,
    _ isBegun: inout Bool
  ) throws(InputError) {
    guard !isBegun, SourceLine(line: nil, folder: "").namesSource(line.bytes, isCut: line.isCut)
    else { return }
    isBegun = true
    if SourceLine.beginsPage(line.bytes) { throw .page(name: input.name) }
  }

  private static func read(
    _ line: LineSplitter.Line,
    _ folder: String,
    _ index: inout Int,
    _ body: (Source) async throws -> Void
  ) async rethrows {
    let reader = SourceLine(line: line.number, folder: folder)
    guard let source = reader.source(index: index + 1, bytes: line.bytes, isCut: line.isCut) else {
      return
    }
    index += 1
    try await body(source)
  }

  private static func countLines(_ descriptor: Descriptor) -> Int {
    var (splitter, offset, count) = (LineSplitter(), off_t(0), 0)
    let reader = SourceLine(line: nil, folder: "")
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        filled = max(0, pread(descriptor.number, buffer.baseAddress, buffer.count, offset))
      }
      guard !chunk.isEmpty else { break }
      offset += off_t(chunk.count)
      splitter.feed(chunk) { if reader.namesSource($0.bytes, isCut: $0.isCut) { count += 1 } }
    }
    if let last = splitter.finish(), reader.namesSource(last.bytes, isCut: last.isCut) {
      count += 1
    }
    return count
  }
}
