import Glibc
import TestSupport
import Testing

struct InterruptsTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `completes what is in flight after a signal`(_ signal: Int32) async throws {
    let (site, child) = try Self.start(["--drain-timeout", "1h", "-j", "1"])
    defer { site.stop() }
    await site.arrived("/2")
    child.send(signal)
    #expect(await child.wrote("draining", to: .errors))
    site.release("/2")
    let result = await child.result()
    #expect(result.ending == .exit(128 + signal))
    #expect(result.text.contains("2 of 3 pages read") && result.text.contains("incomplete"))
    #expect(site.count("/3") == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `gives up what is in flight after the drain's time`(_ signal: Int32) async throws {
    let (site, child) = try Self.start(["--drain-timeout", "1ms", "-v"])
    defer { site.stop() }
    await site.arrived("/2")
    #expect(await child.wrote("used         1", to: .errors))
    #expect(await child.wrote("used         3", to: .errors))
    child.send(signal)
    let result = await child.result()
    #expect(result.ending == .exit(128 + signal))
    #expect(result.log.contains("unfinished   2 cancelled"))
    #expect(result.text.contains("| not finished |") && result.text.contains("2 of 3 pages read"))
  }

  @Test(arguments: [["run"], ["fetch"], ["summarise"]])
  func `gives up at once after a second signal`(_ command: [String]) async throws {
    let (site, child) = try Self.start(["--drain-timeout", "1h"], command)
    defer { site.stop() }
    await site.arrived("/2")
    #expect(await child.wrote("fetched      1", to: .errors))
    child.send(SIGINT)
    #expect(await child.wrote("draining", to: .errors))
    child.send(SIGTERM)
    let result = await child.result()
    #expect(result.ending == .exit(130))
    guard command != ["run"] else { return #expect(result.text.contains("| not finished |")) }
    let records = try JSON.lines(result.text)
    #expect(records.compactMap { $0["index"]?.int } == [1, 2, 3])
    #expect(records[1]["outcome"] == "unfinished")
    #expect(records[1]["error"]?["kind"] == "cancelled")
  }

  @Test(arguments: ["run", "fetch", "summarise", "combine"])
  func `ends while it waits for its input`(_ command: String) async throws {
    let folder = try Folder()
    mkfifo(folder["pipe"], 0o600)
    let writer = try ChildProcess(
      "/bin/sh",
      ["-c", "exec 3>\"$0\"; echo open; read x", folder["pipe"]],
      input: .open
    )
    let child = try Program.start([command, folder["pipe"]])
    #expect(await writer.wrote("open", to: .output))
    child.send(SIGTERM)
    let result = await child.result()
    writer.closeInput()
    // A report and records say that not all was read; there is no report of some records.
    #expect(
      result.ending == .exit(143) && result.text.contains("incomplete") == (command != "combine")
    )
    #expect(result.log.contains("draining") && !result.log.contains("research:"))
  }

  @Test(arguments: ["run", "fetch", "summarise", "combine"])
  func `ends while a pipe for its output has no reader`(_ command: String) async throws {
    let folder = try Folder()
    for name in ["events", "output"] { mkfifo(folder[name], 0o600) }
    let input = try folder.write(lines: ["page.html"])
    // The events are opened first; what the program then waits for is the output's reader.
    let reader = try ChildProcess(
      "/bin/sh",
      ["-c", "exec 3<\"$0\"; echo open; read x", folder["events"]],
      input: .open
    )
    let child = try Program.start([
      command, input, "--events", folder["events"], "-o", folder["output"],
    ])
    #expect(await reader.wrote("open", to: .output))
    child.send(SIGTERM)
    #expect(await child.result().ending == .exit(143))
    reader.closeInput()
    #expect(try folder.names == ["events", "list.txt", "output"])
  }

  @Test func `writes the file with what is there`() async throws {
    let folder = try Folder()
    let (site, child) = try Self.start(["--drain-timeout", "1h", "-o", folder["report.md"]])
    defer { site.stop() }
    await site.arrived("/2")
    #expect(await child.wrote("summarised   1", to: .output))
    child.send(SIGINT)
    #expect(await child.wrote("draining", to: .output))
    child.send(SIGINT)
    #expect(await child.result().ending == .exit(130))
    #expect(try folder.names == ["report.md"])
    #expect(try folder.text("report.md").contains("| not finished |"))
  }

  @Test func `does not wait for the log's reader when the run is over`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: (1...3_000).map { "nothing to read here \($0)" })
    let child = try Program.start(
      [list, "--events", "-", "-o", folder["report.md"]],
      output: .unread
    )
    #expect(await child.wrote("\"event\":\"ended\"", to: .errors))
    child.send(SIGTERM)
    #expect(await child.result().ending == .exit(143))
    #expect(try folder.text("report.md").contains("3,000"))
  }

  @Test func `leaves a signal ignored that was ignored before`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    site.hold("/1")
    let child = try Program.start(after: "trap '' INT HUP", [site.url("/1")])
    await site.arrived("/1")
    child.send(SIGINT)
    child.send(SIGHUP)
    child.send(SIGTERM)
    #expect(await child.wrote("draining", to: .errors))
    child.send(SIGTERM)
    let result = await child.result()
    #expect(result.ending == .exit(143))
    #expect(!result.log.contains("SIGINT") && !result.log.contains("SIGHUP"))
  }

  /// Three pages, the second of which is held.
  private static func start(
    _ arguments: [String],
    _ command: [String] = []
  ) throws -> (LocalSite, ChildProcess) {
    let site = try SavedPage.site(3)
    site.hold("/2")
    let pages = (1...3).map { site.url("/\($0)") }
    return (site, try Program.start(command + pages + ["--timeout", "1h"] + arguments))
  }
}
