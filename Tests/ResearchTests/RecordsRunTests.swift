import TestSupport
import Testing

struct RecordsRunTests {
  /// The fields of a record in the command line's contract.
  private static let fields: Set<String> = [
    "version", "index", "line", "source", "final_url", "priority", "outcome", "error",
    "duplicate_of", "status", "content_type", "charset", "bytes", "sha256", "retrieved",
    "text_sha256", "title", "authors", "published", "modified", "language", "site", "canonical",
    "text", "headings", "links", "parts", "summary", "model", "usage", "attempts", "timings",
  ]

  @Test(arguments: ["fetch", "extract", "summarise", "summarize"])
  func `writes a record a source in the list's order`(_ command: String) async throws {
    let result = try await Program.run(command, "-qq", Program.samples)
    #expect(result.ending == .exit(0))
    let records = try JSON.lines(result.text)
    #expect(records.compactMap { $0["index"]?.int } == Array(1...23))
    for record in records {
      #expect(record.names.isSubset(of: Self.fields))
      #expect(record["version"]?.int == 1 && record["line"]?.int != nil)
      #expect((record["text"] != nil) == (record["outcome"] == "used" && command != "fetch"))
      if record["outcome"] == "used" { #expect(record["sha256"]?.text?.count == 64) }
    }
    let outcomes = Dictionary(grouping: records) { $0["outcome"]?.text ?? "" }.mapValues(\.count)
    let failed = command == "fetch" ? 2 : 3
    #expect(outcomes == ["used": 22 - failed, "duplicate": 1, "failed": failed])
    #expect(records[20]["duplicate_of"]?.int == 3)
  }

  @Test func `writes records in order however the pages arrive`() async throws {
    let site = try SavedPage.site(9)
    defer { site.stop() }
    site.hold("/1")
    site.hold("/5")
    let child = try Program.start(["fetch"] + (1...9).map { site.url("/\($0)") } + ["-j", "9"])
    #expect(await child.wrote("fetched      4", to: .errors))
    #expect(child.written(.output).isEmpty)
    site.release("/1")
    #expect(await child.wrote("\"index\":4", to: .output))
    site.release("/5")
    let records = try JSON.lines(await child.result().text)
    #expect(records.compactMap { $0["index"]?.int } == Array(1...9))
    #expect(records.allSatisfy { $0["status"]?.int == 200 && $0["final_url"] == $0["source"] })
  }

  @Test func `gives ranges that cut out each sentence`() async throws {
    let result = try await Program.run("summarise", "-qq", Program.samples)
    for record in try JSON.lines(result.text) where record["outcome"] == "used" {
      let scalars = Array(try #require(record["text"]?.text).unicodeScalars)
      let sentences = try #require(record["summary"]).values
      #expect((1...5).contains(sentences.count))
      for sentence in sentences {
        let start = try #require(sentence["start"]?.int)
        let end = try #require(sentence["end"]?.int)
        try #require(0 <= start && start < end && end <= scalars.count)
        let text = try #require(sentence["text"]?.text)
        #expect(scalars[start..<end].elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test func `keeps each summary to the words and sentences that are asked for`() async throws {
    for (option, most) in [("--words", 30), ("--sentences", 1), ("--length=short", 3)] {
      let arguments = ["summarise", "-qq", Program.samples, option]
      let child = try Program.start(option.contains("=") ? arguments : arguments + ["\(most)"])
      for record in try JSON.lines(await child.result().text) where record["text"] != nil {
        let sentences = record["summary"]?.values ?? []
        let words = sentences.compactMap { $0["text"]?.text?.split(separator: " ") }.joined()
        #expect((option == "--words" ? words.count : sentences.count) <= most)
      }
    }
  }

  @Test func `keeps the bodies, named by index`() async throws {
    let (site, folder) = (try SavedPage.site(2), try Folder())
    defer { site.stop() }
    let child = try Program.start([
      "fetch", "-qq", site.url("/2"), site.url("/none"), site.url("/1"), "--bodies", folder["kept"],
    ])
    #expect(await child.result().ending == .exit(0))
    #expect(try folder.text("kept/1") == SavedPage.html("creature 2"))
    #expect(try folder.text("kept/3") == SavedPage.html("creature 1"))
    #expect(throws: (any Error).self) { try folder.bytes("kept/2") }
  }

  @Test func `ends with 74 as soon as a body cannot be kept`() async throws {
    let (site, folder) = (try SavedPage.site(2), try Folder())
    defer { site.stop() }
    site.hold("/2")
    let file = try folder.write(lines: ["no folder"], to: "kept")
    let child = try Program.start([
      "fetch", "-qq", site.url("/1"), site.url("/2"), "--bodies", file, "-o", folder["records"],
    ])
    let result = await child.result()
    #expect(result.ending == .exit(74))
    #expect(result.log.contains("\(file)/1 could not be written") && result.output.isEmpty)
    #expect(try folder.names == ["kept"])
  }
}
