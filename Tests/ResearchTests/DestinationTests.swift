import Glibc
import TestSupport
import Testing

struct DestinationTests {
  @Test func `sends the report to standard output and the log to standard error`() async throws {
    let result = try await Program.run(Program.samples)
    #expect(result.ending == .exit(0))
    #expect(result.text.hasPrefix("---\n") && result.text.contains("\n## Summary\n"))
    #expect(!result.text.contains("fetching"))
    #expect(result.log.contains(" started ") && result.log.contains(" ended "))
    #expect(!result.log.contains("## Summary"))
  }

  @Test func `sends the log to standard output when a file takes the report`() async throws {
    let folder = try Folder()
    let result = try await Program.run(Program.samples, "-o", folder["report.md"])
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.contains(" started ") && result.text.contains(" ended "))
    #expect(try folder.text("report.md").contains("\n## Summary\n"))
    #expect(try folder.names == ["report.md"])
  }

  @Test func `takes a minus for standard output`() async throws {
    let plain = try await Program.run(Program.samples)
    let minus = try await Program.run(Program.samples, "-o", "-")
    #expect(plain.output == minus.output && minus.log.contains(" ended "))
  }

  @Test func `writes to a named pipe directly`() async throws {
    let folder = try Folder()
    mkfifo(folder["pipe"], 0o600)
    let reader = try ChildProcess("/bin/cat", [folder["pipe"]])
    let result = try await Program.run("-qq", Program.samples, "-o", folder["pipe"])
    let plain = try await Program.run("-qq", Program.samples)
    #expect(result.ending == .exit(0))
    #expect(await reader.result().output == plain.output)
    #expect(try folder.names == ["pipe"])
  }

  @Test(arguments: [["run"], ["fetch"], ["summarise"]])
  func `says that a full device takes nothing`(_ command: [String]) async throws {
    let arguments = command + ["-qq", Program.samples]
    let named = await (try Program.start(arguments + ["-o", "/dev/full"])).result()
    #expect(named.ending == .exit(74))
    #expect(named.log == "research: /dev/full could not be written: No space left on device\n")
    let plain = await (try Program.start(arguments, output: .path("/dev/full"))).result()
    #expect(plain.ending == .exit(74))
    #expect(plain.log.contains("standard output could not be written: No space left"))
  }

  @Test func `leaves nothing half-written where the disk is full`() async throws {
    let folder = try Folder()
    let old = try folder.write(lines: ["old"], to: "report.md")
    let page = try folder.write(SavedPage.html("whale").utf8, to: "page.html")
    // Only the report is larger than files may be: 128 blocks of 512 bytes.
    let template = try folder.write(lines: Array(repeating: "words", count: 20_000), to: "template")
    let child = try Program.start(
      after: "trap '' XFSZ; ulimit -f 128",
      ["-qq", page, "--template", template, "-o", old]
    )
    let result = await child.result()
    #expect(result.ending == .exit(74))
    #expect(result.log == "research: \(old) could not be written: File too large\n")
    #expect(try folder.text("report.md") == "old\n")
    #expect(try folder.names == ["page.html", "report.md", "template"])
  }

  @Test func `leaves the old report where the run fails`() async throws {
    let folder = try Folder()
    let old = try folder.write(lines: ["old"], to: "report.md")
    let result = try await Program.run("-qq", folder["nothing.txt"], "-o", old)
    #expect(result.ending == .exit(66))
    #expect(try folder.text("report.md") == "old\n" && folder.names == ["report.md"])
  }

  @Test func `says that standard output is closed and writes to nothing else`() async throws {
    let result = try await Program.run("-qq", Program.samples, output: .closed)
    #expect(result.ending == .exit(74))
    #expect(result.log == "research: standard output could not be written: Bad file descriptor\n")
  }

  @Test func `needs neither standard error nor standard input`() async throws {
    let deaf = try await Program.run(Program.samples, errors: .closed)
    #expect(deaf.ending == .exit(0) && deaf.text.contains("\n## Summary\n"))
    let child = try Program.start(after: "exec <&-", [Program.samples])
    #expect(await child.result().output == deaf.output)
    let empty = await (try Program.start(after: "exec <&-", ["-qq"])).result()
    #expect(
      empty.ending == .exit(66) && empty.log.contains("standard input cannot be read: Bad file")
    )
  }

  @Test func `keeps a private file private and a link a link`() async throws {
    let folder = try Folder()
    let file = try folder.write(lines: ["old"], to: "report.md")
    chmod(file, 0o600)
    symlink("report.md", folder["link.md"])
    let result = try await Program.run("-qq", Program.samples, "-o", folder["link.md"])
    #expect(result.ending == .exit(0))
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(lstat(folder["link.md"], &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try folder.text("report.md").contains("\n## Summary\n"))
  }

  @Test(arguments: [["run"], ["fetch"], ["extract"], ["summarise"]])
  func `ends quietly when the reader leaves`(_ command: [String]) async throws {
    let site = try SavedPage.site(40)
    defer { site.stop() }
    let pages = (1...40).map { site.url("/\($0)") }
    let child = try Program.start(command + ["-qq"] + pages, output: .lines(1))
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.errors.isEmpty)
    #expect(result.text.hasSuffix("\n"))
  }

  @Test(arguments: [["run"], ["fetch"], ["extract"], ["summarise"]])
  func `ends quietly when the reader of output and log leaves`(_ command: [String]) async throws {
    let site = try SavedPage.site(40)
    defer { site.stop() }
    let child = try ChildProcess(
      "/bin/sh",
      ["-c", "exec \"$@\" 2>&1", "sh", Program.path] + command + ["-v"]
        + (1...40).map { site.url("/\($0)") },
      output: .lines(1)
    )
    #expect(await child.result().ending == .exit(0))
  }

  @Test func `writes the file although standard output is closed`() async throws {
    let folder = try Folder()
    let result = try await Program.run(
      Program.samples,
      "-o",
      folder["report.md"],
      output: .closed,
      errors: .closed
    )
    #expect(result.ending == .exit(0))
    let plain = try await Program.run("-qq", Program.samples)
    #expect(try folder.text("report.md") == plain.text)
    #expect(try folder.names == ["report.md"])
  }

  @Test func `completes the report although nobody reads the log`() async throws {
    let folder = try Folder()
    let child = try Program.start(
      [Program.samples, "-o", folder["report.md"]],
      output: .lines(1)
    )
    let result = await child.result()
    #expect(result.ending == .exit(0) && result.text.contains("started"))
    #expect(try folder.text("report.md").contains("\n## Summary\n"))
  }
}
