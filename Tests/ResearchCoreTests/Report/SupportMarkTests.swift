import Testing

@testable import ResearchCore

@Suite struct SupportMarkTests {
  private static let text =
    "The council of Westhaven approved the new harbour on Monday. It costs 40."

  private static func fixture(_ format: ReportOptions.Format) -> ReportFixture {
    var page = ReportFixture.used(1, "https://a.example/", text: text)
    var sentences = [
      "Westhaven's council approved the harbour.", "It costs 50.", "It is big.",
    ].map { Record.Sentence(text: $0) }
    sentences[0].passages = [Record.Place(start: 0, end: 60)]
    sentences[1].passages = [Record.Place(start: 61, end: 73)]
    sentences[2].supported = true
    (page.summary, page.model, page.language) = (sentences, "m", "en")
    var fixture = ReportFixture(records: [page])
    fixture.options.format = format
    fixture.author = ReportFixture.author(
      "m",
      citing: ("The council approved the harbour.", [1, 2]),
      ("It costs 70.", [2]),
      ("So.", [])
    )
    return fixture
  }

  @Test func `marks each sentence where it stands, behind the link to what it cites`() async throws
  {
    let report = try await Self.fixture(.markdown).text()
    let details = section("## Sources in detail", of: report)
    #expect(details.contains("approved the harbour. [¶](https://a.example/#:~:text="))
    #expect(details.contains(") It costs 50. [¶](https://a.example/#:~:text="))
    #expect(details.contains(") *(unsupported)* It is big. *(uncited)*"))
    let summary = section("## Summary", of: report)
    #expect(summary.contains("approved the harbour. [¶](https://a.example/#:~:text="))
    #expect(summary.contains(") [^1] It costs 70. [¶](https://a.example/#:~:text="))
    #expect(summary.contains(") *(unsupported)* [^1] So. *(uncited)*"))
    #expect(
      report.contains(
        "Of 6 sentences 2 cite nothing and 2 are not supported by what they cite, as far as signs "
          + "tell; each is marked so."
      )
    )
  }

  @Test func `marks them in HTML and in JSON`() async throws {
    let page = try await Self.fixture(.html).text()
    #expect(page.contains("<em>(unsupported)</em>") && page.contains("<em>(uncited)</em>"))
    let json = try await Self.fixture(.json).text()
    for part in [
      #"{"citations":[{"end":73,"source":1,"start":61}],"supported":false,"text":"It costs 70."}"#,
      #"{"citations":[],"supported":false,"text":"So."}"#,
      #"{"passages":[{"end":73,"start":61}],"supported":false,"text":"It costs 50."}"#,
      #"{"passages":[{"end":60,"start":0}],"supported":true,"text":"Westhaven's council approved"#,
      #"{"supported":false,"text":"It is big."}"#,
      #""sentences":6,"summary_model":"m","uncited":2,"unsupported":2}"#,
    ] {
      #expect(json.contains(part), "\(part)")
    }
  }
}
