import FoundationEssentials

/// The first line of a file of records: the options that alter what is in it.
///
/// It has no index, so that readers of records pass it over. Of request headers only the names
/// are told, because their values may be secrets. What decides only how a page is reached is not
/// told: a run that failed for want of it is to go on with something better.
struct RecordsHeader: Encodable {
  private let version = 1
  private let options: Options

  private struct Options: Encodable {
    var lastStep: String
    var question: String?
    var language: String?
    var length: String
    var words: Int?
    var sentences: Int?
    var model: String?
    /// Of each replaced prompt its SHA-256.
    var prompt: [String: String]?
    var maxNodes: Int
    var maxSize: Int
    var maxRedirects: Int
    var userAgent: String?
    var headers: [String]
    var allowPrivate: Bool
    var blockPrivate: Bool
    var robots: String
  }

  /// The header of a run with `configuration`.
  init(_ configuration: Configuration) {
    let (report, fetching) = (configuration.report, configuration.fetching)
    options = Options(
      lastStep: configuration.lastStep.rawValue,
      question: report.question,
      language: report.language,
      length: report.length.rawValue,
      words: configuration.summarising.words,
      sentences: configuration.summarising.sentences,
      model: configuration.summarising.model,
      prompt: configuration.summarising.promptHashes,
      maxNodes: configuration.extraction.maxNodes,
      maxSize: fetching.maxSize,
      maxRedirects: fetching.maxRedirects,
      userAgent: fetching.userAgent,
      headers: fetching.headers.map { String($0.prefix { $0 != ":" }) },
      allowPrivate: fetching.allowsPrivate,
      blockPrivate: fetching.blocksPrivate,
      robots: fetching.robots.rawValue
    )
  }

  /// One line of JSON with its line end.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
