import FlowControl
import FoundationEssentials
import Testing

@testable import ResearchCore

@Suite struct RecordCoderTests {
  private static var full: Record {
    var record = ReportFixture.used(
      3,
      "http://a.test/é",
      title: "T\u{2028}\"",
      text: "A b. 日本",
      summary: ["A b."]
    )
    record.line = 4
    record.priority = .high
    record.authors = ["x", "y"]
    record.headings = [.init(text: "A", level: 2, start: 0)]
    record.links = [.init(start: 0, end: 1, url: "http://b.test/")]
    record.parts = [.init(kind: .list, start: 0, end: 8)]
    record.parts?[0].items = [0]
    record.parts?[0].rows = [[0, 1]]
    record.error = Failure(.http, "503", status: 503, isRetryable: true)
    record.timings = Record.Timings()
    record.timings?.fetch = 0.25
    return record
  }

  @Test func `gives back what was written`() throws {
    let coder = RecordCoder()
    let line = try coder.line(for: Self.full)
    #expect(line.last == 10)
    #expect(line.filter { $0 == 10 }.count == 1)
    #expect(try coder.record(from: line) == Self.full)
    #expect(try coder.line(for: coder.record(from: line)) == line)
  }

  @Test(
    arguments: [
      ["http://b.test/a?b=[]&c=\u{7D}"], [], ["http://b.test/\"x", "http://b.test/"],
      ["http://b.test/\\é\u{2028}"], ["a", "b"],
    ] as [[String]]
  )
  func `writes links and parts as the encoder does`(_ urls: [String]) throws {
    var record = Self.full
    record.text = #"say "links":[] and "parts":[{"kind":"code"}]"#
    record.links = urls.enumerated().map { .init(start: $0, end: $0 + 1, url: $1) }
    var list = Record.Part(kind: .list, start: 0, end: 8)
    (list.depth, list.first, list.items) = (2, 7, [0, 3])
    var table = Record.Part(kind: .table, start: 9, end: 12)
    table.rows = [[1, 2], [], [3, 3, 4, 5]]
    record.parts = [list, table, Record.Part(kind: .code, start: 13, end: 14)]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let expected = JSONText.safe([UInt8](try encoder.encode(record)))
    let line = try RecordCoder().line(for: record)
    #expect(line.dropLast().elementsEqual(expected))
    #expect(try RecordCoder().record(from: line) == record)
    record.parts = nil
    record.links = nil
    #expect(
      !String(decoding: try RecordCoder().line(for: record), as: UTF8.self).contains("\"links\":[{")
    )
  }

  @Test func `omits what does not apply, and names fields as the contract does`() throws {
    let line = try RecordCoder().line(for: Record(index: 1, source: "http://a.test/"))
    #expect(
      String(decoding: line, as: UTF8.self)
        == #"{"index":1,"outcome":"unfinished","source":"http://a.test/","version":1}"# + "\n"
    )
    let full = String(decoding: try RecordCoder().line(for: Self.full), as: UTF8.self)
    for key in ["final_url", "text_sha256", "retryable", "line", "url", "items", "rows"] {
      #expect(full.contains("\"\(key)\":"))
    }
  }

  @Test func `ignores fields that it does not know`() throws {
    let line =
      #"{"version":2,"index":5,"source":"s","outcome":"used","future":{"a":[1]},"text":null}"#
    let record = try RecordCoder().record(from: Array(line.utf8))
    #expect(record.index == 5)
    #expect(record.outcome == .used)
    #expect(record.text == nil)
  }

  @Test func `lets a model's sentences stand nowhere`() throws {
    let line =
      #"{"index":3,"version":1,"source":"s","outcome":"used","text":"a","model":"m","#
      + #""summary":[{"text":"b"}]}"#
    #expect(try RecordCoder().index(of: Array(line.utf8), path: "r", line: 1) == 3)
  }

  @Test(arguments: [
    ("[]", "is not a JSON object"), ("x", "not a JSON object"), (#"{"index":"1"}"#, "\"index\""),
    (#"{"index":1}"#, "it lacks"),
    (#"{"index":0,"version":1,"source":"s","outcome":"used"}"#, "range"),
    (#"{"index":1,"version":1,"source":"s","outcome":"lost"}"#, "\"outcome\" has an unknown value"),
    (
      #"{"index":1,"version":1,"source":"s","outcome":"used","text":"a","summary":[{"text":"a"}]}"#,
      "does not stand"
    ),
    (
      #"{"index":1,"version":1,"source":"s","outcome":"used","text":"a","model":"m","#
        + #""summary":[{"text":"a","start":0}]}"#, "does not stand"
    ),
    (#"{"index":99999999999999999999}"#, ""), ("{", "not a JSON object"),
  ])
  func `says what is wrong with a line`(line: String, part: String) {
    let error = #expect(throws: RecordsError.self) {
      _ = try RecordCoder().index(of: Array(line.utf8), path: "r.jsonl", line: 7)
    }
    #expect(error?.description.hasPrefix("r.jsonl, line 7") == true)
    #expect(
      part.isEmpty || error?.description.contains(part) == true,
      "\(error?.description ?? "")"
    )
  }
}
