import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// PDFs through the built program.
struct PDFRunTests {
  private static let bytes = SamplePDF.bytes(
    [
      [
        "The harbour was quiet when the ship came in, and nobody saw",
        "that it carried no lights at all. The keeper slept until noon.",
      ]
    ],
    information: "/Title (The quiet ship)"
  )

  @Test func `reads fetched and saved PDFs, whatever the label says`() async throws {
    let (site, folder) = (try LocalSite.start(), try Folder())
    site.answer("/a", .bytes(Self.bytes, type: "application/pdf"))
    site.answer("/b", .bytes(Self.bytes + [0x0A], type: "text/html"))
    site.answer("/c.pdf", .bytes(Array(Self.bytes.prefix(700)), type: "application/pdf"))
    site.answer("/d", .bytes(Array("%PDF-1.4 rubbish".utf8), type: "application/pdf"))
    let saved = try folder.write(Self.bytes, to: "saved.pdf")
    let list = try folder.write(lines: ["/a", "/b", "/c.pdf", "/d"].map { site.url($0) } + [saved])
    let result = try await Program.run("extract", "-q", list)
    let records = try JSON.lines(result.text)
    #expect(records.map { $0["outcome"]?.text } == ["used", "used", "failed", "failed", "used"])
    for record in [records[0], records[1], records[4]] {
      #expect(record["title"] == "The quiet ship")
      #expect(
        record["text"]?.text?.hasSuffix("lights at all. The keeper slept until noon.") == true
      )
    }
    #expect(records[2]["error"]?["kind"] == "decode" && records[3]["error"]?["kind"] == "decode")
  }

  @Test func `says what to install`() async throws {
    let folder = try Folder()
    let saved = try folder.write(Self.bytes, to: "saved.pdf")
    let result = try await Program.run("extract", saved, variables: ["PATH": "/nowhere"])
    let record = try JSON(result.text)
    #expect(record["outcome"] == "skipped" && record["error"]?["kind"] == "unsupported_type")
    #expect(record["error"]?["message"]?.text?.contains("poppler-utils") == true)
  }

  @Test func `runs no program of the folder that it works in`() async throws {
    let folder = try Folder()
    let saved = try folder.write(Self.bytes, to: "saved.pdf")
    let trap = try folder.write("#!/bin/sh\necho caught\n".utf8, to: "pdftotext")
    chmod(trap, 0o755)
    let child = try ChildProcess(
      "/bin/sh",
      [
        "-c", #"cd "$1"; PATH=.:/usr/bin exec "$2" extract -q "$3""#, "sh", folder.path,
        Program.path,
      ]
        + [saved]
    )
    #expect(try await JSON(child.result().text)["title"] == "The quiet ship")
  }

  @Test func `kills a program that hangs with the run`() async throws {
    let folder = try Folder()
    let saved = try folder.write(Self.bytes, to: "saved.pdf")
    guard mkfifo(folder["pipe"], 0o600) == 0 else { throw POSIXError(.EIO) }
    let script =
      "#!/bin/sh\nexec 3> \(folder["pipe"])\necho $$ >&3\nsleep 1000 &\nexec sleep 1000\n"
    chmod(try folder.write(script.utf8, to: "pdftotext"), 0o755)
    let reader = try ChildProcess("/bin/cat", [folder["pipe"]])
    let child = try Program.start(
      ["--drain-timeout", "1h", "-o", folder["r.md"], saved],
      variables: ["PATH": "\(folder.path):/usr/bin:/bin"]
    )
    _ = await reader.wrote("\n", to: .output)
    child.send(SIGTERM)
    _ = await child.wrote("draining", to: .output)
    child.send(SIGTERM)
    #expect(await child.result().ending == .exit(143))
    // The pipe ends when the last that holds it is dead.
    #expect(await reader.result().ending == .exit(0))
    #expect(try folder.text("r.md").contains("not finished"))
  }
}
