import Glibc
import TestSupport
import Testing

struct EventFileTests {
  @Test func `tells every event in order without gaps`() async throws {
    let folder = try Folder()
    let result = try await Program.run("-qq", Program.samples, "--events", folder["events"])
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    let events = try JSON.lines(folder.text("events"))
    #expect(events.compactMap { $0["id"]?.int } == Array(1...events.count))
    let ends: Set<JSON?> = ["used", "duplicate", "skipped", "failed", "unfinished"]
    let ended = events.filter { ends.contains($0["event"]) }.compactMap { $0["index"]?.int }
    #expect(ended.sorted() == Array(1...23))
    let last = try #require(events.last)
    #expect(last["event"] == "ended" && last["exit"]?.int == 0)
    #expect(last["outcome"]?["used"]?.int == 19 && last["outcome"]?["failed"]?.int == 3)
  }

  @Test func `takes a minus for standard error`() async throws {
    let result = try await Program.run("-qq", Program.samples, "--events", "-")
    let events = try JSON.lines(result.log)
    #expect(events.first?["event"] == "started" && events.last?["event"] == "ended")
    #expect(result.text.hasPrefix("---\n"))
  }

  @Test func `ends with 74 where the events cannot be written`() async throws {
    let result = try await Program.run("-qq", Program.samples, "--events", "/dev/full")
    #expect(result.ending == .exit(74))
    #expect(result.log == "research: /dev/full could not be written: No space left on device\n")
    let nowhere = try await Program.run(Program.samples, "--events", "/nowhere/events")
    #expect(nowhere.ending == .exit(74) && nowhere.output.isEmpty)
    #expect(
      nowhere.log == "research: /nowhere/events could not be written: No such file or directory\n"
    )
  }

  @Test func `goes on when the reader of the events leaves`() async throws {
    let folder = try Folder()
    mkfifo(folder["pipe"], 0o600)
    let reader = try ChildProcess("/usr/bin/head", ["-n", "1", folder["pipe"]])
    let result = try await Program.run("-qq", Program.samples, "--events", folder["pipe"])
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.contains("\n## Summary\n"))
    #expect(await reader.result().text.contains("\"started\""))
  }
}
