import Summarisation

extension ReportVerifier {
  /// The report as the records and its own sentences make it.
  func written(
    _ report: Report,
    _ options: ReportOptions,
    _ survey: ReportSurvey,
    _ found: Findings.Result,
    _ scratch: BriefStore,
    _ sources: [Int: Int]
  ) async throws -> String {
    var found = found
    // Which sources are shown in detail is a choice, too.
    found.relevance = [:]
    for detail in claims.details {
      if let source = sources[detail.number] { found.relevance[source] = 1 }
    }
    var text: [UInt8] = []
    var output = ReportOutput { text += $0 }
    if isJSON {
      let summaries = Dictionary(
        claims.details.map { ($0.number, $0.sentences.map(Record.Sentence.init)) },
        uniquingKeysWith: { first, _ in first }
      )
      let pages = PageSummary(options: options, trustsStored: true)
      let scores = ScoredSummaries(options)
      let json = JSONReport(
        report,
        survey: survey,
        options: options,
        // What a model wrote is chosen by nobody, so that the records have it all.
        summary: { record in
          record.summaryModel == nil
            ? scores.scored(summaries[record.index] ?? [], of: record)
            : pages.sentences(of: record)
        },
        records: records,
        scratch: scratch,
        copies: found.copies
      )
      try await json.write(to: &output)
    } else {
      let markdown = MarkdownReport(
        report,
        survey: survey,
        findings: found,
        scratch: scratch,
        template: try ReportTemplate(for: options),
        batch: 256
      )
      try await markdown.write(to: &output)
    }
    try await output.flush()
    return String(decoding: text, as: UTF8.self)
  }

  /// Notes each line that does not come out as it stands.
  func compare(_ expected: String, _ result: inout Verification) {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let known = Set(result.flaws.compactMap(\.line))
    let count = min(lines.count, expected.count)
    let isSame = { (line: Int) in
      lines[line].unicodeScalars.elementsEqual(expected[line].unicodeScalars)
    }
    for line in 0..<count where !isSame(line) {
      if known.contains(line + 1) {
        continue
      }
      result.add(Self.difference(lines[line], expected[line]), line: line + 1)
      // Behind a line more or less nothing fits.
      if lines.count != expected.count { return }
    }
    guard lines.count != expected.count else { return }
    let isLonger = lines.count > expected.count
    result.add(isLonger ? "there should be no more lines" : "lines are missing", line: count + 1)
  }

  /// Where two lines part.
  private static func difference(_ line: Substring, _ expected: Substring) -> String {
    let (one, other) = (Array(line.unicodeScalars), Array(expected.unicodeScalars))
    let place = zip(one, other).prefix { $0 == $1 }.count
    let start = max(0, place - 20)
    let shown = { (scalars: [Unicode.Scalar]) in
      String(String.UnicodeScalarView(scalars[min(start, scalars.count)...].prefix(60)))
        .oneLine(limit: 60)
    }
    return "“\(shown(one))” should be “\(shown(other))”"
  }
}
