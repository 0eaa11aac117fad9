import Summarisation
import Testing

@testable import ResearchCore

/// Records as a run leaves them, and reports made of them.
struct ReportFixture {
  var records: [Record]
  var options = ReportOptions()
  var author: ReportWriter.Author?

  static let temporaryDirectory = "/tmp"

  /// A record of a page that was read.
  static func used(
    _ index: Int,
    _ url: String,
    title: String? = nil,
    text: String = "",
    summary: [String]? = nil
  ) -> Record {
    var record = Record(index: index, source: url)
    record.finalURL = url
    record.outcome = .used
    record.status = 200
    record.title = title
    record.text = text
    record.retrieved = "2026-11-21T10:43:0\(index % 10)Z"
    record.textSHA256 = String(repeating: "0123456789abcdef", count: 4)
    record.attempts = 1
    record.summary = summary?.map { sentence in
      let range = scalarRange(of: sentence, in: text)
      return Record.Sentence(
        text: sentence,
        start: range.lowerBound,
        end: range.upperBound,
        score: 0.5
      )
    }
    return record
  }

  /// A record of a page that was not read.
  static func failed(
    _ index: Int,
    _ url: String,
    _ kind: Failure.Kind = .http,
    _ message: String = "404 Not Found"
  ) -> Record {
    var record = Record(index: index, source: url)
    let failure = Failure(kind, message)
    record.error = failure
    record.outcome = failure.outcome
    return record
  }

  /// The report, and what the writer says of it.
  func write(
    trustsSummaries: Bool = true,
    batch: Int = 256,
    shuffled: Bool = false
  ) async throws -> (text: String, summary: ReportSummary) {
    let writer = try ReportWriter(
      options: options,
      temporaryDirectory: Self.temporaryDirectory,
      trustsSummaries: trustsSummaries,
      batch: batch
    )
    let collected = Collected()
    let store = try await store(shuffled: shuffled)
    let summary = try await writer.write(store, author: author) { bytes in
      collected.bytes += bytes
    }
    return (String(decoding: collected.bytes, as: UTF8.self), summary)
  }

  /// The report alone.
  func text(trustsSummaries: Bool = true, batch: Int = 256) async throws -> String {
    try await write(trustsSummaries: trustsSummaries, batch: batch).text
  }

  /// An author who writes sentences that cite sources, or fails.
  static func author(
    _ model: String,
    _ sentences: (String, [Int])...,
    error: Failure? = nil
  ) -> ReportWriter.Author {
    let answer = AuthoredSummary(
      sentences: sentences.map { AuthoredSummary.Sentence(text: $0, sources: $1) },
      model: model
    )
    return { request in
      var note = ReportNote(model: model, request: request)
      if let error { note.error = error } else { note.take(answer, within: request.length) }
      return note
    }
  }

  /// An author who writes sentences that cite passages by their numbers.
  static func author(_ model: String, citing sentences: (String, [Int])...) -> ReportWriter.Author {
    { request in
      let passages = request.sources.flatMap(\.passages)
      let written = sentences.map { text, numbers in
        let cited = passages.filter { numbers.contains($0.number) }
        var sentence = AuthoredSummary.Sentence(
          text: text,
          sources: Set(cited.map(\.source)).sorted()
        )
        sentence.passages = cited
        return sentence
      }
      var note = ReportNote(model: model, request: request)
      note.take(AuthoredSummary(sentences: written, model: model), within: request.length)
      return note
    }
  }

  /// The report of records that are there.
  func text(of store: RecordStore, author: ReportWriter.Author?) async throws -> String {
    let writer = try ReportWriter(
      options: options,
      temporaryDirectory: Self.temporaryDirectory
    )
    let collected = Collected()
    _ = try await writer.write(store, author: author) { bytes in collected.bytes += bytes }
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  /// The report of hand-made findings, whatever a summariser would choose.
  func markdown(
    summary: [Finding] = [],
    keyPoints: [Finding] = [],
    answered: Bool? = nil
  ) async throws -> String {
    let scratch = try BriefStore(inDirectory: Self.temporaryDirectory)
    var surveyor = RecordSurveyor(
      options: options,
      summaries: PageSummary(options: options, trustsStored: true)
    )
    for record in records { try await scratch.add([surveyor.add(record)]) }
    let (survey, findings) = surveyor.finish()
    let report = Report(
      title: options.title ?? "A title",
      question: options.question,
      answered: answered,
      summary: summary,
      keyPoints: keyPoints,
      counts: survey.counts,
      firstDay: survey.firstDay?.text,
      lastDay: survey.lastDay?.text,
      words: survey.words
    )
    let markdown = MarkdownReport(
      report,
      survey: survey,
      findings: findings,
      scratch: scratch,
      template: try ReportTemplate(for: options),
      batch: 2
    )
    let collected = Collected()
    var output = ReportOutput { collected.bytes += $0 }
    try await markdown.write(to: &output)
    try await output.flush()
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  /// The records on disk, in their order or in another one.
  func store(shuffled: Bool = false) async throws -> RecordStore {
    let store = try RecordStore(inDirectory: Self.temporaryDirectory)
    var order = records
    if shuffled {
      var generator = Generator(state: 7)
      order.shuffle(using: &generator)
    }
    for record in order {
      try await store.append(try RecordCoder().line(for: record), index: record.index)
    }
    return store
  }

  /// A finding that quotes the first scalars of sources.
  static func finding(_ text: String, _ sources: Int...) -> Finding {
    Finding(text: text, citations: sources.map { Citation(source: $0, start: 0, end: 1) })
  }

  private static func scalarRange(of sentence: String, in text: String) -> Range<Int> {
    let (whole, part) = (Array(text.unicodeScalars), Array(sentence.unicodeScalars))
    let starts = whole.indices.filter { whole[$0...].starts(with: part) }
    let start = starts.first ?? 0
    return start..<(start + part.count)
  }
}

/// What a sink has got.
final class Collected {
  var bytes: [UInt8] = []
  var pieces = 0
}

/// Random numbers that are the same each time.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// A part of a report: what stands between a heading and the next of the same or a higher level.
func section(_ heading: String, of report: String) -> String {
  let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
  guard let start = lines.firstIndex(of: heading[...]) else { return "" }
  let level = heading.prefix { $0 == "#" }.count
  let rest = lines[(start + 1)...]
  let end = rest.firstIndex { line in
    let marks = line.prefix { $0 == "#" }.count
    return marks > 0 && marks <= level && line.dropFirst(marks).first == " "
  }
  return lines[(start + 1)..<(end ?? lines.endIndex)].joined(separator: "\n")
}
