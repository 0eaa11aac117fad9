/// Everything beside the records that a report depends on.
public struct ReportOptions: Sendable, Hashable {
  /// How much is written.
  public enum Length: String, Sendable, Hashable, CaseIterable {
    case short, medium, long

    /// The most sentences of a page's own summary.
    public var sentencesPerPage: Int {
      switch self {
      case .short: 3
      case .medium: 5
      case .long: 10
      }
    }

    /// The most key points of the report.
    package var keyPoints: Int {
      switch self {
      case .short: 5
      case .medium: 7
      case .long: 10
      }
    }

    /// The most sentences of the report's summary.
    public var sentencesInSummary: Int {
      switch self {
      case .short: 3
      case .medium: 6
      case .long: 12
      }
    }
  }

  /// The report's form.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case markdown, json, html
  }

  /// The report's title; nil for one made from the question or the sources.
  public var title: String?
  /// What the reader wants to know; a blank one is none.
  public var question: String? {
    didSet {
      if let question, question.allSatisfy(\.isWhitespace) { self.question = nil }
    }
  }
  /// The language of sources that do not say theirs, as a BCP 47 tag.
  public var language: String?
  /// How long the page summaries and the report's summary are.
  public var length = Length.medium
  /// The most words of the report's summary.
  public var words: Int?
  /// The most sentences of the report's summary; nil for what ``length`` says.
  public var sentences: Int?
  /// Whether timings from the records are added.
  public var hasStatistics = false
  /// Whether a JSON report holds the texts.
  public var hasText = false
  /// The report's form.
  public var format = Format.markdown
  /// The text of a Mustache template that replaces the built-in one.
  public var template: String?
  /// The day that replaces every date of retrieval, as ISO 8601; what is no day is ignored.
  public var day: String?

  /// A medium Markdown report.
  public init() {}
}
