import Summarisation
import Testing

@testable import ResearchCore

@Suite struct ReportRequestTests {
  private static func request(
    _ options: ReportOptions = ReportOptions(),
    _ records: [Record] = [ReportRequestTests.page]
  ) -> ReportRequest {
    var request = ReportRequest(options)
    for record in records {
      request.add(SourceBrief(record))
    }
    return request
  }

  private static let page = ReportFixture.used(
    7,
    "https://user:secret@a.example/x?y=1",
    title: "A title",
    text: "One sentence. Another one."
  )

  @Test func `tells number, title and address, and no credentials`() throws {
    let source = try #require(Self.request().sources.first)
    #expect(source.number == 7 && source.title == "A title")
    #expect(source.address == "https://a.example/x?y=1")
  }

  @Test func `tells no path of a file on this machine`() throws {
    var record = Self.page
    (record.source, record.finalURL) = ("page.html", "/home/me/page.html")
    #expect(Self.request(ReportOptions(), [record]).sources.first?.address == nil)
  }

  @Test func `numbers passages through all sources, and hashes them`() {
    let text = "One sentence. Another one."
    var (request, other) = (ReportRequest(ReportOptions()), ReportRequest(ReportOptions()))
    for index in [7, 9] {
      var record = Self.page
      record.index = index
      request.add(SourceBrief(record), quoting: [0..<13, 14..<26], of: text)
      other.add(SourceBrief(record), quoting: [0..<13, 14..<25], of: text)
    }
    let passages = request.sources.flatMap(\.passages)
    #expect(passages.map(\.number) == [1, 2, 3, 4] && passages.map(\.source) == [7, 7, 9, 9])
    #expect(
      passages.map(\.text) == ["One sentence.", "Another one.", "One sentence.", "Another one."]
    )
    #expect(passages.map(\.start) == [0, 14, 0, 14] && passages.map(\.end) == [13, 26, 13, 26])
    #expect(request.sha256 != other.sha256)
  }

  @Test func `asks for as many sentences as the report may have`() {
    var options = ReportOptions()
    #expect(ReportRequest(options).length == SummaryLength(sentences: 6))
    options.words = 30
    #expect(ReportRequest(options).length == SummaryLength(sentences: 6, words: 30))
    options.sentences = 2
    #expect(ReportRequest(options).length == SummaryLength(sentences: 2, words: 30))
  }

  @Test func `has another hash for whatever is asked otherwise`() {
    var hashes: [String] = [Self.request().sha256, Self.request().sha256]
    #expect(Set(hashes).count == 1)
    let changes: [(inout ReportOptions, inout Record) -> Void] = [
      { options, _ in options.question = "Why?" }, { options, _ in options.language = "Why?" },
      { options, _ in options.sentences = 1 }, { options, _ in options.length = .long },
      { _, record in record.index = 8 }, { _, record in record.title = nil },
      { options, _ in options.words = 6 },
      { _, record in record.finalURL = "https://b.example/" },
    ]
    for change in changes {
      var (options, record) = (ReportOptions(), Self.page)
      change(&options, &record)
      hashes.append(Self.request(options, [record]).sha256)
    }
    #expect(Set(hashes).count == changes.count + 1)
  }
}
