import Summarisation

/// Holds a report against its records: what it quotes by looking it up, all else by making it again.
///
/// A report is a function of the records, the options and the choice of sentences. The choice is
/// taken from the report, and each chosen sentence is held against the sources that it cites. From
/// both the report is written anew, and must come out byte for byte.
struct ReportVerifier {
  let records: RecordStore
  let directory: String
  let lines: [Substring]
  let bytes: [UInt8]
  let isJSON: Bool
  let claims: ReportClaims

  /// Reads a report; throws where it is no report at all.
  init(_ report: [UInt8], records: RecordStore, scratchIn directory: String)
    throws(VerificationError)
  {
    guard let text = String(validating: report, as: UTF8.self) else { throw .notText }
    (self.records, self.directory, bytes) = (records, directory, report)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    isJSON = report.first == UInt8(ascii: "{")
    if lines.first?.hasPrefix("<!DOCTYPE") == true { throw .html }
    claims = isJSON ? try JSONClaims.read(report) : MarkdownClaims(lines).claims
    let isBuiltIn = claims.title != nil && lines.contains("## Summary")
    guard isJSON || isBuiltIn else { throw .noReport }
  }

  /// Everything that is wrong; throws `CancellationError` soon after the task is cancelled.
  func verify() async throws -> Verification {
    var options = options
    var (scratch, survey, found, flaws) = try await survey(options)
    // By SOURCE_DATE_EPOCH all days are one, be it the newest of the records.
    if let day = Day(claims.day),
      survey.lastDay != day || (claims.firstDay == day.text && survey.firstDay != day)
    {
      options.day = day.text
      (scratch, survey, found, flaws) = try await self.survey(options)
    }
    let note = try await records.note().flatMap(ReportNote.init(line:))
    let sources = try await sources(survey, scratch, &flaws)
    var verifier = SentenceVerifier(
      PassageShelf(records: records, scratch: scratch),
      copies: found.independence,
      isJSON: isJSON
    )
    verifier.result = flaws
    var report = try await report(options, survey, note, &verifier, sources, scratch)
    try await choose(&report, found, survey, scratch)
    try await checkDetails(&verifier, sources, scratch)
    var result = verifier.result
    result.references = claims.references.count
    let expected = try await written(report, options, survey, found, scratch, sources)
    compare(expected, &result)
    return result
  }

  private var options: ReportOptions {
    var options = ReportOptions()
    options.format = isJSON ? .json : .markdown
    (options.title, options.question) = (claims.title, claims.question)
    (options.hasStatistics, options.hasText) = (claims.hasTimings, claims.hasTexts)
    bound(&options)
    return options
  }

  // MARK: Records

  private func survey(
    _ options: ReportOptions
  ) async throws -> (BriefStore, ReportSurvey, Findings.Result, Verification) {
    let scratch = try BriefStore(inDirectory: directory)
    var flaws = Verification()
    var surveyor = RecordSurveyor(
      options: options,
      summaries: PageSummary(options: options, trustsStored: true),
      mayBeWritten: claims.isWritten
    )
    for index in await records.indices {
      try Task.checkCancellation()
      guard let line = try await records.line(index) else { continue }
      let record = try RecordCoder().record(from: line)
      if let flaw = record.inconsistency { flaws.add("record \(index): \(flaw)") }
      try await scratch.add([surveyor.add(record)])
    }
    let (survey, found) = surveyor.finish()
    return (scratch, survey, found, flaws)
  }

  /// The source of each number of the report.
  private func sources(
    _ survey: ReportSurvey,
    _ scratch: BriefStore,
    _ flaws: inout Verification
  ) async throws -> [Int: Int] {
    guard !isJSON else {
      return Dictionary(uniqueKeysWithValues: (survey.included + survey.excluded).map { ($0, $0) })
    }
    var wanted: [String: Int] = [:]
    for (number, reference) in claims.references { wanted[reference.text] = number }
    var sources: [Int: Int] = [:]
    let numbers = CitationNumbers(findings: [], others: [])
    let rows = MarkdownRows(scratch: scratch, numbers: numbers, copies: [:])
    for start in stride(from: 0, to: survey.included.count, by: 256) {
      let batch = survey.included[start..<min(start + 256, survey.included.count)]
      for (source, text) in zip(batch, try await rows.references(of: batch)) {
        if let number = wanted[text], sources[number] == nil { sources[number] = source }
      }
    }
    for (number, reference) in claims.references.sorted(by: { $0.key < $1.key })
    where sources[number] == nil {
      flaws.add(
        "no record has this source: \(reference.text.oneLine(limit: 160))",
        line: reference.line
      )
    }
    return numbered(sources, survey)
  }

