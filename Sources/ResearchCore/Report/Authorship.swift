/// What models wrote in a report, and what they did not.
package struct Authorship: Sendable, Hashable {
  /// The models that wrote pages' summaries, each once, by the first of their sources.
  var pageModels: [String] = []
  /// The pages whose summaries models wrote.
  var pages = 0
  /// The pages that have a summary at all.
  var usable = 0
  /// The model that wrote the report's summary; nil where it is quoted, or there is none.
  var summaryModel: String?
  /// The sentences of that summary that cite no source.
  var uncited = 0
  /// How an agent wrote the summary; nil where none did.
  var agent: ReportNote.Agent?
  /// The model that was asked for the summary and gave none, and why.
  var failure: (model: String, error: Failure)? {
    get { failedModel.flatMap { model in error.map { (model, $0) } } }
    set { (failedModel, error) = (newValue?.model, newValue?.error) }
  }

  private var failedModel: String?
  private var error: Failure?

  /// The most models that a report names.
  static let mostModels = 4

  /// Whether there is anything to say.
  var isEmpty: Bool { pages == 0 && summaryModel == nil && error == nil }

  /// Notes that a model wrote a page's summary.
  mutating func note(page model: String) {
    pages += 1
    let name = model.oneLine(limit: 100)
    if pageModels.count < Self.mostModels, !pageModels.contains(name) { pageModels.append(name) }
  }

  /// The same with what a note says, whose `summary` the report shows.
  func with(_ note: ReportNote?, _ summary: [Finding]) -> Authorship {
    guard let note else { return self }
    var authorship = self
    authorship.agent = note.agent
    if let error = note.error { authorship.failure = (note.model.oneLine(limit: 100), error) }
    let written = summary.filter(\.isWritten)
    guard !written.isEmpty else { return authorship }
    authorship.summaryModel = note.model.oneLine(limit: 100)
    authorship.uncited = written.count { $0.citations.isEmpty }
    return authorship
  }

  /// Who summarised, as front matter has it: models first.
  var summariser: String {
    var names = pageModels
    if let summaryModel, !names.contains(summaryModel) { names.append(summaryModel) }
    if pages < usable || summaryModel == nil { names.append("built-in") }
    return names.joined(separator: ", ")
  }

  /// Says in Markdown who wrote what; nil where no model was asked.
  var markdown: String? {
    guard !isEmpty else { return nil }
    return [written, agent?.markdown, uncitedSentences, failed].compactMap(\.self).joined(
      separator: " "
    )
  }

  private var written: String? {
    let subjects =
      pages == usable ? "Page summaries" : "\(pages.grouped) of \(usable.grouped) page summaries"
    let models = Self.named(pageModels)
    switch (pages > 0, summaryModel) {
    case (false, nil): return nil
    case (true, nil): return "\(subjects) were written by \(models) \(Self.unchecked)."
    case (false, let model?):
      return "The summary was written by \(Self.named([model])) \(Self.unchecked)."
    case (true, let model?) where pageModels == [model]:
      return "\(subjects) and the summary were written by \(models) \(Self.unchecked)."
    case (true, let model?):
      return "\(subjects) were written by \(models), the summary by \(Self.named([model])); "
        + "none of it was checked against the sources."
    }
  }

  private var uncitedSentences: String? {
    switch uncited {
    case 0: nil
    case 1: "1 sentence of the summary cites no source."
    default: "\(uncited.grouped) sentences of the summary cite no source."
    }
  }

  private var failed: String? {
    guard let failure else { return nil }
    let reason = MarkdownEscape.label(failure.error.message, limit: 300)
    return
      "The built-in summary stands, because \(Self.named([failure.model])) gave none: \(reason)"
  }

  private static let unchecked = "and not checked against the sources"

  private static func named(_ models: [String]) -> String {
    (models.count == 1 ? "the model " : "the models ")
      + models.map { MarkdownEscape.label($0, limit: 100) }.joined(separator: ", ")
  }
}
