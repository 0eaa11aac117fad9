import Summarisation
import Testing

@testable import ResearchCore

@Suite struct ReportNoteTests {
  private static func note(
    _ sentences: [(String, [Int])],
    within length: SummaryLength = SummaryLength(sentences: .max)
  ) -> ReportNote {
    var note = ReportNote(model: "m", request: ReportRequest(ReportOptions()))
    note.take(
      AuthoredSummary(sentences: sentences.map { .init(text: $0, sources: $1) }, model: "m"),
      within: length
    )
    return note
  }

  @Test func `is written as a line without an index and read back`() throws {
    var note = Self.note([("One.\nTwo.", [2, 1])])
    note.usage = TokenUsage(promptTokens: 5, completionTokens: 6)
    let line = String(decoding: try note.line(), as: UTF8.self)
    #expect(line.hasPrefix(#"{"report":{"model":"m","request_sha256":""#) && line.hasSuffix("\n"))
    #expect(line.contains(#""summary":[{"sources":[2,1],"text":"One. Two."}]"#))
    #expect(line.contains(#""usage":{"completion_tokens":6,"prompt_tokens":5}},"version":1}"#))
    #expect(ReportNote(line: Array(line.utf8)) == note)
  }

  @Test(arguments: [
    "", "{}", #"{"version":1,"options":{}}"#, #"{"version":1,"report":{}}"#, "[1",
    #"{"version":2,"report":{"model":"m","request_sha256":"a"}}"#,
    #"{"version":1,"report":{"model":"m","request_sha256":"a","summary":[1]}}"#,
  ])
  func `takes nothing else for a note`(line: String) {
    #expect(ReportNote(line: Array(line.utf8)) == nil)
  }

  @Test(
    arguments: [
      (.max, nil, ["One two.", "Three four five.", "Six."]),
      (2, nil, ["One two.", "Three four five."]),
      (.max, 3, ["One two.", "Six."]), (.max, 1, ["Six."]), (1, 6, ["One two."]), (0, nil, []),
    ] as [(Int, Int?, [String])]
  )
  func `never shows more than was asked for`(sentences: Int, words: Int?, shown: [String]) {
    let note = Self.note([("One two.", []), ("Three four five.", []), ("Six.", [])])
    let length = SummaryLength(sentences: sentences, words: words)
    #expect(note.findings(within: length, citing: [])?.map(\.text) == shown)
    let said = [("One two.", []), ("Three four five.", []), ("Six.", [])] as [(String, [Int])]
    #expect((Self.note(said, within: length).summary ?? []).map(\.text) == shown)
  }

  @Test func `has no more sentences than are judged`() {
    let many = Self.note((0..<300).map { ("This is \($0).", [1]) })
    #expect(many.summary?.count == SupportCheck.mostSentences)
    var note = Self.note([("It is so.", [1])])
    note.summary = Array(repeating: note.summary?.first, count: 300).compactMap(\.self)
    let found = note.findings(within: SummaryLength(sentences: .max), citing: [1])
    #expect(found?.count == SupportCheck.mostSentences)
  }

  @Test func `cites each source that the report has, once and without a place`() throws {
    let note = Self.note([("It is so.", [3, 9, 3, 1])])
    let findings = try #require(note.findings(within: SummaryLength(sentences: 5), citing: [1, 3]))
    #expect(findings.first?.citations == [Citation(source: 3), Citation(source: 1)])
    #expect(findings.first?.isWritten == true)
  }

  @Test func `cites each passage of a source that the report has, once, and not too many`() throws {
    var note = Self.note([("It is so.", [3])])
    note.summary?[0].passages = [
      Citation(source: 3, start: 1, end: 2), Citation(source: 9, start: 1, end: 2),
      Citation(source: 3, start: 1, end: 2), Citation(source: 3, start: 5, end: 6),
    ]
    let length = SummaryLength(sentences: 5)
    let findings = try #require(note.findings(within: length, citing: [1, 3]))
    #expect(
      findings.first?.citations == [
        Citation(source: 3, start: 1, end: 2), Citation(source: 3, start: 5, end: 6),
      ]
    )
    #expect(findings.first?.citedSources == [3])
    #expect(ReportNote(line: try note.line()) == note)
    note.summary?[0].passages = (0..<1_000).map { Citation(source: 3, start: $0, end: $0 + 1) }
    let many = try #require(note.findings(within: length, citing: [3])?.first)
    #expect(many.citations.count == SupportCheck.mostPassages + 1)
  }

  @Test func `an answer without a sentence is a failure`() {
    for sentences in [[], [(" \n", [1])]] as [[(String, [Int])]] {
      let note = Self.note(sentences)
      #expect(note.error?.kind == .model && note.summary == nil)
      #expect(note.findings(within: SummaryLength(sentences: 5), citing: [1]) == nil)
    }
  }

  @Test func `bounds what a model or a file says`() throws {
    let long = String(repeating: "word ", count: 10_000)
    var note = Self.note([(long, [])])
    let length = SummaryLength(sentences: 5)
    let text = try #require(note.findings(within: length, citing: [])?.first?.text)
    #expect(text.unicodeScalars.count <= Record.Sentence.longestWritten + 1)
    note.summary = [.init(text: long, sources: [])]
    #expect(note.findings(within: length, citing: [])?.first?.text == text)
  }
}
