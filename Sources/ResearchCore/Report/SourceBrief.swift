/// What a report shows of one source: its record without text, headings and offsets.
///
/// A report keeps a brief of each source in a scratch file, so that the second pass reads little.
struct SourceBrief: Sendable, Equatable {
  var index: Int
  var outcome: Outcome
  var source: String
  var finalURL: String?
  var duplicateOf: Int?
  var step: String?
  var reason: String?
  var title: String?
  var authors: [String] = []
  var published: String?
  var site: String?
  var day: String?
  var hash: String?
  var words = 0
  var hasModel = false
  /// The page's own summary.
  var sentences: [String] = []
  /// What opens a browser on each of the sentences: a ``TextFragment``'s text, nil where none can.
  var fragments: [String?] = []
  /// What is to be said of each of the sentences, where a model wrote them.
  var marks: [SupportMark?] = []

  /// The web address that answered, else the source as the user wrote it.
  ///
  /// A saved document's full path would differ from machine to machine.
  var address: SourceAddress {
    let final = SourceAddress(finalURL ?? source)
    return final.link == nil ? SourceAddress(source) : final
  }
}

extension SourceBrief {
  /// What to call the site: its own name, its host, or a document's name.
  var siteName: String { site.flatMap(\.unlessEmpty) ?? address.host ?? address.name }

  /// What opens a browser on a sentence; nil where nothing does.
  func fragment(of sentence: Int) -> String? {
    fragments.indices.contains(sentence) ? fragments[sentence] : nil
  }

  /// What is to be said of a sentence; nil where nothing is.
  func mark(of sentence: Int) -> SupportMark? {
    marks.indices.contains(sentence) ? marks[sentence] : nil
  }

  /// Takes what a report shows from a record.
  init(_ record: Record) {
    index = record.index
    outcome = record.outcome
    // A line of a list can be 50 MB long; no report shows more than the beginning.
    source = String(record.source.unicodeScalars.prefix(Self.longestAddress))
    finalURL = record.finalURL.map { String($0.unicodeScalars.prefix(Self.longestAddress)) }
    duplicateOf = record.duplicateOf
    step = record.failedStep
    reason = record.error?.message.oneLine(limit: 300)
    title = record.title?.oneLine()
    authors = (record.authors ?? []).prefix(Self.mostAuthors).map { $0.oneLine(limit: 80) }
    published = Day(record.published)?.text
    site = record.site?.oneLine(limit: 80)
    day = Day(record.retrieved)?.text
    hash = record.textSHA256.map { String(decoding: $0.utf8.prefix(16), as: UTF8.self) }
    hasModel = record.summaryModel != nil
  }

  /// As much as tells that there is more than a link may have.
  private static let longestAddress = 2_000
  private static let mostAuthors = 4
}

extension Record {
  /// The step at which a source ended; nil where it was used.
  var failedStep: String? {
    switch outcome {
    case .used: return nil
    case .duplicate: return "list"
    case .unfinished: return error == nil ? "not finished" : step(of: .cancelled)
    case .skipped, .failed: return error.map { step(of: $0.kind) } ?? "fetch"
    }
  }

  private func step(of kind: Failure.Kind) -> String {
    switch kind {
    case .invalidURL, .unsupportedScheme: "list"
    case .empty: "extract"
    case .challenge, .tooLarge: timings?.extract == nil ? "fetch" : "extract"
    case .model, .budget: "summarise"
    case .cancelled: "not finished"
    case .blockedAddress, .robots, .dns, .connect, .tls, .timeout, .reset, .protocolError,
      .tooManyRedirects, .decode, .http, .rateLimited, .unsupportedType, .file:
      "fetch"
    }
  }
}
