import Summarisation

/// What the first pass over the records learns: counts, and which source goes where.
struct ReportSurvey {
  var counts = OutcomeCounts()
  var words = 0
  var firstDay: Day?
  var lastDay: Day?
  /// The indices of the sources that were used, repeats left out; rising.
  var included: [Int] = []
  /// The indices of all other sources; rising.
  var excluded: [Int] = []
  /// Of the included, those with a text; rising.
  var usable: [Int] = []
  var timings = StepTimings()
  var authorship = Authorship()
}

/// Reads records in rising order of their indices, once, and gives a brief of each.
struct RecordSurveyor {
  private let options: ReportOptions
  private let summaries: PageSummary
  private var survey = ReportSurvey()
  private var findings: Findings
  /// The first source for each final address, by fingerprint: addresses themselves would take too
  /// much memory.
  private var firstByAddress: [Fingerprint: Int32] = [:]

  /// Prepares for the records of one report, whose summary a model may write.
  init(
    options: ReportOptions,
    summaries: PageSummary,
    mayBeWritten: Bool = false
  ) {
    self.options = options
    self.summaries = summaries
    findings = Findings(options: options, mayBeWritten: mayBeWritten)
  }

  /// Takes the next record, and gives back what a report shows of it.
  mutating func add(_ record: Record) -> SourceBrief {
    var brief = SourceBrief(record)
    if let day = brief.day.flatMap({ Day(options.day) ?? Day($0) }) {
      brief.day = day.text
      extendDays(by: day)
    }
    if let first = earlier(record) {
      (brief.outcome, brief.duplicateOf, brief.step) = (.duplicate, first, "fetch")
    }
    if options.hasStatistics { survey.timings.add(record.timings) }
    survey.counts.add(brief.outcome)
    if brief.outcome == .used {
      include(record, &brief)
    } else {
      survey.excluded.append(record.index)
    }
    return brief
  }

  /// What was learnt, and what the sources say together.
  consuming func finish() -> (ReportSurvey, Findings.Result) {
    (survey, findings.finish())
  }

  private mutating func include(_ record: Record, _ brief: inout SourceBrief) {
    survey.included.append(record.index)
    guard let text = record.text, !text.isEmpty else { return }
    brief.words = WordCount.words(in: text)
    survey.words += brief.words
    survey.usable.append(record.index)
    survey.authorship.usable += 1
    let summary = summaries.sentences(of: record)
    brief.sentences = summary.map(\.text)
    // Only in Markdown and HTML has a sentence a link, and only to the web.
    if options.format != .json, brief.address.link != nil {
      let passages = PassageText(text)
      brief.fragments = summary.map { sentence in
        sentence.cited.first.flatMap { passages.fragment($0.start, $0.end)?.text }
      }
    }
    if let model = record.summaryModel {
      brief.marks = summary.map(\.mark)
      survey.authorship.note(page: model, brief.marks)
      findings.add(record, summary: summaries.quoted(from: record))
    } else {
      if let error = record.modelError { survey.authorship.note(fallback: error) }
      findings.add(record, summary: summary)
    }
  }

  private mutating func extendDays(by day: Day) {
    survey.firstDay = min(survey.firstDay ?? day, day)
    survey.lastDay = max(survey.lastDay ?? day, day)
  }

  /// The index of an earlier source that ended at the same address.
  private mutating func earlier(_ record: Record) -> Int? {
    guard record.outcome == .used, let address = record.finalURL else { return nil }
    let key = Fingerprint(SourceAddress.withoutFragment(address))
    guard let first = firstByAddress[key].map(Int.init) else {
      firstByAddress[key] = Int32(clamping: record.index)
      return nil
    }
    return first
  }
}
