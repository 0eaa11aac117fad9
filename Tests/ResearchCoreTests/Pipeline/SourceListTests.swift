import FlowControl
import Glibc
import TestSupport
import Testing

@testable import ResearchCore

@Suite struct SourceListTests {
  private let folder = TemporaryFolder()

  private func sources(_ inputs: [SourceInput]) async throws -> [Source] {
    let sources = Locked<[Source]>([])
    let (count, isWhole) = try await SourceList(inputs).read(until: StopSignal()) { source in
      sources.withLock { $0.append(source) }
    }
    let result = sources.withLock { $0 }
    #expect(count == result.count && isWhole)
    return result
  }

  @Test func `numbers the sources of several inputs through, in order`() async throws {
    let one = folder.write("\u{feff}# list\r\n\r\nhttp://a.test/\r\nhigh page.html\r\n", to: "one")
    let two = folder.write("low http://b.test/\n\nrubbish\nhttp://c.test/", to: "two")
    let inputs: [SourceInput] = [.list(path: one), .source("http://x.test/"), .list(path: two)]
    let found = try await sources(inputs)
    #expect(found.map(\.index) == Array(1...6))
    #expect(
      found.map(\.name) == [
        "http://a.test/", "page.html", "http://x.test/", "http://b.test/", "rubbish",
        "http://c.test/",
      ]
    )
    #expect(found.map(\.line) == [3, 4, nil, 1, 3, 4])
    #expect(found.map(\.priority) == [.normal, .high, .normal, .low, .normal, .normal])
    guard case .document(let path) = found[1].target else {
      Issue.record("no document")
      return
    }
    #expect(path == folder.file("page.html"))
    #expect(try SourceList(inputs).count() == 6)
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "\u{feff}", " \t\r\n#x"])
  func `finds nothing where there is nothing`(text: String) async throws {
    let path = folder.write(text, to: "list")
    #expect(try SourceList([.list(path: path)]).count() == 0)
    #expect(try await sources([.list(path: path)]).isEmpty)
  }

  @Test func `counts what it will read, whatever the lines are`() async throws {
    var generator = Generator(state: 3)
    let lines = (0..<3_000).map { _ in
      ["", " ", "#", "x", "http://a.test/", "\u{0}", "high", "\t# y"].randomElement(
        using: &generator
      ) ?? ""
    }
    // The NUL stands behind the part that tells a binary file.
    let path = folder.write(
      String(repeating: "#\n", count: 3_000) + lines.joined(separator: "\n"),
      to: "l"
    )
    #expect(try await sources([.list(path: path)]).count == SourceList([.list(path: path)]).count())
  }

  @Test func `a line of megabytes is one failed source`() async throws {
    var bytes = [UInt8](repeating: 0x61, count: 3 << 20) + [10]
    bytes += [UInt8](repeating: 0x20, count: 3 << 20) + Array("http://a.test/\nhttp://b.test/".utf8)
    let path = folder.write(bytes, to: "list")
    let found = try await sources([.list(path: path)])
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.map(\.name.utf8.count).max() ?? 0 < 400)
    #expect(try SourceList([.list(path: path)]).count() == 3)
  }

  @Test func `says what cannot be read`() throws {
    let binary = folder.write([0x7f, 0x45, 0x4c, 0x46, 0, 1], to: "binary")
    for (path, part) in [
      (folder.file("none"), "No such file"), (folder.path, "it is a directory"),
      (binary, "bytes that are no text"),
    ] {
      let error = #expect(throws: InputError.self) { _ = try SourceList([.list(path: path)]) }
      #expect(error?.description.contains(part) == true)
      #expect(error?.description.contains(path) == true)
    }
  }

  @Test func `a list that cannot be opened leaves none of the earlier ones open`() throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: InputError.self) {
      _ = try SourceList([.list(path: path), .list(path: folder.file("none"))])
    }
    // A pipe that somebody still reads could be opened for writing.
    #expect(open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK) == -1)
    #expect(errno == ENXIO)
  }

  @Test func `an error while reading is no end`() async throws {
    let input = OpenedInput.unreadableForTests(folder.path)
    let list = SourceList(opened: [input])
    await #expect(throws: InputError.self) {
      _ = try await list.read(until: StopSignal()) { _ in }
    }
  }

  @Test func `a silent pipe is left when no more is wanted`() async throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Opened for both, so that the pipe has a writer and stays silent.
    let writer = open(path, O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    _ = write(writer, "http://a.test/\nhttp://b.test/\nhttp://c", 39)
    let stop = StopSignal()
    let names = Locked<[String]>([])
    let list = try SourceList([.list(path: path)])
    #expect(list.count() == nil)
    let (count, isWhole) = try await list.read(until: stop) { source in
      names.withLock { $0.append(source.name) }
      if source.index == 2 { stop.stop() }
    }
    // Half a line is no source.
    #expect(names.withLock { $0 } == ["http://a.test/", "http://b.test/"])
    #expect(count == 2 && !isWhole)
  }

  @Test func `a pipe that nobody writes to can be left`() async throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let stop = StopSignal()
    stop.stop()
    let (count, isWhole) = try await SourceList([.list(path: path)]).read(until: stop) { _ in }
    #expect(count == 0 && !isWhole)
  }

  @Test func `a cancelled task reads no further`() async throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let list = try SourceList([.list(path: path)])
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      group.cancelAll()
      group.addTask { try await list.read(until: StopSignal()) { _ in }.count }
      return try await group.next()
    }
    #expect(count == 0)
  }

  @Test(arguments: [
    ("-", SourceInput.standardInput), ("http://a.test/list.txt", .source("http://a.test/list.txt")),
    ("page.HTML", .source("page.HTML")), ("notes.md", .source("notes.md")),
    ("urls.txt", .list(path: "urls.txt")), ("urls", .list(path: "urls")),
    ("ftp://x", .source("ftp://x")), ("C:x", .list(path: "C:x")), ("./a:b", .list(path: "./a:b")),
  ])
  func `tells what an argument names`(argument: String, input: SourceInput) {
    #expect(SourceInput(argument: argument) == input)
  }
}

extension OpenedInput {
  /// A folder, opened as if it were a list: reading it fails.
  fileprivate static func unreadableForTests(_ path: String) -> OpenedInput {
    OpenedInput(
      name: path,
      descriptor: Descriptor(open(path, O_RDONLY | O_CLOEXEC)),
      source: nil,
      folder: "",
      isRegular: false
    )
  }
}
