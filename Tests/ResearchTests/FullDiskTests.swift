import TestSupport
import Testing

/// What is written on a disk that takes no more than 16 KB of a file.
struct FullDiskTests {
  /// What is being written, the arguments in a folder, and what the message begins with.
  typealias Case = (words: [String], message: String)

  @Test(arguments: [["run", "--records", "records"], ["run"], ["summarise"]])
  func `tells the end of every source, kept or not`(_ words: [String]) async throws {
    let folder = try Folder()
    for number in 1...100 {
      let days = (1...20).map { "<p>On day \($0) whale \(number) came, and all looked.</p>" }
      _ = try folder.write("<article>\(days.joined())</article>".utf8, to: "\(number).html")
    }
    _ = try folder.write(lines: (1...100).map { "\($0).html" })
    let child = try ChildProcess(
      "/bin/sh",
      [
        "-c", "cd $0; trap '' XFSZ; ulimit -f 32; exec \"$@\"", folder.path, Program.path,
      ] + words + ["list.txt", "-q", "-o", "output", "--events", "/dev/fd/2"],
      environment: ["TMPDIR": folder.path]
    )
    let result = await child.result()
    #expect(result.ending == .exit(74))
    let events = try JSON.lines(
      result.log.split(separator: "\n").filter { $0.first == "{" }
        .joined(separator: "\n")
    )
    let ends: Set<JSON?> = ["used", "duplicate", "skipped", "failed", "unfinished"]
    let ended = events.filter { ends.contains($0["event"]) }.compactMap { $0["index"]?.int }
    #expect(ended.sorted() == Array(1...100))
    let outcome = try #require(events.last?["outcome"])
    let (used, unfinished) = (outcome["used"]?.int ?? 0, outcome["unfinished"]?.int ?? 0)
    #expect(used + unfinished == 100 && unfinished > 0)
    // No file was written, and so none is named.
    let last = try #require(result.text.split(separator: "\n").last)
    #expect(last.contains("not finished") && !last.contains("output:"))
  }

  @Test(
    arguments: [
      (["run", "large.html"], "a temporary file in FOLDER (TMPDIR) could not be written or read"),
      (["extract", "large.html"], "a temporary file in FOLDER (TMPDIR) could not be written"),
      (["run", "large.html", "--records", "records"], "records could not be written or read"),
      (["fetch", "large.html", "--bodies", "bodies"], "bodies/1 could not be written or read"),
      (["fetch", "list.txt", "--events", "events"], "events could not be written"),
    ] as [Case]
  )
  func `ends with 74 and leaves nothing half-written`(_ test: Case) async throws {
    let folder = try Folder()
    let days = (1...400).map {
      "<p>On day \($0) a whale came to harbour \($0), and all looked.</p>"
    }
    let page = "<html><body><article>\(days.joined())</article></body></html>"
    _ = try folder.write(page.utf8, to: "large.html")
    _ = try folder.write(lines: (1...40).map { "junk \($0)" })
    let before = try folder.names
    let child = try ChildProcess(
      "/bin/sh",
      [
        "-c", "cd $0; trap '' XFSZ; ulimit -f 32; exec \"$@\"", folder.path, Program.path,
        test.words[0], "-qq", "-o", "output",
      ] + test.words.dropFirst(),
      environment: ["TMPDIR": folder.path]
    )
    let result = await child.result()
    #expect(result.ending == .exit(74))
    let message = test.message.split(separator: "FOLDER").joined(separator: folder.path)
    #expect(result.log.hasPrefix("research: \(message)") && result.log.contains("File too large"))
    // What failed is not there or holds whole lines; what did not fail is whole.
    let kept =
      ["records", "bodies"] + (test.words.contains("--events") ? ["events", "output"] : [])
    #expect(Set(try folder.names).subtracting(before).isSubset(of: kept))
    #expect(throws: (any Error).self) { try folder.bytes("bodies/1") }
    if test.words.contains("--records"), try folder.names.contains("records") {
      // What there is can be read: whole lines.
      #expect(throws: Never.self) { try JSON.lines(folder.text("records")) }
    }
  }
}
