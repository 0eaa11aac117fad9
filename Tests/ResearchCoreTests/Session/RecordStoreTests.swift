import FlowControl
import Glibc
import Testing

@testable import ResearchCore

@Suite struct RecordStoreTests {
  @Test func `finds each line by its index, in whatever order they came`() async throws {
    let store = try RecordStore(inDirectory: "/tmp")
    for index in [7, 2, 9, 1] {
      try await store.append(Array("line \(index)\n".utf8), index: index)
    }
    #expect(await store.indices == [1, 2, 7, 9])
    #expect(await store.count == 4)
    for index in [1, 2, 7, 9] {
      #expect(try await store.line(index) == Array("line \(index)\n".utf8))
    }
    for index in [-1, 0, 3, 8, 10, Int.max] { #expect(try await store.line(index) == nil) }
  }

  @Test func `a later line for the same index replaces the earlier one`() async throws {
    let store = try RecordStore(inDirectory: "/tmp")
    try await store.append(Array("a long first line\n".utf8), index: 1)
    try await store.append(Array("x\n".utf8), index: 2)
    try await store.append(Array("y\n".utf8), index: 1)
    #expect(try await store.line(1) == Array("y\n".utf8))
    #expect(try await store.line(2) == Array("x\n".utf8))
    #expect(await store.count == 2)
  }

  @Test func `keeps the last note apart from the records`() async throws {
    let store = try RecordStore(inDirectory: "/tmp")
    #expect(try await store.note() == nil)
    for note in ["first\n", "2nd\n"] {
      try await store.append(note: Array(note.utf8))
      try await store.append(Array("x\n".utf8), index: 1)
    }
    #expect(try await store.note() == Array("2nd\n".utf8))
    #expect(try await store.line(1) == Array("x\n".utf8))
    #expect(await store.indices == [1])
  }

  @Test func `leaves no file behind and says where it cannot be`() throws {
    let folder = TemporaryFolder()
    _ = try RecordStore(inDirectory: folder.path)
    #expect(folder.names.isEmpty)
    let error = #expect(throws: SystemError.self) {
      _ = try RecordStore(inDirectory: folder.file("none"))
    }
    #expect(error?.code == ENOENT)
  }

  /// A store that goes on from the file, which has been read.
  private func resumed(_ path: String) async throws -> RecordStore {
    var configuration = Configuration()
    (configuration.records, configuration.resumes) = (path, true)
    let store = try RecordStore(configuration)
    if let scan = store.inherited {
      try await store.proceed(from: scan.run { await store.take($0) })
    }
    return store
  }

  private static func line(_ index: Int) -> [UInt8] {
    Array(#"{"index":\#(index),"outcome":"failed","source":"s\#(index)","version":1}"#.utf8) + [10]
  }

  @Test func `goes on from a file wherever it was cut, and never glues lines`() async throws {
    let folder = TemporaryFolder()
    let header = try RecordsHeader(Configuration()).line()
    let whole = header + (1...3).flatMap(Self.line)
    for cut in 0...whole.count {
      let name = "kept\(cut)"
      let path = folder.write(Array(whole[..<cut]), to: name)
      let store = try await resumed(path)
      // A line that lacks only its end is whole.
      let kept = (1...3).filter { index in
        cut >= header.count + (1...index).reduce(0) { $0 + Self.line($1).count } - 1
      }
      #expect(await store.indices == kept)
      #expect(await store.count == kept.count)
      for index in kept { #expect(try await store.line(index) == Self.line(index)) }
      try await store.append(Self.line(9), index: 9)
      #expect(try await store.line(9) == Self.line(9))
      #expect(folder.bytes(name) == header + (kept + [9]).flatMap(Self.line))
    }
  }

  @Test func `leaves a file as it is until it is gone on from`() async throws {
    let folder = TemporaryFolder()
    let torn = try RecordsHeader(Configuration()).line() + Self.line(1).dropLast(5)
    let path = folder.write(torn, to: "kept")
    var configuration = Configuration()
    (configuration.records, configuration.resumes) = (path, true)
    let store = try RecordStore(configuration)
    _ = try await store.inherited?.run { await store.take($0) }
    #expect(folder.bytes("kept") == torn)
  }

  @Test func `writes a header and the first record at once, and none alone`() async throws {
    let folder = TemporaryFolder()
    var configuration = Configuration()
    configuration.records = folder.file("kept")
    let header = try RecordsHeader(configuration).line()
    do {
      let store = try RecordStore(configuration)
      #expect(folder.bytes("kept") == [])
      try await store.append(Self.line(4), index: 4)
      #expect(try await store.line(4) == Self.line(4))
      #expect(folder.bytes("kept") == header + Self.line(4))
    }
    #expect(folder.bytes("kept") == header + Self.line(4))
    configuration.records = folder.file("other")
    _ = try RecordStore(configuration)
    #expect(folder.names == ["kept"])
  }
}
