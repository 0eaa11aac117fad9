import TestSupport
import Testing

struct ExitStatusTests {
  /// Arguments, the exit code, and what standard error says.
  typealias Case = (arguments: [String], code: Int32, message: String)

  @Test(
    arguments: [
      (["--bogus"], 64, "--bogus"),
      (["--timeout", "soon"], 64, "--timeout"),
      (["--timeout", "0"], 64, "--timeout must be more than 0"),
      (["-j", "-1"], 64, "-j"),
      (["--max-size", "10X"], 64, "--max-size"),
      (["--max-size", "0"], 64, "--max-size must be more than 0"),
      (["--max-nodes", "0"], 64, "--max-nodes must be more than 0"),
      (["--words", "0"], 64, "--words must be 1 or more"),
      (["--sentences", "0"], 64, "--sentences must be 1 or more"),
      (["--window", "0"], 64, "--window must be 1 or more"),
      (["--deadline", "0"], 64, "--deadline must be more than 0"),
      (["--max-failed", "-1"], 64, "--max-failed"),
      (["--length", "endless"], 64, "--length"),
      (["--format", "docx"], 64, "--format"),
      (["--log-format", "xml"], 64, "--log-format"),
      (["--header", "no colon"], 64, "--header"),
      (["--header", "bad name: x"], 64, "--header"),
      (["--resolve", "nowhere"], 64, "--resolve"),
      (["--cacert", "/nowhere/certificates"], 64, "--cacert"),
      (["--template", "/nowhere/template"], 78, "template /nowhere/template"),
      (["-o", "/nowhere/report.md"], 74, "/nowhere/report.md could not be written"),
      (["-o", "/"], 74, "/ could not be written: Is a directory"),
      (["--records", "/nowhere/records"], 74, "/nowhere/records could not be written"),
    ] as [Case]
  )
  func `says which option is wrong`(_ test: Case) async throws {
    let child = try Program.start(["-qq", Program.samples] + test.arguments)
    let result = await child.result()
    #expect(result.ending == .exit(test.code) && result.output.isEmpty)
    #expect(result.log.contains(test.message))
  }

  @Test(arguments: ["run", "fetch", "extract", "summarise", "summarize"])
  func `says that an input cannot be read`(_ command: String) async throws {
    let folder = try Folder()
    let binary = try folder.write([0x7f, 0x45, 0, 1, 2], to: "program")
    let empty = try folder.write(lines: [])
    let cases = [
      (folder["none.txt"], "none.txt cannot be read: No such file"),
      (folder.path, "it is a directory"), (binary, "is not a list"), (empty, "names no source"),
      ("-", "names no source"),
    ]
    for (input, message) in cases {
      let result = try await Program.run(command, "-qq", input)
      #expect(result.ending == .exit(66) && result.output.isEmpty)
      #expect(result.log.hasPrefix("research: ") && result.log.contains(message))
      #expect(result.log.split(separator: "\n").count == 1)
    }
  }

  @Test func `says that records cannot be read`() async throws {
    let folder = try Folder()
    let header = try folder.write(lines: ["{\"version\":1}"])
    for (input, message) in [
      (folder["none"], "cannot be read: No such file"), (folder.path, "it is a directory"),
      (header, "name no source"), ("-", "name no source"),
    ] {
      let result = try await Program.run("combine", "-qq", input)
      #expect(result.ending == .exit(66) && result.output.isEmpty)
      #expect(result.log.hasPrefix("research: ") && result.log.contains(message))
    }
  }

  @Test(arguments: ["nonsense", "{\"index\":1}", "[]", "{\"index\":\"1\"}", "{\"index\":0}"])
  func `says where records are none`(_ line: String) async throws {
    let folder = try Folder()
    let list = try folder.write(lines: ["", line], to: "records.jsonl")
    let result = try await Program.run("combine", "-qq", list, "-o", folder["report.md"])
    #expect(result.ending == .exit(65))
    #expect(result.log.contains("records.jsonl, line 2, is no record"))
    #expect(try folder.names == ["records.jsonl"])
  }

  @Test(arguments: [("2", Int32(2)), ("3", 0)])
  func `holds the number of failures to --max-failed`(
    _ most: String,
    _ code: Int32
  ) async throws {
    for command in ["run", "fetch", "summarise"] {
      // Without extraction the page without text does not fail.
      let bound = command == "fetch" ? "\((Int(most) ?? 0) - 1)" : most
      let result = try await Program.run(
        command,
        "-qq",
        "--max-failed",
        bound,
        Program.samples
      )
      #expect(result.ending == .exit(code) && !result.output.isEmpty)
    }
  }

  @Test func `tells that no source was usable`() async throws {
    let folder = try Folder()
    let report = try await Program.run("-qq", folder["none.html"])
    #expect(report.ending == .exit(3))
    #expect(report.text.contains("none.html") && report.text.contains("Not included"))
    let records = try await Program.run("summarise", "-qq", folder["none.html"])
    #expect(records.ending == .exit(0))
    let combined = try await Program.run("combine", "-qq", input: .bytes(records.output))
    #expect(combined.ending == .exit(3) && combined.output == report.output)
  }

  @Test(arguments: ["{{#sources}}", "{{/x}}", "{{"])
  func `says what is wrong with a template`(_ template: String) async throws {
    let folder = try Folder()
    let file = try folder.write(lines: [template], to: "template")
    let result = try await Program.run("-qq", Program.samples, "--template", file)
    #expect(result.ending == .exit(78) && result.output.isEmpty)
    #expect(result.log.contains("the template is wrong at line"))
  }

  @Test(arguments: ["/nowhere", "/proc", "/dev/null"])
  func `says that there is no place for temporary files`(_ path: String) async throws {
    let result = try await Program.run("-qq", Program.samples, variables: ["TMPDIR": path])
    #expect(result.ending == .exit(74) && result.output.isEmpty)
    #expect(
      result.log.contains("a temporary file in \(path) (TMPDIR) could not be written or read")
    )
  }
}
