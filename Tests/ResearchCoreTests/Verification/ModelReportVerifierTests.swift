import Fetching
import Summarisation
import Testing

@testable import ResearchCore

/// Reports that models have written in, held against their records.
struct ModelReportVerifierTests {
  private static let texts = [
    "The council of Westhaven approved the new harbour on Monday. It will cost 40 million euros.",
    "Fishermen of the town do not like the plan at all. Eleven of them went to court in May.",
    "The old pier was closed after the storm of 2014. Its planks are rotten & its piles are sound.",
  ]

  private static func fixture(_ format: ReportOptions.Format) -> ReportFixture {
    let records = texts.enumerated().map { number, text in
      var record = ReportFixture.used(
        number + 1,
        "https://\(["a", "b", "c"][number]).example/",
        title: "Title \(number)",
        text: text
      )
      record.textSHA256 = sha256(Array(text.utf8))
      record.language = "en"
      guard number < 2 else {
        record.modelError = Failure(.budget, "the model is not asked any more: the summary by")
        return record
      }
      var sentences = ["Westhaven's council approved it.", "All [1] *like* it.", "So it is."].map {
        Record.Sentence(text: $0)
      }
      sentences[0].passages = [Record.Place(start: 0, end: 40), Record.Place(start: 41, end: 60)]
      sentences[1].passages = [Record.Place(start: 0, end: 20)]
      (record.summary, record.model) = (sentences, "m")
      return record
    }
    var fixture = ReportFixture(records: records)
    fixture.options.format = format
    fixture.author = ReportFixture.author(
      "m",
      citing: ("The council of Westhaven approved a harbour. ", [1, 2]),
      ("It cost [9] *50* million.", [1, 3, 4]),
      ("So they say.", []),
      ("Plans.", [3])
    )
    return fixture
  }

  /// The report, with the records and what the model wrote of them.
  private static func report(
    _ fixture: ReportFixture
  ) async throws -> (text: String, store: RecordStore) {
    let store = try await fixture.store()
    return (try await fixture.text(of: store, author: fixture.author), store)
  }

  private static func check(_ report: String, _ store: RecordStore) async throws -> Verification {
    try await ReportVerifier(
      Array(report.utf8),
      records: store,
      scratchIn: ReportFixture.temporaryDirectory
    ).verify()
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `finds nothing wrong with a report as it was written`(
    format: ReportOptions.Format
  ) async throws {
    var fixture = Self.fixture(format)
    for length in ReportOptions.Length.allCases {
      for question in [nil, "Who approved the harbour?", "Xyzzy plugh?"] {
        (fixture.options.length, fixture.options.question) = (length, question)
        let (report, store) = try await Self.report(fixture)
        let result = try await Self.check(report, store)
        #expect(result.flaws == [], "\(length) \(question ?? "")")
        #expect(result.written == min(4, length.sentencesInSummary) + 6)
      }
    }
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `finds nothing wrong with one that is bounded, or whose model failed`(
    format: ReportOptions.Format
  ) async throws {
    var fixture = Self.fixture(format)
    fixture.options.words = 9
    let (short, kept) = try await Self.report(fixture)
    #expect(try await Self.check(short, kept).flaws == [])
    fixture = Self.fixture(format)
    fixture.author = ReportFixture.author("m", error: Failure(.model, "the summary by the model x"))
    let (report, store) = try await Self.report(fixture)
    #expect(report.contains("the summary by the model x"))
    #expect(try await Self.check(report, store).flaws == [])
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `notices each sentence of the model that is left out`(
    format: ReportOptions.Format
  ) async throws {
    var fixture = Self.fixture(format)
    fixture.author = Self.quoting(0..<4)
    let (_, store) = try await Self.report(fixture)
    for left in 0..<4 {
      fixture.author = Self.quoting((0..<4).filter { $0 != left })
      let (report, _) = try await Self.report(fixture)
      #expect(try await !Self.check(report, store).holds, "without \(left)")
    }
  }

  /// A model that writes some of its sentences, the last two of which nothing supports.
  private static func quoting(_ places: some Sequence<Int> & Sendable) -> ReportWriter.Author {
    let places = Array(places)
    return { request in
      let passages = request.sources.flatMap(\.passages).prefix(2)
      let all =
        passages.map { ($0.text, [$0]) } + [
          ("It cost 50 million.", Array(passages)), ("So they say.", []),
        ]
      var note = ReportNote(model: "m", request: request)
      let sentences = places.map { place in
        var sentence = AuthoredSummary.Sentence(text: all[place].0, sources: [])
        sentence.passages = all[place].1
        return sentence
      }
      note.take(AuthoredSummary(sentences: sentences, model: "m"), within: request.length)
      return note
    }
  }

  @Test func `finds nothing wrong with what old notes cite, and marks it`() async throws {
    for format in [ReportOptions.Format.markdown, .json] {
      var fixture = Self.fixture(format)
      fixture.author = ReportFixture.author("m", ("The council approved it.", [1, 2]))
      let (report, store) = try await Self.report(fixture)
      #expect(
        report.contains(
          format == .json ? #"[{"source":1},{"source":2}]"# : "(unsupported)* [^1] [^2]"
        )
      )
      #expect(try await Self.check(report, store).flaws == [])
    }
  }

  @Test(
    arguments: [
      // A sentence of the summary, and one of a page.
      ("approved a harbour.", "approved no harbour."),
      ("council approved it.", "mayor approved it."),
      // Marks that are dropped, moved or made up.
      (" *(unsupported)* [^", " [^"), (" *(uncited)*", ""), (" *(uncited)*", " *(unsupported)*"),
      ("approved it. [¶]", "approved it. *(unsupported)* [¶]"),
      // Numbers of citations, and links to what is cited.
      ("[^1] It cost", "[^2] It cost"), ("*(unsupported)* [^1] [^2]", "*(unsupported)* [^1]"),
      (" approved a harbour. [¶](https://a", " approved a harbour. [¶](https://b"),
      // Counts, models and reasons.
      ("Of 10 sentences", "Of 11 sentences"), ("3 cite nothing", "2 cite nothing"),
      ("not supported by", "supported by"), ("the model m.", "the model n."),
      ("1 page was summarised", "2 pages were summarised"), ("asked any more", "asked"),
      ("2 of 3 page summaries", "3 of 3 page summaries"), ("summariser: \"m", "summariser: \"n"),
    ]
  )
  func `notices what is changed in Markdown`(part: String, other: String) async throws {
    let (report, store) = try await Self.report(Self.fixture(.markdown))
    let changed = report.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != report)
    #expect(try await !Self.check(changed, store).holds)
  }

  @Test(
    arguments: [
      ("approved a harbour.", "approved no harbour."),
      ("council approved it.", "mayor approved it."),
      ("\"supported\":false", "\"supported\":true"), ("\"uncited\":", "\"uncited\":9"),
      ("\"unsupported\":", "\"unsupported\":1"), ("\"sentences\":10", "\"sentences\":9"),
      ("\"fallbacks\":1", "\"fallbacks\":0"), ("\"pages\":1", "\"pages\":2"),
      ("\"passages\":[{\"end\":40", "\"passages\":[{\"end\":41"),
      ("\"source\":1,\"start\":0", "\"source\":1,\"start\":1"),
      ("\"page_models\":[\"m\"]", "\"page_models\":[\"n\"]"),
      ("\"kind\":\"budget\"", "\"kind\":\"model\""),
    ]
  )
  func `notices what is changed in JSON`(part: String, other: String) async throws {
    let (report, store) = try await Self.report(Self.fixture(.json))
    let changed = report.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != report, "\(part)")
    #expect(try await !Self.check(changed, store).holds)
  }

