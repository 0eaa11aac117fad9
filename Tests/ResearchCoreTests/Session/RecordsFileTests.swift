import FlowControl
import Testing

@testable import ResearchCore

@Suite struct RecordsFileTests {
  private let folder = TemporaryFolder()
  private let workers = Workers(threads: 1)

  private func load(_ files: [String]) async throws -> [Record] {
    let store = try RecordStore(inDirectory: "/tmp")
    let opened = try files.map { try RecordsFile(path: $0) }
    try await RecordsFile.load(
      opened,
      into: store,
      until: StopSignal(),
      scratchIn: "/tmp",
      on: workers
    )
    var records: [Record] = []
    for index in await store.indices {
      if let line = try await store.line(index) {
        records.append(try RecordCoder().record(from: line))
      }
    }
    return records
  }

  private static func line(_ index: Int, _ source: String, of first: Int? = nil) -> String {
    let rest = first.map { #","duplicate_of":\#($0)"# } ?? #","text":"t""#
    let outcome = first == nil ? "used" : "duplicate"
    return
      #"{"version":1,"index":\#(index),"source":"\#(source)","outcome":"\#(outcome)"\#(rest)}"#
      + "\n"
  }

  @Test func `one file keeps its numbers, and the last line of an index counts`() async throws {
    let text =
      #"{"version":1,"options":{}}"# + "\n\n" + Self.line(9, "a") + Self.line(4, "b") + " \r\n"
      + Self.line(9, "c")
    let records = try await load([folder.write(String(text.dropLast()), to: "one")])
    #expect(records.map(\.index) == [4, 9])
    #expect(records.map(\.source) == ["b", "c"])
  }

  @Test func `several files are numbered anew, and duplicates follow`() async throws {
    let one = folder.write(Self.line(9, "b", of: 4) + Self.line(4, "a"), to: "one")
    let two = folder.write(
      Self.line(1, "c") + Self.line(3, "d", of: 1) + Self.line(5, "e", of: 2),
      to: "two"
    )
    let records = try await load([one, two])
    #expect(records.map(\.index) == [1, 2, 3, 4, 5])
    #expect(records.map(\.source) == ["a", "b", "c", "d", "e"])
    #expect(records.map(\.duplicateOf) == [nil, 1, nil, 3, nil])
  }

  @Test func `names the line that is no record`() async throws {
    let path = folder.write(Self.line(1, "a") + "garbage\n", to: "bad")
    let error = await #expect(throws: RecordsError.self) { _ = try await load([path]) }
    #expect(error?.description.hasPrefix("\(path), line 2, is no record") == true)
  }

  @Test func `tells an unreadable file from an empty one`() async throws {
    let empty = folder.write("\n{}\n", to: "empty")
    #expect(await #expect(throws: RecordsError.self) { _ = try await load([empty]) } == .empty)
    let missing = await #expect(throws: RecordsError.self) {
      _ = try await load([folder.file("none")])
    }
    guard case .unreadable? = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
    let directory = await #expect(throws: RecordsError.self) { _ = try await load([folder.path]) }
    #expect(directory?.description.contains("directory") == true)
  }
}
