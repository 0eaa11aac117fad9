import Testing

@testable import ResearchCore

struct HTMLReportTests {
  @Test func `shows what the Markdown says`() async throws {
    let html = try await Self.html(of: Self.example)
    #expect(HTMLTags(html).faults == [])
    #expect(
      HTMLTags(html).ids(of: "h2") == [
        "summary", "key-points", "sources-in-detail", "sources", "not-included", "run-statistics",
        "references",
      ]
    )
    #expect(html.contains("<title>Tasks *now*</title>"))
    #expect(html.contains("<h1 id=\"tasks-now\">Tasks *now*</h1>"))
    #expect(html.contains("see <a href=\"#not-included\">Not included</a>."))
    #expect(html.contains("<h3 id=\"1-a--b\">1. A | B</h3>"))
    #expect(!html.contains("tags: [research-report]") && !html.contains("[^"))
  }

  @Test func `says by its policy that it asks for nothing`() async throws {
    let html = try await Self.html(of: Self.example)
    #expect(html.contains("\"default-src 'none'; style-src 'sha256-"))
    #expect(!html.contains("unsafe") && !html.contains("<script") && !html.contains("url("))
  }

  @Test func `is cmark's HTML of the whole, with anchors`() async throws {
    var fixture = Self.example
    let markdown = try await fixture.text()
    fixture.options.format = .html
    let body = markdown.split(separator: "---\n", maxSplits: 2)[1]
    let whole = try CommonMark.html(
      of: Array(body.utf8)[...],
      with: [.table, .strikethrough, .footnotes]
    )
    let html = try await fixture.text()
    let main = try #require(html.firstRange(of: "<main>\n")).upperBound
    #expect(
      Self.bare(html[main...]) == Self.bare(String(decoding: whole, as: UTF8.self)[...])
    )
  }

  @Test(arguments: [1, 60, 700, 5_000])
  func `gives the same in stretches as at once`(size: Int) async throws {
    let records = (1...300).map { index in
      index % 3 == 0
        ? ReportFixture.failed(index, "https://a.example/\(index)")
        : ReportFixture.used(index, "https://a.example/\(index)", text: "Text \(index) | x.")
    }
    let markdown = try await ReportFixture(records: records).text()
    func html(_ size: Int, piece: Int) throws -> String {
      var body = HTMLBody(footnotes: 10, size: size)
      var html: [UInt8] = []
      let scalars = Array(markdown.unicodeScalars)
      for start in stride(from: 0, to: scalars.count, by: piece) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<min(start + piece, scalars.count)])
        html += try body.add(String(text))
      }
      return String(decoding: html + (try body.finish()), as: UTF8.self)
    }
    let whole = try html(1 << 30, piece: 1 << 20)
    let cut = try html(size, piece: 7 + size)
    #expect(cut == whole)
    #expect(HTMLTags(whole).faults == [])
    #expect(HTMLTags(whole).tags.count { $0.name == "tr" } == 304)
  }

  @Test(arguments: hostileTexts)
  func `stays a page of ours whatever pages say`(text: String) async throws {
    var page = ReportFixture.used(
      1,
      "https://a.example/" + text,
      title: text,
      text: "x " + text,
      summary: [text]
    )
    (page.site, page.authors) = (text, [text])
    let failure = ReportFixture.failed(2, "https://b.example/" + text, .http, text)
    var fixture = ReportFixture(records: [page, failure])
    (fixture.options.title, fixture.options.question) = (text, text)
    let tags = HTMLTags(try await Self.html(of: fixture))
    #expect(tags.faults == [])
    #expect(tags.tags.count { $0.name == "table" } == 3)
  }

  @Test func `is a page without any source`() async throws {
    let html = try await Self.html(of: ReportFixture(records: []))
    #expect(HTMLTags(html).faults == [])
    #expect(html.contains("No source could be used, so there are no findings."))
    #expect(!html.contains("references"))
  }

  @Test func `renders a template of the user's`() async throws {
    var fixture = Self.example
    fixture.options.template = """
      # {{title}}

      ## Points

      {{#keyPoints}}
      1. {{text}} {{citations}}
      {{/keyPoints}}

      <script>alert(1)</script> [x](javascript:alert(1))

      {{#references}}
      [^{{number}}]: {{linkedTitle}}
      {{/references}}
      """
    let html = try await Self.html(of: fixture)
    #expect(html.contains("<h2 id=\"points\">Points</h2>\n<ol>\n<li>"))
    #expect(html.contains("<li id=\"fn:1\">") && !html.contains("[^"))
    #expect(!html.contains("<script") && !html.contains("javascript"))
    fixture.options.template = "{{#keyPoints}}{{citations}}{{/keyPoints}}"
    let without = try await Self.html(of: fixture)
    #expect(without.contains("[^1]") && HTMLTags(without).faults == [])
  }

  private static func html(of fixture: ReportFixture) async throws -> String {
    var fixture = fixture
    fixture.options.format = .html
    return try await fixture.text()
  }

  /// HTML up to its footnotes, without attributes but for addresses, and without frames of tables.
  private static func bare(_ html: Substring) -> String {
    var output = ""
    let end = html.firstRange(of: "<section")?.lowerBound ?? html.endIndex
    for piece in html[..<end].split(separator: "<", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = parts[0].prefix { $0 != " " }
      guard tag != "div", tag != "/div" else { continue }
      let link = parts[0].firstRange(of: "href=\"http").map { parts[0][$0.lowerBound...] } ?? ""
      output += "<" + tag + link + ">" + parts.dropFirst().joined().filter { $0 != "\n" }
    }
    return output
  }

  private static var example: ReportFixture {
    let shared = "Every winter the snow closes the high pass for three months."
    let texts = [
      "Rivers carry cold water down to the sea. \(shared) Bridges *need* paint each spring.",
      "Violins are made of spruce & maple. \(shared) Lanterns burn <oil> through the night!",
      "The harbour of the old town was built of granite. \(shared) Nobody paints it [x](y).",
    ]
    var fixture = ReportFixture(
      records: texts.enumerated().map { place, text in
        ReportFixture.used(place + 1, "https://a.example/\(place)", title: "A | B", text: text)
      } + [ReportFixture.failed(4, "https://gone.example/")]
    )
    (fixture.options.title, fixture.options.sentences) = ("Tasks *now*", 1)
    return fixture
  }
}
