import Testing

@testable import ResearchCore

@Suite struct AuthorshipTests {
  private static func authorship(
    pages: [String],
    of usable: Int,
    summary: String? = nil,
    uncited: Int = 0
  ) -> Authorship {
    var authorship = Authorship()
    for model in pages { authorship.note(page: model) }
    (authorship.usable, authorship.summaryModel, authorship.uncited) = (usable, summary, uncited)
    return authorship
  }

  @Test func `says nothing where no model was asked`() {
    let authorship = Self.authorship(pages: [], of: 3)
    #expect(authorship.isEmpty && authorship.markdown == nil)
  }

  @Test(
    arguments: [
      (
        Self.authorship(pages: ["m", "m"], of: 2, summary: "m"), "m",
        "Page summaries and the summary were written by the model m and not checked against the "
          + "sources."
      ),
      (
        Self.authorship(pages: ["m"], of: 2, summary: "m", uncited: 2), "m, built-in",
        "1 of 2 page summaries and the summary were written by the model m and not checked against "
          + "the sources. 2 sentences of the summary cite no source."
      ),
      (
        Self.authorship(pages: ["m", "n"], of: 2), "m, n, built-in",
        "Page summaries were written by the models m, n and not checked against the sources."
      ),
      (
        Self.authorship(pages: ["m"], of: 1, summary: "n", uncited: 1), "m, n",
        "Page summaries were written by the model m, the summary by the model n; none of it was "
          + "checked against the sources. 1 sentence of the summary cites no source."
      ),
      (
        Self.authorship(pages: [], of: 2, summary: "m"), "m, built-in",
        "The summary was written by the model m and not checked against the sources."
      ),
    ] as [(Authorship, String, String)]
  )
  func `says who wrote what`(authorship: Authorship, summariser: String, text: String) {
    #expect(authorship.summariser == summariser)
    #expect(authorship.markdown == text)
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

  @Test func `a JSON report cites sources without a place and claims no support`() async throws {
    var fixture = Self.tasks
    fixture.options.format = .json
    fixture.author = ReportFixture.author("m", ("It is so.", [1]))
    let report = try await fixture.text()
    #expect(
      report.contains(
        #""summary":[{"citations":[{"source":1}],"text":"It is so."}],"#
      )
    )
    #expect(
      report.contains(
        #""authorship":{"page_models":[],"pages":0,"summary_model":"m","uncited":0},"#
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
    #expect(report.contains("Darum. [^1]") == isCited)
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
      #expect(try await fixture.text(of: store, author: author).contains("First. [^1]"))
    }
    fixture.options.title = "Another"
    #expect(try await fixture.text(of: store, author: nil).contains("First. [^1]"))
    fixture.options.length = .short
    #expect(try await !fixture.text(of: store, author: nil).contains("First."))
    #expect(try await fixture.text(of: store, author: authors[2]).contains("Third. [^1]"))
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
