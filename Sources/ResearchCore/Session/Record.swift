public import FlowControl

/// All that is known about one source: one line of JSON in a records file.
///
/// Offsets count Unicode scalars of ``text``. Fields that do not apply are nil and are not written;
/// unknown fields are ignored on reading.
public struct Record: Sendable, Hashable {
  /// The version of the schema.
  public var version = 1
  /// The source's number within the run, from 1.
  public var index: Int
  /// The line of the list that named the source, from 1.
  public var line: Int?
  /// The source as the user wrote it, without credentials.
  public var source: String
  /// The address that answered in the end, or the path of a saved document.
  public var finalURL: String?
  /// The priority that the list gave; nil counts as normal.
  public var priority: Priority?
  /// How the source ended; ``Outcome/unfinished`` until it has.
  public var outcome = Outcome.unfinished
  /// Why the source was not used.
  public var error: Failure?
  /// The index of the source that this one repeats.
  public var duplicateOf: Int?
  /// The HTTP status.
  public var status: Int?
  /// The media type as served, without parameters.
  public var contentType: String?
  /// The WHATWG name of the character encoding.
  public var charset: String?
  /// The length of the body after content decoding, in bytes.
  public var bytes: Int?
  /// SHA-256 of the body after content decoding, in lower-case hexadecimal.
  public var sha256: String?
  /// When the body arrived: ISO 8601, UTC, to the second.
  public var retrieved: String?
  /// SHA-256 of ``text`` in UTF-8, in lower-case hexadecimal.
  public var textSHA256: String?
  /// The document's title.
  public var title: String?
  /// The names of those who wrote the document.
  public var authors: [String]?
  /// The day of publication, ISO 8601.
  public var published: String?
  /// The day of the last change, ISO 8601.
  public var modified: String?
  /// The language, as a BCP 47 tag.
  public var language: String?
  /// The name of the site.
  public var site: String?
  /// The address that the document itself calls its own.
  public var canonical: String?
  /// The main text, its paragraphs separated by a blank line.
  public var text: String?
  /// The headings within the text.
  public var headings: [Heading]?
  /// The links within the text.
  public var links: [Link]?
  /// Code, lists, quotations and tables within the text.
  public var parts: [Part]?
  /// The sentences that sum the source up, in the order of the text.
  public var summary: [Sentence]?
  /// The model that wrote the summary; nil for the built-in summariser.
  public var model: String?
  /// What the model counted; nil for the built-in summariser.
  public var usage: TokenUsage?
  /// Why the model that was to write the summary did not, so that the built-in one did.
  public var modelError: Failure?
  /// How often the source was asked for.
  public var attempts: Int?
  /// How long the steps took.
  public var timings: Timings?

  /// A record of a source about which nothing else is known yet.
  public init(index: Int, source: String) {
    self.index = index
    self.source = source
  }
}

extension Record {
  /// A heading and where it stands.
  public struct Heading: Sendable, Hashable, Codable {
    /// The heading's text.
    public var text: String
    /// From 1 for the highest to 6.
    public var level: Int
    /// The offset of its first scalar.
    public var start: Int

    /// Describes a heading.
    public init(text: String, level: Int, start: Int) {
      self.text = text
      self.level = level
      self.start = start
    }
  }

  /// A sentence quoted word for word, or one that a model wrote.
  ///
  /// A model's sentence stands nowhere in the text, and so has neither a place nor a score, but
  /// ``passages`` that it rests on.
  public struct Sentence: Sendable, Hashable, Codable {
    /// The passage, or what the model wrote.
    public var text: String
    /// The offset of its first scalar.
    public var start: Int?
    /// The offset behind its last scalar.
    public var end: Int?
    /// How much the sentence says about the source, from 0 to 1.
    public var score: Double?
    /// The places of the text that a model's sentence cites, rising; nil for a quoted one.
    public var passages: [Place]?
    /// Whether they support it, as far as signs tell; nil for a quoted one.
    public var supported: Bool?

    /// Describes a sentence.
    public init(text: String, start: Int? = nil, end: Int? = nil, score: Double? = nil) {
      self.text = text
      self.start = start
      self.end = end
      self.score = score
    }
  }

  /// A stretch of the text.
  public struct Place: Sendable, Hashable, Codable {
    /// The offset of its first scalar.
    public var start: Int
    /// The offset behind its last scalar.
    public var end: Int

    /// Names the scalars from `start` up to `end`.
    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// Durations of the steps in seconds.
  public struct Timings: Sendable, Hashable, Codable {
    /// Waiting in the frontier, over all attempts.
    public var queued: Double?
    /// Fetching, the last attempt.
    public var fetch: Double?
    /// Decoding, parsing and finding the main text.
    public var extract: Double?
    /// Summarising.
    public var summarise: Double?

    /// No step has been timed yet.
    public init() {}
  }
}

extension Record: Codable {
  private enum CodingKeys: String, CodingKey {
    case version, index, line, source
    case finalURL = "final_url"
    case priority, outcome, error
    case duplicateOf = "duplicate_of"
    case status
    case contentType = "content_type"
    case charset, bytes, sha256, retrieved
    case textSHA256 = "text_sha256"
    case title, authors, published, modified, language, site, canonical, text, headings, links
    case parts, summary
    case model, usage
    case modelError = "model_error"
    case attempts, timings
  }
}
