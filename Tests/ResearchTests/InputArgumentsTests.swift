import TestSupport
import Testing

struct InputArgumentsTests {
  @Test func `accounts for 100,000 lines of junk`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: (1...100_000).map { "junk \($0)" })
    let result = try await Program.run("-qq", list)
    #expect(result.ending == .exit(3))
    #expect(result.text.contains("| 100,000 | 0 | 0 | 0 | 100,000 | 0 |"))
    #expect(result.text.contains("\n| junk 1 | list |"))
    #expect(result.text.contains("\n| junk 100000 | list |"))
  }

  @Test(arguments: ["x", "https://example.org/x"])
  func `takes a line of 50 MB and goes on`(_ start: String) async throws {
    let folder = try Folder()
    let page = try folder.write(SavedPage.html("whale").utf8, to: "page.html")
    let long = Array(start.utf8) + [UInt8](repeating: 0x78, count: 50_000_000)
    let list = try folder.write(long + Array("\n\(page)\n".utf8))
    for input in [ChildProcess.Input.nothing, .path(list)] {
      let name = if case .nothing = input { list } else { "-" }
      let result = try await Program.run("fetch", "-qq", name, input: input)
      let records = try JSON.lines(result.text)
      #expect(records.compactMap { $0["outcome"]?.text } == ["failed", "used"])
      #expect(records[0]["error"]?["kind"] == "invalid_url" && records[0]["line"]?.int == 1)
      #expect(records[0]["source"]?.text.map { $0.utf8.count < 2_000 } == true)
    }
  }

  @Test func `passes over marks, line ends, blanks and comments`() async throws {
    let folder = try Folder()
    for name in ["one.html", "two.html"] {
      _ = try folder.write(SavedPage.html(name).utf8, to: name)
    }
    let text =
      "\u{feff}# list\r\n\r\n \t one.html \t\r\nhigh ./one.html\r\n  # more\r\nlow two.html"
    let list = try folder.write(text.utf8)
    let records = try JSON.lines(try await Program.run("fetch", "-qq", list).text)
    #expect(records.compactMap { $0["line"]?.int } == [3, 4, 6])
    #expect(records.compactMap { $0["outcome"]?.text } == ["used", "duplicate", "used"])
    #expect(records[1]["duplicate_of"]?.int == 1)
    #expect(records.compactMap { $0["priority"]?.text } == ["normal", "high", "low"])
  }

  @Test func `reads pages of one address once`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let same = ["/1", "/1#part", "/1?utm_source=x"].map { site.url($0) }
    let child = try Program.start(["fetch", "-qq", "-"], input: .open)
    child.closeInput()
    #expect(await child.result().ending == .exit(66))
    let list = same + [site.url("/1").uppercasedScheme]
    let bytes = ChildProcess.Input.bytes(list.flatMap { Array("\($0)\n".utf8) })
    let records = try JSON.lines(try await Program.run("fetch", "-qq", input: bytes).text)
    #expect(records.compactMap { $0["duplicate_of"]?.int } == [1, 1, 1])
    #expect(site.count("/1") == 1)
  }

  @Test func `numbers the sources of several inputs through`() async throws {
    let folder = try Folder()
    let page = try folder.write(SavedPage.html("whale").utf8, to: "page.html")
    let list = try folder.write(lines: ["none.html", "page.html"])
    let bytes = ChildProcess.Input.bytes(Array("junk\n".utf8))
    let child = try Program.start(["fetch", "-qq", page, list, "-"], input: bytes)
    let records = try JSON.lines(await child.result().text)
    #expect(records.compactMap { $0["index"]?.int } == [1, 2, 3, 4])
    #expect(
      records.compactMap { $0["outcome"]?.text } == ["used", "failed", "duplicate", "failed"]
    )
    #expect(records.map { $0["line"]?.int } == [nil, 1, 2, 1])
  }

  @Test func `begins before its standard input has ended`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let folder = try Folder()
    let list = try folder.write(lines: [site.url("/1")])
    // The list stays open behind what was written to it.
    let child = try ChildProcess(
      "/bin/sh",
      ["-c", "{ cat \"$1\"; cat; } | \"$0\" fetch -", Program.path, list],
      environment: ["PATH": "/usr/bin:/bin"],
      input: .open
    )
    #expect(await child.wrote("\"index\":1", to: .output))
    child.closeInput()
    #expect(await child.result().ending == .exit(0))
  }

  @Test func `fetches everything with few file descriptors`() async throws {
    let site = try SavedPage.site(60)
    defer { site.stop() }
    let pages = (1...60).map { site.url("/\($0)") }
    let child = try Program.start(
      after: "ulimit -n 48",
      ["fetch", "-qq", "--host-concurrency", "0", "--max-failed", "0"] + pages
    )
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.split(separator: "\n").count == 60)
  }

  @Test(arguments: [[:], ["LC_ALL": "C", "LANG": "C"], ["HOME": "/nowhere"], ["TMPDIR": ""]])
  func `needs nothing of its surroundings`(_ variables: [String: String]) async throws {
    let plain = try await Program.run("-qq", Program.samples, variables: ["HOME": "/root"])
    let result = try await Program.run("-qq", Program.samples, variables: variables)
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.output == plain.output)
  }
}

extension String {
  /// The address with its scheme in capitals.
  fileprivate var uppercasedScheme: String { "HTTP" + dropFirst(4) }
}
