import Glibc
import TestSupport
import Testing

struct CompareTests {
  private static func table(_ events: [JSON]) -> JSON? {
    events.first { $0["event"] == "compared" }?["table"]
  }

  @Test func `fetches each page three times over connections of its own`() async throws {
    let (site, folder) = (try SavedPage.site(4), try Folder())
    defer { site.stop() }
    let pages = (1...4).map { site.url("/\($0)") }
    let child = try Program.start(["--compare", "--events", folder["events"]] + pages)
    let result = await child.result()
    #expect(result.ending == .exit(0))
    for page in 1...4 { #expect(site.count("/\(page)") == 3) }
    let log = result.log
    #expect(log.contains("run 1 of 3: one by one; each page is fetched 3 times"))
    #expect(log.contains("streaming") && log.contains("p50 / p95 / p99"))
    #expect(log.contains("All three gave the same report."))
    let events = try JSON.lines(folder.text("events"))
    let table = try #require(Self.table(events))
    let rows = try #require(table["rows"]).values
    #expect(rows.map { $0["schedule"] } == ["one by one", "barriers", "streaming"])
    #expect(rows.allSatisfy { $0["finished"] == .bool(true) && $0["pages"]?.int == 4 })
    #expect(table["equal_reports"] == .bool(true) && table["changes"]?.int == 0)
    let reused = events.filter { $0["event"] == "fetched" }.map { $0["reused"] }
    #expect(reused.contains(.bool(false)))
    let plain = await (try Program.start(["-qq"] + pages)).result()
    #expect(result.output == plain.output)
  }

  @Test func `compares saved pages from a pipe, which can be read only once`() async throws {
    let folder = try Folder()
    let list = Program.samples.dropLast("urls.txt".count)
    let input = ["news-six-seconds.html", "blog-we-measured-eight-seconds.html"]
      .map { "\(list)pages/\($0)\n" }.joined()
    let child = try Program.start(
      ["-", "--compare", "-q", "-o", folder["report.md"]],
      input: .bytes(Array(input.utf8))
    )
    let result = await child.result()
    #expect(result.ending == .exit(0))
    #expect(result.text.contains("All three gave the same report."))
    #expect(try folder.text("report.md").contains("2 of 2 pages read"))
  }

  @Test func `keeps all three runs to one ceiling, and says that they were held back`() async throws
  {
    let site = try SavedPage.site(3)
    defer { site.stop() }
    let answer =
      #"{"choices":[{"message":{"content":"It says *so* [1]."},"finish_reason":"stop"}],"#
    let usage = #""usage":{"prompt_tokens":400,"completion_tokens":4}}"#
    site.answer(StubEndpoint.path, .text(answer + usage, type: "application/json"))
    let pages = (1...3).map { site.url("/\($0)") }
    let bound = ["--compare", "-qq", "--model=stub", "--max-tokens-total=5000"]
    let child = try Program.start(bound + pages, variables: StubEndpoint.variables(site))
    #expect(await child.result().ending == .exit(2))
    // Each run alone would stay below it.
    #expect((4...11).contains(site.count(StubEndpoint.path)))
  }

  @Test func `names the pages that changed`() async throws {
    let site = try SavedPage.site(2)
    defer { site.stop() }
    let (old, new) = (SavedPage.html("creature 2"), SavedPage.html("another creature"))
    site.answer("/2", .text(old), .text(old), .text(new))
    let result = try await Program.run("--compare", "-q", site.url("/1"), site.url("/2"))
    #expect(result.log.contains("Not the same in all runs: 2 \(site.url("/2"))"))
    #expect(!result.log.contains("same report"))
    #expect(result.text.contains("another creature"))
  }

  @Test func `ends with what there is when it is interrupted in the first run`() async throws {
    let (site, folder) = (try SavedPage.site(3), try Folder())
    defer { site.stop() }
    site.hold("/2")
    let pages = (1...3).map { site.url("/\($0)") }
    let child = try Program.start(
      ["--compare", "--drain-timeout", "1h", "--records", folder["records"]] + pages
    )
    await site.arrived("/2")
    child.send(SIGINT)
    #expect(await child.wrote("draining", to: .errors))
    site.release("/2")
    let result = await child.result()
    #expect(result.ending == .exit(130))
    #expect(result.text.contains("2 of 3 pages read") && result.text.contains("incomplete"))
    #expect(result.log.contains("one by one (cut short)"))
    #expect(result.log.contains("2 used, 1 not finished"))
    #expect(site.count("/1") == 1 && site.count("/3") == 0)
    #expect(try JSON.lines(folder.text("records")).compactMap { $0["index"]?.int } == [1, 2, 3])
  }

  @Test(arguments: [["--compare", "--sync"], ["--sync", "--window", "3"]])
  func `refuses what contradicts itself`(options: [String]) async throws {
    let child = try Program.start(options + [Program.samples])
    let result = await child.result()
    #expect(result.ending == .exit(64) && result.output.isEmpty)
    #expect(result.log.contains("leave out"))
  }

  @Test(arguments: ["run", "fetch", "extract", "summarise"])
  func `one by one asks for a page only when the one before has ended`(
    _ command: String
  ) async throws {
    let (site, folder) = (try SavedPage.site(3), try Folder())
    defer { site.stop() }
    site.hold("/1")
    let child = try Program.start(
      [command, "--sync", "--events", folder["events"]] + (1...3).map { site.url("/\($0)") }
    )
    await site.arrived("/1")
    #expect(await child.wrote("fetching     1", to: .errors))
    #expect(site.requests.count == 1)
    site.release("/1")
    #expect(await child.result().ending == .exit(0))
    var atWork = 0
    for event in try JSON.lines(folder.text("events")) {
      switch event["event"]?.text {
      case "fetching", "extracting", "summarising": atWork += 1
      case "fetched", "extracted", "summarised": atWork -= 1
      default: continue
      }
      #expect((0...1).contains(atWork))
    }
    #expect(site.statistics.mostInFlight == 1)
  }
}
