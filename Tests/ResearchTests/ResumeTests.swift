import Glibc
import TestSupport
import Testing

/// `--records FILE --resume`, from outside.
struct ResumeTests {
  @Test(
    arguments: [
      (["--resume"], "--resume goes on from the file of --records FILE"),
      (["--resume", "--compare", "--records", "x"], "leave out --resume, or --compare"),
    ] as [([String], String)]
  )
  func `needs a file, and no comparison`(_ options: [String], _ message: String) async throws {
    let result = await (try Program.start(["-qq", Program.samples] + options)).result()
    #expect(result.ending == .exit(64) && result.log.contains(message))
  }

  @Test func `is an ordinary run where there is nothing to go on from`() async throws {
    let folder = try Folder()
    let empty = try folder.write(lines: [], to: "empty")
    for path in [folder["new"], empty] {
      let result = try await Program.run("-q", Program.samples, "--records", path, "--resume")
      #expect(result.ending == .exit(0) && result.text.contains("\n## Sources\n"))
      #expect(result.log.contains("19 used") && !result.log.contains("already in"))
    }
    #expect(try folder.bytes("new").count > 10_000 && folder.bytes("empty").count > 10_000)
  }

  @Test func `goes on from what was written before the disk was full`() async throws {
    let folder = try Folder()
    let whole = try await Program.run("-qq", Program.samples)
    // Files may have 64 blocks of 512 bytes, a third of what the records need.
    let first = try Program.start(
      after: "trap '' XFSZ; ulimit -f 64",
      ["-qq", Program.samples, "--records", folder["kept"], "-o", folder["report.md"]]
    )
    let result = await first.result()
    #expect(result.ending == .exit(74))
    #expect(
      result.log == "research: \(folder["kept"]) could not be written or read: File too large\n"
    )
    let kept = try folder.text("kept")
    #expect(kept.hasSuffix("}\n") && kept.utf8.count > 10_000)
    #expect(try folder.names == ["kept"])
    let count = kept.split(separator: "\n").count - 1
    let again = ["-v", Program.samples, "--records", folder["kept"], "--resume"]
    let second = await (try Program.start(again)).result()
    #expect(second.ending == .exit(0) && second.output == whole.output)
    #expect(second.log.contains("23 sources, \(count) of them already in \(folder["kept"])"))
    #expect(second.log.contains(" by an earlier run"))
    #expect(try folder.text("kept").hasPrefix(kept))
    #expect(try JSON.lines(folder.text("kept")).count == 24)
  }

  @Test func `refuses other options before anything is fetched`() async throws {
    let (site, folder) = (try SavedPage.site(1), try Folder())
    defer { site.stop() }
    let run = [
      site.url("/1"), "-qq", "--records", folder["kept"], "--question", "A", "-H", "X: secret",
    ]
    #expect(await (try Program.start(run)).result().ending == .exit(0))
    let kept = try folder.bytes("kept")
    let other = [
      site.url("/1"), "-qq", "--records", folder["kept"], "--question", "B", "--length", "short",
      "-H", "Y: secret", "--resume",
    ]
    let result = await (try Program.start(other)).result()
    #expect(result.ending == .exit(65) && result.output.isEmpty)
    for part in [
      #"--question was "A" and is now "B""#, #"--length was "medium" and is now "short""#,
      #"--header was "X" and is now "Y""#, "Give the same options, or another --records file",
    ] {
      #expect(result.log.contains(part))
    }
    #expect(!result.log.contains("secret"))
    #expect(try folder.bytes("kept") == kept && site.count("/1") == 1)
  }

  @Test func `refuses garbage, and a file that is none of its own`() async throws {
    let folder = try Folder()
    _ = try await Program.run("-qq", Program.samples, "--records", folder["kept"])
    let lines = try folder.text("kept").split(separator: "\n").map(String.init)
    for (content, message) in [
      (lines[..<9] + ["garbage"] + lines[9...], "kept, line 10, is no record: it is not a JSON"),
      (
        lines + [lines[0].replacing("medium", with: "short")] + lines[1...],
        "kept, line 25, is the header of a run with other options"
      ),
      (["garbage"] + lines, "kept is no file that a run can go on from: its first line"),
      (lines[1...], "kept is no file that a run can go on from: its first line"),
    ] {
      let kept = try folder.write(lines: Array(content), to: "kept")
      let before = try folder.bytes("kept")
      let result = try await Program.run("-qq", Program.samples, "--records", kept, "--resume")
      #expect(result.ending == .exit(65) && result.output.isEmpty)
      #expect(result.log.contains(message), "\(result.log)")
      #expect(try folder.bytes("kept") == before)
    }
  }

  @Test func `holds a list on a pipe to the records as it comes`() async throws {
    let (site, folder) = (try SavedPage.site(4), try Folder())
    defer { site.stop() }
    let urls = (1...4).map { site.url("/\($0)") }
    func run(_ urls: [String], _ options: String...) async throws -> ChildProcess.Result {
      let list = urls.map { $0 + "\n" }.joined()
      let arguments = ["-", "--records", folder["kept"]] + options
      return await (try Program.start(arguments, input: .bytes(Array(list.utf8)))).result()
    }
    #expect(try await run(Array(urls[..<3])).ending == .exit(0))
    let other = try await run([urls[0], urls[3]], "--resume")
    #expect(other.ending == .exit(65) && other.output.isEmpty)
    #expect(
      other.log.contains("source 2 was \"\(urls[1])\" and is now \"\(urls[3])\""),
      "\(other.log)"
    )
    let short = try await run(Array(urls[..<2]), "--resume")
    #expect(short.ending == .exit(65) && short.output.isEmpty)
    #expect(short.log.contains("source 3 was \"\(urls[2])\" and is not in the list any more"))
    #expect(site.count("/4") == 0)
    let grown = try await run(urls, "--resume")
    #expect(
      grown.ending == .exit(0) && grown.log.contains("sources as they come, 3 of them already")
    )
    #expect((1...4).map { site.count("/\($0)") } == [1, 1, 1, 1])
    let whole = try await run(urls, "--resume", "--title", "Other")
    #expect(whole.text.contains("# Other\n"))
  }

  @Test func `tells the recorded sources of a pipe that was read no further`() async throws {
    let (site, folder) = (try SavedPage.site(3), try Folder())
    defer { site.stop() }
    let urls = (1...3).map { site.url("/\($0)") }
    let first = try Program.start(urls + ["--records", folder["kept"]])
    #expect(await first.result().ending == .exit(0))
    let second = try Program.start(
      ["-", "--records", folder["kept"], "--resume", "--events", folder["events"]],
      input: .open
    )
    #expect(await second.wrote("started", to: .errors))
    second.send(SIGTERM)
    let result = await second.result()
    second.closeInput()
    #expect(result.ending == .exit(143) && result.text.contains("[^3]"))
    let events = try JSON.lines(folder.text("events"))
    #expect(events.filter { $0["event"] == "used" && $0["recorded"] == .bool(true) }.count == 3)
    let whole = await (try Program.start(["-qq"] + urls)).result()
    let third = urls + ["-qq", "--records", folder["kept"], "--resume"]
    #expect(await (try Program.start(third)).result().output == whole.output)
    #expect(try await Program.run("combine", "-qq", folder["kept"]).output == whole.output)
    #expect((1...3).map { site.count("/\($0)") } == [2, 2, 2])
  }

  @Test(arguments: [[], ["--resume"]])
  func `is refused while another run has the file`(_ options: [String]) async throws {
    let (site, folder) = (try SavedPage.site(2), try Folder())
    defer { site.stop() }
    site.hold("/2")
    let run = [site.url("/1"), site.url("/2"), "--records", folder["kept"]]
    let first = try Program.start(run)
    await site.arrived("/2")
    let second = await (try Program.start(run + ["-qq"] + options)).result()
    #expect(second.ending == .exit(75) && second.output.isEmpty)
    #expect(second.log.contains("in use by another run"))
    site.release("/2")
    #expect(await first.result().ending == .exit(0))
    #expect(try JSON.lines(folder.text("kept")).count == 3)
  }

  @Test func `says that a file cannot be written`() async throws {
    let folder = try Folder()
    // A program that runs can be opened by nobody for writing, whoever asks.
    for (path, reason) in [(folder.path, "Is a directory"), (Program.path, "Text file busy")] {
      let child = try Program.start(["-qq", Program.samples, "--records", path, "--resume"])
      let result = await child.result()
      #expect(result.ending == .exit(74) && result.output.isEmpty)
      #expect(result.log == "research: \(path) could not be written or read: \(reason)\n")
    }
  }
}
