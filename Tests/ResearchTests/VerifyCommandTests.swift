import TestSupport
import Testing

struct VerifyCommandTests {
  private let folder: Folder

  init() async throws {
    folder = try Folder()
    let run = try await Program.run(
      "-qq",
      Program.samples,
      "--records",
      folder["records.jsonl"],
      "-o",
      folder["report.md"]
    )
    #expect(run.ending == .exit(0))
  }

  @Test func `says in one line that all holds`() async throws {
    let result = try await Program.run(
      "verify",
      folder["report.md"],
      "--records",
      folder["records.jsonl"]
    )
    #expect(result.ending == .exit(0))
    #expect(result.text.contains("report.md: all holds: "))
    #expect(result.text.split(separator: "\n").count == 1)
    #expect(result.errors.isEmpty)
  }

  @Test func `verifies what combine makes of several files`() async throws {
    let records = folder["records.jsonl"]
    let report = try await Program.run("combine", records, records, "--format", "json", "-qq")
    _ = try folder.write(report.text.utf8, to: "report.json")
    let result = try await Program.run(
      "verify",
      folder["report.json"],
      "--records",
      records,
      records
    )
    #expect(result.ending == .exit(0))
  }

  @Test func `fails on one changed letter, and says where`() async throws {
    let report = try folder.text("report.md").replacing("22 seconds", with: "23 seconds")
    let changed = try folder.write(report.utf8, to: "changed.md")
    let result = try await Program.run("verify", changed, "--records", folder["records.jsonl"])
    #expect(result.ending == .exit(1))
    #expect(result.text.isEmpty)
    #expect(String(decoding: result.errors, as: UTF8.self).contains("changed.md: line "))
  }

  @Test func `tells files that are missing, wrong or no records`() async throws {
    let (report, records) = (folder["report.md"], folder["records.jsonl"])
    for (arguments, code) in [
      ([folder["none.md"], "--records", records], Int32(66)),
      ([report, "--records", folder["none.jsonl"]], 66), ([report, "--records", report], 65),
      ([records, "--records", records], 65), ([report], 64), (["-", "--records", "-"], 64),
    ] {
      let child = try Program.start(["verify"] + arguments)
      #expect(await child.result().ending == .exit(code))
    }
  }
}
