import Glibc
import TestSupport
import Testing

struct RecordsArgumentsTests {
  @Test func `keeps records that combine to the same report`() async throws {
    let folder = try Folder()
    let report = try await Program.run("-qq", Program.samples, "--records", folder["kept"])
    #expect(report.ending == .exit(0))
    let combined = try await Program.run("combine", "-qq", folder["kept"])
    #expect(combined.ending == .exit(0) && combined.output == report.output)
  }

  @Test func `begins with what alters the results`() async throws {
    let folder = try Folder()
    let result = try await Program.run(
      "-qq",
      Program.samples,
      "--records=\(folder["kept"])",
      "--question=Why?",
      "--max-size=2M",
      "--header=Authorization: secret"
    )
    #expect(result.ending == .exit(0))
    let lines = try JSON.lines(folder.text("kept"))
    let header = try #require(lines.first)
    #expect(header.names == ["version", "options"] && header["version"]?.int == 1)
    #expect(header["options"]?["question"] == "Why?")
    #expect(header["options"]?["length"] == "medium")
    #expect(header["options"]?["max_size"]?.int == 2 << 20)
    #expect(header["options"]?["headers"] == .list(["Authorization"]))
    #expect(try !folder.text("kept").contains("secret"))
    #expect(lines.dropFirst().compactMap { $0["index"]?.int }.sorted() == Array(1...23))
  }

  @Test func `refuses a file that another run is writing`() async throws {
    let (site, folder) = (try SavedPage.site(1), try Folder())
    defer { site.stop() }
    site.hold("/1")
    let first = try Program.start(["-qq", site.url("/1"), "--records", folder["kept"]])
    await site.arrived("/1")
    let second = try await Program.run("-qq", Program.samples, "--records", folder["kept"])
    #expect(second.ending == .exit(75) && second.output.isEmpty)
    #expect(second.log.contains("in use by another run"))
    site.release("/1")
    #expect(await first.result().ending == .exit(0))
    #expect(try JSON.lines(folder.text("kept")).count == 2)
  }

  @Test func `refuses a file that holds something and leaves it alone`() async throws {
    let folder = try Folder()
    let kept = try folder.write(lines: ["precious"], to: "kept")
    let result = try await Program.run("-qq", Program.samples, "--records", kept)
    #expect(result.ending == .exit(65) && result.output.isEmpty)
    #expect(result.log.contains("holds records already. Add --resume to go on from them"))
    #expect(try folder.text("kept") == "precious\n")
  }

  @Test func `takes an empty file and leaves none where nothing ran`() async throws {
    let folder = try Folder()
    let empty = try folder.write(lines: [], to: "empty")
    let used = try await Program.run("-qq", Program.samples, "--records", empty)
    #expect(used.ending == .exit(0))
    #expect(try folder.bytes("empty").count > 0)
    let failed = try await Program.run("-qq", folder["none.txt"], "--records", folder["new"])
    #expect(failed.ending == .exit(66))
    #expect(try folder.names == ["empty"])
  }

  @Test func `refuses what is no file`() async throws {
    let folder = try Folder()
    mkfifo(folder["pipe"], 0o600)
    for path in [folder["pipe"], "/dev/null"] {
      let result = try await Program.run("-qq", Program.samples, "--records", path)
      #expect(result.ending == .exit(66) && result.log.contains("it is not a regular file"))
    }
  }
}
