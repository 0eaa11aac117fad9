import FlowControl
import Glibc
import TestSupport
import Testing

@testable import ResearchCore

/// A list that was not read to its end, from the run to the reports of its records.
@Suite struct ListNoteTests {
  private let folder = TemporaryFolder()
  private static let record =
    #"{"version":1,"index":1,"source":"a","outcome":"used","text":"A whale came to the harbour."}"#
    + "\n"

  private func store(_ files: [String]) async throws -> RecordStore {
    let store = try RecordStore(inDirectory: "/tmp")
    try await RecordsFile.load(
      files.enumerated().map { try RecordsFile(path: folder.write($1, to: "\($0)")) },
      into: store,
      until: StopSignal(),
      scratchIn: "/tmp",
      on: Workers(threads: 1)
    )
    return store
  }

  @Test(arguments: [true, false])
  func `reads what it writes`(isIncomplete: Bool) throws {
    let note = ListNote(isIncomplete: isIncomplete)
    #expect(ListNote(line: note.line) == note)
    #expect(
      String(decoding: note.line, as: UTF8.self)
        == "{\"incomplete\":\(isIncomplete),\"version\":1}\n"
    )
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"version\":1}", "{\"version\":2,\"incomplete\":true}",
    "{\"version\":1,\"incomplete\":\"yes\"}", "{\"version\":1,\"report\":{}}",
  ])
  func `passes over what is none`(line: String) {
    #expect(ListNote(line: Array(line.utf8)) == nil)
  }

  @Test func `the last note of a file counts, and one of several files is enough`() async throws {
    let (cut, whole) = ["true", "false"].reduce(into: ("", "")) { notes, value in
      notes = (notes.1, "{\"incomplete\":\(value),\"version\":1}\n")
    }
    for (files, isIncomplete) in [
      ([Self.record], false), ([Self.record + cut], true), ([cut + Self.record], true),
      ([cut + Self.record + whole], false), ([whole + cut + Self.record], true),
      ([Self.record, Self.record], false), ([Self.record + cut, Self.record], true),
      ([Self.record + cut + whole, Self.record + whole], false),
    ] {
      #expect(try await store(files).isIncomplete == isIncomplete, "\(files)")
    }
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `a report of the records says so`(format: ReportOptions.Format) async throws {
    var options = ReportOptions()
    options.format = format
    for (note, isIncomplete) in [
      ("", false), (String(decoding: ListNote.cut.line, as: UTF8.self), true),
    ] {
      let pieces = Locked<[UInt8]>([])
      let writer = try ReportWriter(options: options, temporaryDirectory: "/tmp")
      let summary = try await writer.write(store([Self.record + note])) { piece in
        pieces.withLock { $0 += piece }
      }
      let text = String(decoding: pieces.withLock { $0 }, as: UTF8.self)
      #expect(summary.isIncomplete == isIncomplete && summary.counts.unfinished == 0)
      let marks = ["incomplete: true", "\"incomplete\":true"]
      #expect(marks.contains { text.contains($0) } == isIncomplete)
    }
  }

  @Test(arguments: [true, false])
  func `a drained pipe leaves one, a pipe that ends does not`(isDrained: Bool) async throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Descriptor(open(path, O_RDWR | O_CLOEXEC))
    _ = write(writer.number, "junk\nmore\nhttp://127.0.0.1/half", 30)
    let session = try Session()
    let events = session.events()
    let counts = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var ended = 0
        for await event in events {
          if case .settled = event.kind { ended += 1 }
          if ended == 2 { break }
        }
        if isDrained { await session.drain(reason: "a test") }
        // Else nobody is left to write, and the half line is a whole one.
        if !isDrained { writer.close() }
      }
      return try await session.run([.list(path: path)])
    }
    #expect(counts.total == (isDrained ? 2 : 3))
    #expect(try await session.report().contains("incomplete: true") == isDrained)
  }

  @Test func `a store notes what has changed, once`() async throws {
    let store = try RecordStore(inDirectory: "/tmp")
    try await store.note(isIncomplete: false)
    #expect(await !store.isIncomplete)
    try await store.note(isIncomplete: true)
    #expect(await store.isIncomplete)
    try await store.note(isIncomplete: false)
    #expect(await !store.isIncomplete)
    #expect(await store.count == 0)
  }
}