  @Test(arguments: [ReportOptions.Format.markdown, .json])
  func `fails on each byte that is changed`(format: ReportOptions.Format) async throws {
    let (report, store) = try await Self.report(Self.fixture(format))
    let bytes = Array(report.utf8)
    var passing: [String] = []
    for index in stride(from: 0, to: bytes.count, by: 53) {
      var changed = bytes
      changed[index] = bytes[index] == UInt8(ascii: "x") ? UInt8(ascii: "7") : UInt8(ascii: "x")
      // What is no report any more has failed, too.
      let result = try? await Self.check(String(decoding: changed, as: UTF8.self), store)
      if result?.holds == true {
        passing.append(String(decoding: bytes[max(0, index - 20)...].prefix(40), as: UTF8.self))
      }
    }
    // JSON has the title once, and it is the user's.
    #expect(passing.allSatisfy { format == .json && $0.contains("\"title\":\"Report on") })
  }

  @Test func `fails where a record says other words of a model, or other passages`() async throws {
    for change in [
      { $0.summary?[0].text = "Easthaven's council approved it." },
      { $0.summary?[0].passages = [Record.Place(start: 41, end: 60)] },
      { $0.summary?[0].passages = nil },
      {
        $0.modelError = Failure(.model, "no"); $0.model = nil
      },
    ] as [(inout Record) -> Void] {
      var fixture = Self.fixture(.markdown)
      let (report, _) = try await Self.report(fixture)
      change(&fixture.records[0])
      let (_, store) = try await Self.report(fixture)
      #expect(try await !Self.check(report, store).holds)
    }
  }

  @Test(
    arguments: [
      (.min, .max), (-1, 3), (0, .max), (7, 7), (9, 3), (1_000, 1_001),
    ] as [(Int, Int)]
  )
  func `places that are not there support nothing, and break nothing`(
    start: Int,
    end: Int
  ) async throws {
    for format in [ReportOptions.Format.markdown, .html, .json] {
      var fixture = Self.fixture(format)
      fixture.records[0].summary?[0].passages = [Record.Place(start: start, end: end)]
      fixture.author = { request in
        var note = ReportNote(model: "m", request: request)
        note.summary = [
          .init(
            text: "The council approved.",
            sources: [1],
            passages: [Citation(source: 1, start: start, end: end)]
          )
        ]
        return note
      }
      let (report, store) = try await Self.report(fixture)
      #expect(report.contains(format == .json ? #""supported":false"# : "(unsupported)"))
      if format != .html { #expect(try await Self.check(report, store).flaws == []) }
    }
  }
}
