import TestSupport
import Testing

struct RunCommandTests {
  @Test(
    arguments: [
      ([], []), (["--question", "How long does a task take?"], []), (["--length", "short"], []),
      (["--length", "long", "--language", "de"], []), ([], ["--title", "A *title* | of mine"]),
      ([], ["--format", "json"]), (["--question", "What is a task?"], ["--format", "json"]),
      ([], ["--format", "json", "--with-text"]), ([], ["--words", "40"]),
      ([], ["--sentences", "2"]),
    ] as [([String], [String])]
  )
  func `gives what its parts give, byte for byte`(
    _ both: [String],
    _ report: [String]
  ) async throws {
    let whole = await (try Program.start(["-qq", Program.samples] + both + report)).result()
    let parts = try Program.start(["summarise", "-qq", Program.samples] + both)
    let records = await parts.result().output
    let combine = try Program.start(
      ["combine", "-qq", "-"] + both + report,
      input: .bytes(records)
    )
    let combined = await combine.result()
    #expect(combined.ending == .exit(0) && !combined.output.isEmpty)
    #expect(combined.output == whole.output)
  }

  @Test func `gives the same report however the pages arrive`() async throws {
    let site = try SavedPage.site(3)
    defer { site.stop() }
    let pages = (1...3).map { site.url("/\($0)") }
    let plain = await (try Program.start(["-qq"] + pages)).result()
    site.hold("/1")
    let child = try Program.start(pages)
    #expect(await child.wrote("summarised   3", to: .errors))
    site.release("/1")
    #expect(await child.result().output == plain.output)
  }

  @Test func `keeps to the words and sentences that are asked for`() async throws {
    for (option, most) in [("--words", 25), ("--sentences", 2)] {
      let result = try await Program.run(
        "-qq",
        Program.samples,
        "--format=json",
        option,
        "\(most)"
      )
      let sentences = try #require(try JSON(result.text)["summary"]).values
      let words = sentences.compactMap { $0["text"]?.text?.split(whereSeparator: \.isWhitespace) }
      #expect((option == "--words" ? words.joined().count : sentences.count) <= most)
      #expect(!sentences.isEmpty)
    }
  }

  @Test func `adds timings and texts only when asked`() async throws {
    let plain = try await Program.run("-qq", Program.samples)
    let timed = try await Program.run("-qq", Program.samples, "--statistics")
    #expect(!plain.text.contains("Median") && timed.text.lowercased().contains("median"))
    let lean = try await Program.run("-qq", Program.samples, "--format", "json")
    let full = try await Program.run("-qq", Program.samples, "--format=json", "--with-text")
    let sources = { (text: String) in try #require(try JSON(text)["sources"]).values }
    #expect(try sources(lean.text).allSatisfy { $0["text"] == nil })
    #expect(try sources(full.text).allSatisfy { $0["text"]?.text?.isEmpty == false })
  }

  @Test func `fills a template and sets a title`() async throws {
    let folder = try Folder()
    let template = try folder.write(lines: ["Only this: {{title}}"], to: "template")
    let result = try await Program.run(
      "-qq",
      Program.samples,
      "--template",
      template,
      "--title",
      "Mine"
    )
    #expect(result.ending == .exit(0) && result.text == "Only this: Mine\n")
  }

  @Test func `dates the report by SOURCE_DATE_EPOCH`() async throws {
    let result = try await Program.run(
      "-qq",
      Program.samples,
      variables: ["SOURCE_DATE_EPOCH": "86400"]
    )
    #expect(result.text.contains("\ndate: 1970-01-02\n"))
    #expect(result.text.contains(", 1970-01-02, "))
  }
}
