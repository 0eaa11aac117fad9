import FoundationEssentials
import Testing

@testable import ResearchCore

struct JSONReportTests {
  @Test func `has the fields of the contract`() async throws {
    let report = try await Self.report(of: Self.example)
    #expect(report.version == 1)
    #expect(report.title == "Why do tasks matter?")
    #expect(report.question == "Why do tasks matter?")
    #expect(report.incomplete == false)
    #expect(report.differences.isEmpty)
    #expect(report.sources.map(\.index) == [1, 3])
    #expect(report.not_included.map(\.index) == [2, 4])
    #expect(report.not_included.map(\.outcome) == [.failed, .duplicate])
    #expect(report.not_included.last?.duplicateOf == 1)
    #expect(report.statistics["sources"] == 4 && report.statistics["used"] == 2)
    #expect(report.statistics["failed"] == 1 && report.statistics["duplicate"] == 1)
    #expect(report.statistics["words"] == 37)
  }

  @Test func `cuts the cited passages`() async throws {
    let report = try await Self.report(of: Self.example)
    #expect(!report.summary.isEmpty)
    for finding in report.summary + report.key_points {
      let quoted = try #require(finding.citations.first)
      let text = try #require(Self.example.records.first { $0.index == quoted.source }?.text)
      let (start, end) = (try #require(quoted.start), try #require(quoted.end))
      let scalars = Array(text.unicodeScalars)[start..<end]
      #expect(scalars.elementsEqual(finding.text.unicodeScalars))
    }
  }

  @Test func `cites every source of a key point`() async throws {
    let shared = "Every winter the snow closes the high pass for three months."
    let texts = [
      "Rivers carry cold water down to the sea. \(shared) Bridges need paint each spring.",
      "Violins are made of spruce and maple. \(shared) Lanterns burn oil through the night.",
    ]
    var fixture = ReportFixture(
      records: texts.enumerated().map {
        ReportFixture.used($0 + 1, "https://a.example/\($0)", text: $1)
      }
    )
    (fixture.options.format, fixture.options.sentences) = (.json, 1)
    let report = try await Self.report(of: fixture)
    #expect(report.summary.count == 1)
    #expect(!report.key_points.isEmpty)
    for finding in report.summary + report.key_points {
      for citation in finding.citations.prefix(1) {
        let scalars = Array(texts[citation.source - 1].unicodeScalars)
        let (start, end) = (try #require(citation.start), try #require(citation.end))
        #expect(scalars[start..<end].elementsEqual(finding.text.unicodeScalars))
      }
    }
    let findings = report.summary + report.key_points
    #expect(findings.contains { Set($0.citations.map(\.source)) == [1, 2] })
  }

  @Test func `leaves out what is not asked for`() async throws {
    var fixture = Self.example
    let lean = try await fixture.text()
    for field in ["\"timings\"", "\"attempts\"", "T10:43"] {
      #expect(!lean.contains(field))
    }
    #expect(try await Self.report(of: fixture).sources.allSatisfy { $0.text == nil })
    (fixture.options.hasText, fixture.options.hasStatistics) = (true, true)
    let report = try await Self.report(of: fixture)
    #expect(report.sources.map(\.text) == [fixture.records[0].text, fixture.records[2].text])
    #expect(report.sources.first?.timings?.fetch == 0.25)
    #expect(try await fixture.text().contains("\"timings\":{\"fetch\":{\"median\":0.25,"))
  }

  @Test(arguments: hostileTexts)
  func `stays JSON whatever pages say`(text: String) async throws {
    var page = ReportFixture.used(1, text, title: text, text: "x " + text, summary: [text])
    page.authors = [text]
    var fixture = ReportFixture(records: [page, ReportFixture.failed(2, text, .http, text)])
    fixture.options.format = .json
    (fixture.options.title, fixture.options.hasText) = (text, true)
    let report = try await Self.report(of: fixture)
    #expect(report.sources.map(\.title) == [text])
    #expect(report.not_included.map(\.source) == [text])
  }

  @Test func `is JSON without any source`() async throws {
    var fixture = ReportFixture(records: [])
    fixture.options.format = .json
    let report = try await Self.report(of: fixture)
    #expect(report.sources.isEmpty && report.summary.isEmpty)
    #expect(report.answered == nil)
    let text = try await fixture.text()
    #expect(text.contains("\"question\":null,\n\"answered\":null,\n\"incomplete\":false"))
  }

  @Test func `does not answer a question without sources`() async throws {
    var fixture = ReportFixture(records: [ReportFixture.failed(1, "https://a.example/")])
    (fixture.options.format, fixture.options.question) = (.json, "Why?")
    #expect(try await Self.report(of: fixture).answered == false)
  }

  private struct Parsed: Decodable {
    struct Finding: Decodable {
      var text: String
      var citations: [Citation]
    }
    var version: Int
    var title: String
    var question: String?
    var answered: Bool?
    var incomplete: Bool
    var summary: [Finding]
    var key_points: [Finding]
    var differences: [String]
    var sources: [Record]
    var not_included: [Record]
    var statistics: [String: Int]

    enum CodingKeys: String, CodingKey {
      case version, title, question, answered, incomplete, summary, key_points, differences
      case sources, not_included, statistics
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      version = try values.decode(Int.self, forKey: .version)
      title = try values.decode(String.self, forKey: .title)
      question = try values.decode(String?.self, forKey: .question)
      answered = try values.decode(Bool?.self, forKey: .answered)
      incomplete = try values.decode(Bool.self, forKey: .incomplete)
      summary = try values.decode([Finding].self, forKey: .summary)
      key_points = try values.decode([Finding].self, forKey: .key_points)
      differences = try values.decode([String].self, forKey: .differences)
      sources = try values.decode([Record].self, forKey: .sources)
      not_included = try values.decode([Record].self, forKey: .not_included)
      struct Count: Decodable {
        var number: Int?
        init(from decoder: any Decoder) throws {
          // Timings are objects; every other statistic is a count.
          number = try? decoder.singleValueContainer().decode(Int.self)
        }
      }
      let counts = try values.decode([String: Count].self, forKey: .statistics)
      statistics = counts.compactMapValues(\.number)
    }
  }

  private static func report(of fixture: ReportFixture) async throws -> Parsed {
    let text = try await fixture.text()
    return try JSONDecoder().decode(Parsed.self, from: Data(text.utf8))
  }

  private static var example: ReportFixture {
    var first = ReportFixture.used(
      1,
      "https://a.example/",
      title: "Tasks",
      text: """
        Tasks matter because every é task has a parent that waits for it in the end. 😀 Structured \
        tasks never outlive the call that started them.
        """
    )
    first.timings = Record.Timings()
    first.timings?.fetch = 0.25
    let second = ReportFixture.used(
      3,
      "https://b.example/",
      text: "A task group cancels every task when one of them fails."
    )
    var again = first
    (again.index, again.source) = (4, "https://c.example/")
    var fixture = ReportFixture(records: [
      first, ReportFixture.failed(2, "https://gone.example/"), second, again,
    ])
    fixture.options.format = .json
    fixture.options.question = "Why do tasks matter?"
    return fixture
  }
}
