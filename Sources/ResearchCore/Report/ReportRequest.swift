import Fetching
import Summarisation

/// What a model is asked for a whole report.
package struct ReportRequest: Sendable {
  /// The usable sources with their passages, rising by number; of many the most relevant.
  var sources: [ReportSource] = []
  /// What the reader wants to know.
  var question: String?
  /// The language that was asked for.
  var language: String?
  /// How much is wanted.
  var length: SummaryLength
  /// How many passages there are, numbered through all sources.
  private var passages = 0

  /// The most sources that a model is asked about.
  static let mostSources = ChatReport.maxSources

  /// A request for what `options` say, of no source yet.
  init(_ options: ReportOptions) {
    question = options.question
    language = options.language
    length = options.writtenLength
  }

  /// Adds a source, of whose `text` a model may cite the `places`.
  mutating func add(_ brief: SourceBrief, quoting places: [Range<Int>] = [], of text: String = "") {
    var source = ReportSource(
      number: brief.index,
      title: brief.title?.unlessEmpty,
      address: brief.address.link
    )
    let scalars = places.isEmpty ? [] : Array(text.unicodeScalars)
    for place in places {
      passages += 1
      source.passages.append(
        Passage(
          number: passages,
          source: brief.index,
          start: place.lowerBound,
          end: place.upperBound,
          text: scalars.string(from: place.lowerBound, to: place.upperBound)
        )
      )
    }
    sources.append(source)
  }

  /// SHA-256 of all that the model is asked, in hexadecimal.
  var sha256: String {
    var bytes: [UInt8] = []
    for part in [question, language, "\(length.sentences)", length.words.map { "\($0)" }] {
      bytes.append(part: part)
    }
    for source in sources {
      for part in ["\(source.number)", source.title, source.address] {
        bytes.append(part: part)
      }
      for passage in source.passages {
        for part in ["\(passage.number)", "\(passage.start)", "\(passage.end)", passage.text] {
          bytes.append(part: part)
        }
      }
    }
    return Fetching.sha256(bytes)
  }
}

extension ReportOptions {
  /// The bounds of what a model writes for a report: it is asked for no more sentences than are
  /// usual where only words are bounded.
  var writtenLength: SummaryLength {
    SummaryLength(sentences: sentences ?? length.sentencesInSummary, words: words)
  }
}

/// Writes the summary of a whole report.
protocol ReportAuthor: Sendable {
  /// Sums up the sources in sentences that cite them by number.
  ///
  /// Throws `.cancelled` soon after the task is cancelled.
  func summary(
    of sources: [ReportSource],
    question: String?,
    language: String?,
    length: SummaryLength
  ) async throws(ChatError) -> AuthoredSummary
}

extension ChatReport: ReportAuthor {}

extension [UInt8] {
  /// Adds a text so that no two lists of texts give the same bytes: 0xFF occurs in no text.
  fileprivate mutating func append(part: String?) {
    if let part { append(contentsOf: Array(part.utf8)) } else { append(0xFE) }
    append(0xFF)
  }
}
