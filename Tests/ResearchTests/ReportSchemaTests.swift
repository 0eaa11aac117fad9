import TestSupport
import Testing

/// The report as JSON, held to `templates/report.schema.json`.
struct ReportSchemaTests {
  @Test(
    arguments: [
      [], ["--with-text"], ["--statistics"], ["--question", "How long does a task take?"],
      ["--question", "Xyzzy plugh?"], ["--words", "1"], ["--length", "long", "--title", "Mine"],
    ]
  )
  func `fits its schema`(options: [String]) async throws {
    let child = try Program.start(["-qq", Program.samples, "--format=json"] + options)
    let report = try JSON(await child.result().text)
    #expect(try JSONSchema.report().faults(in: report) == [])
  }

  @Test func `fits its schema without a usable source`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: ["missing.html", "ftp://a.example/", "nothing"])
    let result = try await Program.run("-qq", "--format=json", "--question=Why?", list)
    #expect(result.ending == .exit(3))
    let report = try JSON(result.text)
    #expect(try JSONSchema.report().faults(in: report) == [])
    #expect(report["answered"] == .bool(false) && report["not_included"]?.values.count == 3)
  }

  @Test func `fits its schema with what a model wrote`() async throws {
    let folder = try Folder()
    let records = [
      #"{"version":1,"index":1,"source":"https://a.example/","outcome":"used","text":"A text."#
        + #" It has two.","summary":[{"text":"Written.","passages":[{"start":0,"end":7}]}],"model":"m","#
        + #""usage":{"prompt_tokens":1,"completion_tokens":2},"timings":{"fetch":0.5}}"#
    ]
    let path = try folder.write(lines: records)
    let result = try await Program.run("combine", "-qq", path, "--format=json", "--statistics")
    let report = try JSON(result.text)
    #expect(try JSONSchema.report().faults(in: report) == [])
    #expect(report["authorship"]?["pages"]?.int == 1)
    #expect(report["statistics"]?["timings"]?["fetch"]?["median"]?.seconds == 0.5)
  }

  @Test func `has a schema that refuses what is not one`() async throws {
    let result = try await Program.run("-qq", Program.samples, "--format=json")
    let schema = try JSONSchema.report()
    let changes = [
      ("\"version\":1,\n", "\"version\":2,\n"), ("\"incomplete\":false", "\"incomplete\":0"),
      ("\"summary\":[{", "\"summary\":[{\"extra\":1,"),
      ("\"answered\":null,", ""), ("\"differences\":[", "\"differences\":[{\"subject\":\"\"},"),
      ("\"outcome\":\"used\"", "\"outcome\":\"usable\""), ("\"source\":1", "\"source\":0"),
      ("\"text_sha256\":\"", "\"text_sha256\":\"x"), ("\"retrieved\":\"", "\"retrieved\":\"1"),
    ]
    for (old, new) in changes {
      let changed = result.text.replacing(old, with: new, maxReplacements: 1)
      #expect(changed != result.text, "\(old)")
      // What is no JSON any more is refused too.
      let faults = try? JSON(changed.replacing("},]", with: "}]")).self
      #expect(faults.map { !schema.faults(in: $0).isEmpty } ?? true, "\(new)")
    }
  }
}
