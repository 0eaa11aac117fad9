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
}
