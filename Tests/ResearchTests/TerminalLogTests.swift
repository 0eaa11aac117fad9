import TestSupport
import Testing

struct TerminalLogTests {
  @Test func `streams each line while the run goes on`() async throws {
    let (site, folder) = (try SavedPage.site(2), try Folder())
    defer { site.stop() }
    site.hold("/1")
    let child = try Program.start([site.url("/1"), site.url("/2"), "-o", folder["report.md"]])
    #expect(await child.wrote(" started        2 sources", to: .output))
    #expect(await child.wrote("fetching     1 \(site.url("/1"))", to: .output))
    #expect(await child.wrote("summarised   2 ", to: .output))
    #expect(!child.written(.output).contains("fetched      1"))
    #expect(try folder.names.contains("report.md") == false)
    site.release("/1")
    #expect(await child.wrote("fetched      1 200", to: .output))
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.text.contains("report.md: 2 used, "))
  }

  @Test func `streams records while the run goes on`() async throws {
    let site = try SavedPage.site(2)
    defer { site.stop() }
    site.hold("/2")
    let child = try Program.start(["fetch", "-qq", site.url("/1"), site.url("/2")])
    #expect(await child.wrote("\"index\":1", to: .output))
    #expect(await child.wrote("\n", to: .output))
    site.release("/2")
    #expect(await child.result().text.split(separator: "\n").count == 2)
  }

  @Test(
    arguments: [
      ("-qq", [], [" started ", " failed ", " ended ", " fetched "]),
      ("-q", [" failed ", " ended "], [" started ", " fetched ", " duplicate "]),
      ("--log-format=text", [" started ", " fetched ", " failed ", " duplicate "], [" queued "]),
      ("-v", [" queued ", " extracting ", " used ", " failed ", " ended "], []),
    ] as [(String, [String], [String])]
  )
  func `tells as much as is asked for`(
    _ option: String,
    _ told: [String],
    _ untold: [String]
  ) async throws {
    let log = try await Program.run(option, Program.samples).log
    for word in told { #expect(log.contains(word)) }
    for word in untold { #expect(!log.contains(word)) }
  }

  @Test func `writes lines of JSON with rising numbers`() async throws {
    let log = try await Program.run("--log-format", "json", Program.samples).log
    let events = try JSON.lines(log)
    let ids = events.compactMap { $0["id"]?.int }
    #expect(ids.count == events.count && ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(events.first?["event"] == .string("started"))
    #expect(events.last?["event"] == .string("ended"))
    #expect(events.last?["exit"]?.int == 0)
    #expect(events.allSatisfy { $0["version"]?.int == 1 && $0["time"]?.text != nil })
  }

  @Test func `lets no source speak to the terminal`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: [
      "/tmp/\u{1b}[31mred\u{1b}]0;title\u{7}.html", "http://127.0.0.1:1/\u{9b}2J",
      "\u{202e}gnp.exe", "\u{1b}[2J", "https://example.invalid/\u{1b}c",
    ])
    for format in ["text", "json"] {
      let result = try await Program.run("-v", "--retry=0", "--log-format", format, list)
      #expect(result.ending == .exit(3))
      let scalars = (result.text + result.log).unicodeScalars
      #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7f..<0xa0) ~= $0.value })
      if format == "text" { #expect(!result.log.unicodeScalars.contains("\u{202e}")) }
    }
  }
}
