/// What models wrote in a report, and what they did not.
package struct Authorship: Sendable, Hashable {
  /// Why models did not write pages' summaries, and how many.
  struct Reason: Sendable, Hashable {
    var message: String
    var kind: Failure.Kind
    var pages: Int
  }

  /// The models that wrote pages' summaries, each once, by the first of their sources.
  var pageModels: [String] = []
  /// The pages whose summaries models wrote.
  var pages = 0
  /// The pages that have a summary at all.
  var usable = 0
  /// The model that wrote the report's summary; nil where it is quoted, or there is none.
  var summaryModel: String?
  /// The sentences that models wrote, for pages and for the report.
  var sentences = 0
  /// Those that cite nothing.
  var uncited = 0
  /// How an agent wrote the summary; nil where none did.
  var agent: ReportNote.Agent?
  /// Those that what they cite does not support, as far as signs tell.
  var unsupported = 0
  /// The pages that the built-in summariser did in a model's place.
  var fallbacks = 0
  /// Why: the first reasons, by the first of their sources.
  private(set) var reasons: [Reason] = []
  /// The model that was asked for the summary and gave none, and why.
  var failure: (model: String, error: Failure)? {
    get { failedModel.flatMap { model in error.map { (model, $0) } } }
    set { (failedModel, error) = (newValue?.model, newValue?.error) }
  }

  private var failedModel: String?
  private var error: Failure?

  /// The most models, and reasons, that a report names.
  static let mostModels = 4
  static let mostReasons = 4

  /// Whether there is anything to say.
  var isEmpty: Bool { pages == 0 && fallbacks == 0 && summaryModel == nil && error == nil }

  /// Notes that a model wrote a page's summary, of sentences with these marks.
  mutating func note(page model: String, _ marks: [SupportMark?] = []) {
    pages += 1
    count(marks)
    let name = model.oneLine(limit: 100)
    if pageModels.count < Self.mostModels, !pageModels.contains(name) { pageModels.append(name) }
  }

  /// Notes that the built-in summariser did a page, because a model did not.
  mutating func note(fallback error: Failure) {
    fallbacks += 1
    if let place = reasons.firstIndex(where: { $0.message == error.message }) {
      reasons[place].pages += 1
    } else if reasons.count < Self.mostReasons {
      reasons.append(Reason(message: error.message, kind: error.kind, pages: 1))
    }
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
    authorship.count(written.map(\.mark))
    return authorship
  }

  private mutating func count(_ marks: [SupportMark?]) {
    sentences += marks.count
    uncited += marks.count { $0 == .uncited }
    unsupported += marks.count { $0 == .unsupported }
  }

  /// Who summarised, as front matter has it: models first.
  var summariser: String {
    var names = pageModels
    if let summaryModel, !names.contains(summaryModel) { names.append(summaryModel) }
    if pages < usable || summaryModel == nil { names.append("built-in") }
    return names.joined(separator: ", ")
  }
}
