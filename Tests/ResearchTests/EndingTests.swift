import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// How a run comes to its end before its list does, seen from outside.
struct EndingTests {
  @Test(arguments: [true, false])
  func `a signal among 500 slow pages leaves a whole report`(isOne: Bool) async throws {
    let pages = try ManyPages()
    defer { pages.site.stop() }
    let child = try await pages.start(["-v", "--drain-timeout", isOne ? "1s" : "1h"])
    #expect(await child.wrote("used         6 ", to: .errors))
    child.send(SIGINT)
    #expect(await child.wrote("draining", to: .errors))
    if !isOne { child.send(SIGINT) }
    let result = await child.result()
    #expect(result.ending == .exit(130))
    let report = try JSON(result.text)
    #expect(report["incomplete"] == .bool(true))
    let named = (report["sources"]?.values ?? []) + (report["not_included"]?.values ?? [])
    #expect(named.compactMap { $0["index"]?.int }.sorted() == Array(1...ManyPages.count))
    let counts = try #require(report["statistics"])
    let parts = ["used", "failed", "skipped", "duplicate", "unfinished"].map {
      counts[$0]?.int ?? 0
    }
    #expect(parts.reduce(0, +) == ManyPages.count && parts[0] > 0)
    #expect(counts["unfinished"]?.int ?? 0 >= ManyPages.flight)
  }

  @Test(arguments: [["run"], ["fetch"], ["extract"], ["summarise"], ["run", "--compare"]])
  func `a deadline drains by itself`(_ command: [String]) async throws {
    let site = try SavedPage.site(3)
    defer { site.stop() }
    site.hold("/2")
    let folder = try Folder()
    let child = try Program.start(
      command + (1...3).map { site.url("/\($0)") }
        + ["--deadline", "300ms", "--drain-timeout", "100ms", "--events", folder["events"]]
    )
    let result = await child.result()
    #expect(result.ending == .exit(2))
    #expect(result.log.contains("draining       the deadline has passed: what is in flight"))
    let events = try JSON.lines(folder.text("events"))
    let draining = events.filter { $0["event"] == "draining" }
    #expect(draining.map { $0["reason"] } == ["the deadline has passed"])
    #expect(events.last?["exit"]?.int == 2)
    let isReport = command.first == "run"
    #expect(result.text.contains(isReport ? "incomplete: true" : "\"outcome\":\"unfinished\""))
  }

  @Test(arguments: ["run", "fetch", "extract", "summarise"])
  func `a run that ends before its deadline is untouched`(_ command: String) async throws {
    let bounded = try await Program.run(command, "-qq", Program.samples, "--deadline", "1h")
    #expect(bounded.ending == .exit(0))
    if command == "run" {
      #expect(try await Program.run("-qq", Program.samples).output == bounded.output)
    }
  }

  @Test func `the signal's code wins over --max-failed`() async throws {
    let site = try SavedPage.site(2)
    defer { site.stop() }
    site.hold("/2")
    let child = try Program.start([
      site.url("/none"), site.url("/2"), "--max-failed", "0", "--drain-timeout", "1h",
    ])
    #expect(await child.wrote("failed       1", to: .errors))
    await site.arrived("/2")
    child.send(SIGTERM)
    #expect(await child.wrote("draining       SIGTERM", to: .errors))
    child.send(SIGHUP)
    let result = await child.result()
    #expect(result.ending == .exit(143) && result.text.contains("| not finished |"))
  }

  @Test func `records of a list that was not read to its end say so`() async throws {
    let folder = try Folder()
    let page = try folder.write(SavedPage.html("whale").utf8, to: "page.html")
    let child = try Program.start(["summarise", "-"], input: .open)
    child.write("\(page)\n\(page)x")
    #expect(await child.wrote("\"index\":1", to: .output))
    child.send(SIGTERM)
    let records = await child.result()
    #expect(records.ending == .exit(143))
    #expect(records.text.hasSuffix("\n{\"incomplete\":true,\"version\":1}\n"))
    #expect(records.text.split(separator: "\n").count == 2)
    let report = try await Program.run("combine", "-qq", input: .bytes(records.output))
    #expect(report.ending == .exit(0) && report.text.contains("incomplete: true"))
  }

  @Test func `a signal is not lost as soon as signals are trapped`() async throws {
    let (site, folder) = (try SavedPage.site(1), try Folder())
    defer { site.stop() }
    // The run does not end by itself, so that the signal never comes too late.
    site.hold("/1")
    for _ in 1...5 {
      let child = try Program.start([
        site.url("/1"), "-o", folder["report"], "--drain-timeout", "1ms",
      ])
      while try !Self.traps(SIGTERM, child) { await Task.yield() }
      child.send(SIGTERM)
      let result = await child.result()
      #expect(result.ending == .exit(143) && result.text.contains("draining       SIGTERM"))
      #expect(try folder.names == ["report"])
      #expect(try folder.text("report").contains("1 not finished"))
    }
  }

  /// Whether the program has a handler for a signal, by what the system says of it.
  private static func traps(_ signal: Int32, _ child: ChildProcess) throws -> Bool {
    let status = try String(contentsOf: URL(filePath: "/proc/\(child.id)/status"), encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
    let mask = line?.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
    return (mask ?? 0) >> UInt64(signal - 1) & 1 == 1
  }

  @Test func `a third signal leaves no temporary file`() async throws {
    let folder = try Folder()
    let site = try SavedPage.site(1)
    defer { site.stop() }
    site.hold("/1")
    let child = try Program.start([
      site.url("/1"), "-o", folder["report"], "--drain-timeout", "1h", "--timeout", "1h",
    ])
    await site.arrived("/1")
    #expect(try folder.names == ["report.\(child.id).part"])
    for _ in 0..<3 { child.send(SIGTERM) }
    for _ in 0..<3 { child.send(SIGINT) }
    let result = await child.result()
    #expect([.exit(143), .exit(130)].contains(result.ending))
    #expect(try folder.names.allSatisfy { !$0.hasSuffix(".part") })
  }
}
