import Testing

@testable import ResearchCore

@Suite struct AuthorshipTests {
  private static func authorship(
    pages: [String],
    of usable: Int,
    summary: String? = nil,
    _ sentences: Int = 0,
    uncited: Int = 0,
    unsupported: Int = 0
  ) -> Authorship {
    var authorship = Authorship()
    for model in pages { authorship.note(page: model) }
    (authorship.usable, authorship.summaryModel, authorship.uncited) = (usable, summary, uncited)
    (authorship.sentences, authorship.unsupported) = (sentences, unsupported)
    return authorship
  }

  @Test func `says nothing where no model was asked`() {
    let authorship = Self.authorship(pages: [], of: 3)
    #expect(authorship.isEmpty && authorship.markdown == nil)
  }

  @Test(
    arguments: [
      (
        Self.authorship(pages: ["m", "m"], of: 2, summary: "m", 9), "m",
        "Page summaries and the summary were written by the model m. What their 9 sentences cite "
          + "supports them, as far as signs tell."
      ),
      (
        Self.authorship(pages: ["m"], of: 2, summary: "m", 9, uncited: 2), "m, built-in",
        "1 of 2 page summaries and the summary were written by the model m. Of 9 sentences 2 cite "
          + "nothing, as far as signs tell; each is marked so."
      ),
      (
        Self.authorship(pages: ["m", "n"], of: 2, 1), "m, n, built-in",
        "Page summaries were written by the models m, n. What its sentence cites supports it, as "
          + "far as signs tell."
      ),
      (
        Self.authorship(pages: ["m"], of: 1, summary: "n", 1_234, uncited: 1, unsupported: 2),
        "m, n",
        "Page summaries were written by the model m, the summary by the model n. Of 1,234 sentences "
          + "1 cites nothing and 2 are not supported by what they cite, as far as signs tell; each "
          + "is marked so."
      ),
      (
        Self.authorship(pages: [], of: 2, summary: "m", 3, unsupported: 1), "m, built-in",
        "The summary was written by the model m. Of 3 sentences 1 is not supported by what it "
          + "cites, as far as signs tell; it is marked so."
      ),
    ] as [(Authorship, String, String)]
  )
  func `says who wrote what, and how far it holds`(
    authorship: Authorship,
    summariser: String,
    text: String
  ) {
    #expect(authorship.summariser == summariser)
    #expect(authorship.markdown == text)
  }