  /// Adds the sources that are not cited: they follow in the order of their indices.
  private func numbered(_ sources: [Int: Int], _ survey: ReportSurvey) -> [Int: Int] {
    var sources = sources
    let cited = Set(sources.values)
    var next = claims.references.count
    for source in survey.included where !cited.contains(source) {
      next += 1
      if sources[next] == nil { sources[next] = source }
    }
    return sources
  }

  // MARK: Sentences

  private func report(
    _ options: ReportOptions,
    _ survey: ReportSurvey,
    _ note: ReportNote?,
    _ verifier: inout SentenceVerifier,
    _ sources: [Int: Int],
    _ scratch: BriefStore
  ) async throws -> Report {
    let agreeing = try await AgreeingLinks(claims, scratch, survey.included, isJSON: isJSON)
    var (summary, points): ([Finding], [Finding]) = ([], [])
    var differences: [Difference] = []
    if claims.isWritten, let note {
      summary = try await written(note, survey)
      verifier.result.written += summary.count
    } else {
      for claim in claims.summary {
        summary.append(try await finding(claim, &verifier, sources, agreeing))
      }
    }
    for claim in claims.keyPoints {
      points.append(try await finding(claim, &verifier, sources, agreeing))
    }
    for difference in claims.differences {
      var statements: [Difference.Statement] = []
      for (value, claim) in difference.statements {
        let finding = try await finding(claim, &verifier, sources, agreeing)
        if !claim.text.says(value) {
          verifier.result.add("the sentence does not say \(value)", line: claim.line)
        }
        statements.append(Difference.Statement(value: value, finding: finding))
      }
      differences.append(Difference(subject: difference.subject, statements: statements))
    }
    let day = Day(options.day)
    var report = Report(
      title: claims.title ?? "",
      question: claims.question,
      answered: claims.question == nil ? nil : claims.answered ?? true,
      summary: summary,
      keyPoints: points,
      differences: differences,
      counts: survey.counts,
      firstDay: (day ?? survey.firstDay)?.text,
      lastDay: (day ?? survey.lastDay)?.text,
      words: survey.words,
      authorship: survey.authorship.with(
        claims.isWritten || claims.hasFailedModel ? note : nil,
        summary
      )
    )
    report.isCutShort = await records.isIncomplete
    return report
  }

  /// All that a model wrote for the report.
  ///
  /// What was written within its bounds has no sentence too many, so the report must have each.
  private func written(_ note: ReportNote, _ survey: ReportSurvey) async throws -> [Finding] {
    let all = note.findings(
      within: SummaryLength(sentences: .max),
      citing: Set(survey.usable)
    )
    var support = FindingSupport(records: records)
    return try await support.checked(all ?? [])
  }

  private func finding(
    _ claim: ReportClaims.Sentence,
    _ verifier: inout SentenceVerifier,
    _ sources: [Int: Int],
    _ agreeing: AgreeingLinks
  ) async throws -> Finding {
    var finding = try await verifier.finding(claim, sources: sources)
    finding.agreeing = agreeing.passages(of: claim, &verifier.result)
    verifier.checkAgreement(of: finding, claim)
    return finding
  }

  /// Holds the sources' own sections against the sources, and notes what they should open on.
  private func checkDetails(
    _ verifier: inout SentenceVerifier,
    _ sources: [Int: Int],
    _ scratch: BriefStore
  ) async throws {
    for detail in claims.details {
      try Task.checkCancellation()
      guard let source = sources[detail.number], var brief = try await scratch.brief(source) else {
        verifier.result.add("there is no source \(detail.number)", line: detail.line)
        continue
      }
      let line = try await records.line(source)
      let model = try line.flatMap { try RecordCoder().record(from: $0).summaryModel }
      if model != nil {
        verifier.result.written += brief.sentences.count
        continue
      }
      let sentences = try await verifier.detail(detail.sentences, of: source)
      (brief.sentences, brief.fragments) = (sentences.map(\.text), sentences.map(\.fragment))
      try await scratch.add([brief])
    }
  }
}
