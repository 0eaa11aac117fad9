import Testing

@testable import ResearchCore

struct MarkdownReportTests {
  @Test func `writes the whole layout`() async throws {
    let report = try await Self.example.markdown(
      summary: [
        ReportFixture.finding("Each task has a parent!", 3),
        ReportFixture.finding("It *is*.", 1, 3),
      ],
      keyPoints: [ReportFixture.finding("Both.", 1, 3), ReportFixture.finding("One.", 1)]
    )
    #expect(report.split(separator: "\n") == Self.expected.split(separator: "\n"))
    #expect(report == Self.expected)
  }

  @Test func `says that nothing could be used`() async throws {
    let fixture = ReportFixture(records: [
      ReportFixture.failed(1, "https://a.example/"),
      ReportFixture.failed(2, "not | a url", .invalidURL, "line 2 is no URL: `not | a url`"),
    ])
    let text = try await fixture.markdown()
    #expect(text.contains("\n0 of 2 pages read. 2 failed: see [Not included](#not-included).\n"))
    #expect(
      section("## Summary", of: text) == "\nNo source could be used, so there are no findings.\n"
    )
    #expect(!text.contains("## Key points") && !text.contains("## Sources"))
    #expect(!text.contains("\ndate:"))
    #expect(
      section("## Not included", of: text) == """

        | Address | Step | Reason |
        |---|---|---|
        | <https://a.example/> | fetch | 404 Not Found |
        | not \\| a url | list | line 2 is no URL: \\`not \\| a url\\` |

        """
    )
  }

  @Test func `writes a report of no sources at all`() async throws {
    let text = try await ReportFixture(records: []).markdown()
    #expect(text.contains("\n0 of 0 pages read.\n"))
    #expect(text.hasSuffix("| 0 | 0 | 0 | 0 | 0 | 0 |\n"))
  }

  @Test func `names what was not finished`() async throws {
    var waiting = Record(index: 2, source: "https://b.example/")
    waiting.outcome = .unfinished
    let page = ReportFixture.used(1, "https://a.example/", text: "A text.")
    let text = try await ReportFixture(records: [page, waiting]).markdown()
    #expect(text.contains("\nincomplete: true\n"))
    #expect(text.contains("**This report is incomplete.**"))
    #expect(text.contains("1 of 2 pages read on 21 November 2026. 1 not finished: see"))
    #expect(
      text.contains(
        "| <https://b.example/> | not finished | the run ended before this source |\n"
      )
    )
    #expect(section("## Run statistics", of: text).contains("| 2 | 1 | 0 | 0 | 0 | 1 | 2 |"))
  }

  @Test func `says that the sources do not answer`() async throws {
    var fixture = ReportFixture(records: [
      ReportFixture.used(1, "https://a.example/", text: "A text.", summary: ["A text."])
    ])
    fixture.options.question = "Why? # not\n\"how\""
    let text = try await fixture.markdown(answered: false)
    #expect(section("## Summary", of: text) == "\nThe sources do not answer the question.\n")
    #expect(text.contains("\nquestion: \"Why? # not \\\"how\\\"\"\n"))
    #expect(text.contains("A text. [¶](https://a.example/#:~:text=A%20text.)"))
  }

  @Test func `shows the question where the title is another`() async throws {
    var fixture = ReportFixture(records: [])
    fixture.options.question = "Why *not*?"
    let text = try await fixture.text()
    #expect(text.contains("\n# Why \\*not\\*?\n") && !text.contains("**Question:**"))
    fixture.options.title = "A title"
    let titled = try await fixture.text()
    #expect(
      titled.contains("\n# A title\n\n0 of 0 pages read.\n\n**Question:** Why \\*not\\*?\n\n## ")
    )
  }

  @Test func `cites saved documents by path`() async throws {
    var page = ReportFixture.used(
      1,
      "pages/a_b.html",
      title: "T",
      text: "A text.",
      summary: ["A text."]
    )
    (page.retrieved, page.finalURL) = (nil, "/home/someone/pages/a_b.html")
    let text = try await ReportFixture(records: [page])
      .markdown(summary: [ReportFixture.finding("A text.", 1)])
    #expect(text.contains("\npages/a\\_b.html, no date, 2 words\n\nA text.\n"))
    #expect(text.hasSuffix("\n[^1]: T, pages/a\\_b.html, 0123456789abcdef\n"))
    #expect(text.contains("1 of 1 page read.\n"))
  }

  @Test func `calls a saved document without a title by its file name`() async throws {
    let page = ReportFixture.used(1, "pages/a_b.html", text: "A text.")
    let text = try await ReportFixture(records: [page]).markdown()
    #expect(text.contains("\n### 1. a\\_b.html\n\npages/a\\_b.html, no date, 2 words\n"))
  }

  @Test func `leaves out links to sentences of a model that cite nothing`() async throws {
    var page = ReportFixture.used(1, "https://a.example/", text: "A text.")
    (page.summary, page.model) = ([Record.Sentence(text: "A text.")], "some model")
    let text = try await ReportFixture(records: [page]).markdown()
    #expect(text.contains("\n\nA text. *(uncited)*\n\n"))
    #expect(!text.contains("¶"))
  }

  @Test func `names near copies`() async throws {
    let text = (1...60).map { "Word\($0) follows word\($0 * 7)." }.joined(separator: " ")
    let records = [3, 5].map {
      ReportFixture.used($0, "https://a.example/\($0)", title: "Page \($0)", text: text)
    }
    let report = try await ReportFixture(records: records).markdown()
    #expect(section("### 2. Page 5", of: report).contains("as source 1.\n"))
    #expect(!section("### 1. Page 3", of: report).contains("Nearly the same"))
  }

  @Test func `replaces every day by the given one`() async throws {
    var fixture = Self.example
    fixture.options.day = "1980-01-01"
    let text = try await fixture.markdown(summary: [ReportFixture.finding("It.", 1)])
    #expect(!text.contains("2026-11-2") && !text.contains("November"))
    #expect(text.contains("\ndate: 1980-01-01\n") && text.contains(" read on 1 January 1980."))
    #expect(text.contains(", 1980-01-01, 0123456789abcdef\n"))
  }

  @Test func `details the most relevant sources of many and lists the rest`() async throws {
    let records = (1...503).map { index in
      let text = index % 250 == 1 ? "Short." : "The same words stand in this text again. And more."
      return ReportFixture.used(index, "https://a.example/\(index)", text: text, summary: [text])
    }
    let text = try await ReportFixture(records: records).markdown()
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("### ") } == MarkdownReport.mostDetails)
    #expect(lines.count { $0.contains("](https://a.example/") && $0.hasPrefix("| ") } == 503)
  }

  @Test func `renders batches as it renders everything at once`() async throws {
    let records = (1...9).map { index in
      index % 3 == 0
        ? ReportFixture.failed(index, "https://a.example/\(index)")
        : ReportFixture.used(index, "https://a.example/\(index)", text: "Text \(index).")
    }
    var fixture = ReportFixture(records: records)
    let whole = try await fixture.text(batch: 1_000)
    for batch in [1, 2, 6, 7] { #expect(try await fixture.text(batch: batch) == whole) }
    let unsplit =
      "{{=<% %>=}}\n"
      + ReportTemplate.builtIn
      .replacing("{{", with: "<%").replacing("}}", with: "%>")
    fixture.options.template = unsplit
    #expect(try await fixture.text(batch: 2) == whole)
  }

  @Test func `renders a template of the user's`() async throws {
    var fixture = Self.example
    fixture.options.template = """
      {{title}}
      {{#question}}
      never
      {{/question}}
      {{#sources}}
      {{number}} {{{title}}} {{url}} {{published}}{{^published}}-{{/published}}
      {{/sources}}
      {{^references}}nobody{{/references}}
      {{#notIncluded}}{{outcome}} {{/notIncluded}}
      """
    #expect(
      try await fixture.markdown() == """
        Tasks \\*now\\*
        1 Swift 6.3 released https://swift.org/blog/swift-6.3-released 2026-03-03
        2 Concurrency \\| Guide https://docs.swift.org/ -
        nobody
        failed skipped 
        """
    )
  }

  @Test(arguments: hostileTexts)
  func `keeps its structure whatever pages say`(text: String) async throws {
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
    let report = try await fixture.markdown(
      summary: [ReportFixture.finding(text, 1)],
      keyPoints: [ReportFixture.finding(text, 1)]
    )
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0 == "---" } == 2)
    #expect(lines.count { $0.hasPrefix("#") } == 8)
    #expect(lines.count { $0.hasPrefix("- ") } == 1)
    #expect(lines.count { $0.hasPrefix("[^1]: [") } == 1)
    for line in lines where line.hasPrefix("| ") {
      #expect([3, 6].contains(Self.cells(of: line)))
    }
    #expect(!report.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
  }

  /// The cells of a table's row: its bars that no backslash stands before, less one.
  private static func cells(of line: Substring) -> Int {
    var count = -1
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  private static var example: ReportFixture {
    var first = ReportFixture.used(
      1,
      "https://swift.org/blog/swift-6.3-released",
      title: "Swift 6.3 released",
      text: "The release makes isolation inference the default for all new packages. More.",
      summary: ["The release makes isolation inference the default for all new packages.", "More."]
    )
    first.published = "2026-03-03"
    first.authors = ["The Swift Team"]
    var second = ReportFixture.used(
      3,
      "https://user:secret@docs.swift.org/",
      title: "Concurrency | Guide",
      text: "Each task has a parent!",
      summary: []
    )
    second.retrieved = "2026-11-22T01:00:00Z"
    second.site = "Swift"
    var fixture = ReportFixture(records: [
      first, ReportFixture.failed(2, "https://gone.example.com/post"), second,
      ReportFixture.failed(4, "https://x.example/p.pdf", .unsupportedType, "application/pdf"),
    ])
    fixture.options.title = "Tasks *now*"
    return fixture
  }

  private static let expected = """
    ---
    title: "Tasks *now*"
    date: 2026-11-22
    generator: research 0.1.0
    summariser: built-in
    sources: 2
    failed: 1
    tags: [research-report]
    ---

    # Tasks \\*now\\*

    2 of 4 pages read from 21 November 2026 to 22 November 2026. 1 failed, 1 skipped: see \
    [Not included](#not-included).

    ## Summary

    Each task has a parent\\! [^1] It \\*is\\*. [^1] [^2]

    ## Key points

    - Both. *2 sources* [^1] [^2]
    - One. *1 source* [^2]

    ## Sources in detail

    ### 1. Concurrency \\| Guide

    [docs.swift.org](https://docs.swift.org/), no date, 5 words

    ### 2. Swift 6.3 released

    [swift.org/blog/swift-6.3-released](https://swift.org/blog/swift-6.3-released), \
    The Swift Team, 3 March 2026, 12 words

    The release makes isolation inference the default for all new packages. \
    [¶](https://swift.org/blog/swift-6.3-released#:~:text=\
    The%20release%20makes%20isolation%20inference%20the%20default%20for%20all%20new%20packages.,\
    -More.) \
    More. [¶](https://swift.org/blog/swift-6.3-released#:~:text=all%20new%20packages.-,More.)

    ## Sources

    | # | Title | Site | Published | Words | Cited |
    |--:|---|---|---|--:|--:|
    | 1 | [Concurrency \\| Guide](https://docs.swift.org/) | Swift |  | 5 | 3 |
    | 2 | [Swift 6.3 released](https://swift.org/blog/swift-6.3-released) | swift.org | \
    2026-03-03 | 12 | 3 |

    ## Not included

    | Address | Step | Reason |
    |---|---|---|
    | <https://gone.example.com/post> | fetch | 404 Not Found |
    | <https://x.example/p.pdf> | fetch | skipped: application/pdf |

    ## Run statistics

    | Sources | Used | Duplicate | Skipped | Failed | Words read |
    |--:|--:|--:|--:|--:|--:|
    | 4 | 2 | 0 | 1 | 1 | 17 |

    [^1]: [Concurrency \\| Guide](https://docs.swift.org/), Swift, 2026-11-22, 0123456789abcdef
    [^2]: [Swift 6.3 released](https://swift.org/blog/swift-6.3-released), swift.org, \
    2026-11-21, 0123456789abcdef

    """
}