  @Test func `groups the reasons why the built-in summariser did pages`() throws {
    var authorship = Self.authorship(pages: [], of: 9)
    authorship.note(fallback: Failure(.model, "it is *away*"))
    #expect(
      authorship.markdown == "1 page was summarised by the built-in summariser, because the model "
        + "was not to be had: it is \\*away\\*."
    )
    #expect(authorship.summariser == "built-in" && !authorship.isEmpty)
    for reason in ["a", "b", "it is *away*", "c", "d", "e"] {
      authorship.note(fallback: Failure(.budget, reason))
    }
    let text = try #require(authorship.markdown)
    #expect(text.hasPrefix("7 pages were summarised by the built-in summariser, because "))
    #expect(
      text.hasSuffix(
        ": it is \\*away\\* (2 pages); a (1 page); b (1 page); c (1 page); "
          + "other reasons (2 pages)."
      )
    )
  }

  @Test func `names four models at most, however many there are`() {
    let authorship = Self.authorship(pages: (1...100).map { "model \($0)" }, of: 100)
    #expect(authorship.pageModels.count == Authorship.mostModels && authorship.pages == 100)
  }

  @Test(arguments: hostileTexts)
  func `keeps a report's structure whatever a model says`(text: String) async throws {
    var page = ReportFixture.used(1, "https://a.example/", text: "Some text. And more of it.")
    (page.summary, page.model) = ([Record.Sentence(written: text)], "m " + text)
    for error in [nil, Failure(.model, text)] {
      var fixture = ReportFixture(records: [page])
      fixture.author = ReportFixture.author("n " + text, ("S " + text, [1]), error: error)
      let report = try await fixture.text()
      let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count { $0 == "---" } == 2)
      #expect(lines.count { $0.hasPrefix("summariser: \"") && $0.hasSuffix("\"") } == 1)
      #expect(lines.count { $0.hasPrefix("# ") } == 1)
      #expect(lines.count { $0.hasPrefix("## ") } == 4)
      #expect(lines.count { $0.hasPrefix("### ") } == 1)
      #expect(lines.count { $0.hasPrefix("[^1]: [") } == 1)
      #expect(!report.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
      let details = section("## Sources in detail", of: report)
      #expect(!details.contains("[¶]"))
    }
  }

  @Test func `a JSON report claims no support for what cites sources without a place`() async throws
  {
    var fixture = Self.tasks
    fixture.options.format = .json
    fixture.author = ReportFixture.author("m", ("It is so.", [1]))
    let report = try await fixture.text()
    #expect(
      report.contains(
        #""summary":[{"citations":[{"source":1}],"supported":false,"text":"It is so."}],"#
      )
    )
    #expect(
      report.contains(
        #""authorship":{"fallbacks":0,"page_models":[],"pages":0,"sentences":1,"#
          + #""summary_model":"m","uncited":0,"unsupported":1},"#
      )
    )
    #expect(report.contains(#""start":"#))
  }

  @Test(arguments: [true, false])
  func `a model's cited answer counts where the built-in summariser finds none`(
    isCited: Bool
  ) async throws {
    var fixture = Self.tasks
    fixture.options.question = "Warum zebrafinken?"
    fixture.author = ReportFixture.author("m", ("Darum.", isCited ? [1] : []))
    let report = try await fixture.text()
    #expect(report.contains("Darum. *(unsupported)* [^1]") == isCited)
    #expect(report.contains("The sources do not answer the question.") == !isCited)
  }

  @Test func `key points beside a model's summary hold what the built-in one would quote`()
    async throws
  {
    let text = "The town built a new harbour. Seals rest on the sandbank. Ferries cross the bay."
    var fixture = ReportFixture(
      records: [ReportFixture.used(1, "http://a.test/", text: text, summary: [])]
    )
    fixture.options.sentences = 1
    let plain = try await fixture.text()
    let summary = section("## Summary", of: plain)
    let quoted = try #require(
      text.split(separator: ". ").map(String.init).first { summary.contains($0) }
    )
    #expect(!section("## Key points", of: plain).contains(quoted))
    fixture.author = ReportFixture.author("m", ("Much happens.", [1]))
    let written = try await fixture.text()
    #expect(section("## Summary", of: written).contains("Much happens."))
    #expect(section("## Key points", of: written).contains(quoted))
  }

  @Test func `a note is kept, and asked for again only where it does not fit`() async throws {
    var fixture = Self.tasks
    let store = try await fixture.store()
    let authors = ["First.", "Second.", "Third."].map { ReportFixture.author("m", ($0, [1])) }
    for author in [authors[0], authors[1], nil] {
      #expect(
        try await fixture.text(of: store, author: author).contains("First. *(unsupported)* [^1]")
      )
    }
    fixture.options.title = "Another"
    #expect(try await fixture.text(of: store, author: nil).contains("First. *(unsupported)* [^1]"))
    fixture.options.length = .short
    #expect(try await !fixture.text(of: store, author: nil).contains("First."))
    #expect(
      try await fixture.text(of: store, author: authors[2]).contains("Third. *(unsupported)* [^1]")
    )
  }

  private static var tasks: ReportFixture {
    ReportFixture(records: [
      ReportFixture.used(
        1,
        "https://a.example/",
        text: "Each task has a parent that waits for it. Structured tasks end with their call."
      )
    ])
  }
}
