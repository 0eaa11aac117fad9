import FlowControl

/// What a session does and the limits that it keeps: plain values with defaults, a group a stage.
public struct Configuration: Sendable, Hashable {
  /// How sources are fetched.
  public var fetching = Fetching()
  /// How the main text is found.
  public var extraction = Extraction()
  /// How texts are summarised.
  public var summarising = Summarising()
  /// How an agent answers the report's question; nil where none is asked (``Session/ask(_:)``).
  public var asking: Asking?
  /// What the report is like; page summaries follow its length, question and language.
  public var report = ReportOptions()
  /// The last step that sources go through.
  public var lastStep = Step.summarise
  /// How the steps of the sources follow one another.
  public var schedule = Schedule.streaming
  /// The most sources between frontier and store; nil for twice the sum of the stages' limits.
  ///
  /// Only streaming asks for it: one by one it is 1, and barriers hold the whole list.
  public var window: Int?
  /// How long what is in flight may take once the session drains.
  public var drainTimeout = Duration.seconds(4)
  /// How long the whole run may take before it drains by itself; nil for as long as it takes.
  public var deadline: Duration?
  /// Where records are kept, as a file; nil for one without a name, gone with the session.
  public var records: String?
  /// Whether the run goes on from what an earlier one has left in ``records``; the same list and
  /// options that alter results are asked for.
  public var resumes = false
  /// Where files without a name are made.
  public var temporaryDirectory = "/tmp"

  /// The defaults of the command line.
  public init() {}

  /// The bound on everything in flight.
  package var effectiveWindow: Int {
    switch schedule {
    case .oneByOne: return 1
    case .barriers: return .max
    case .streaming: break
    }
    if let window { return max(1, window) }
    let limits = [fetching.maxConcurrency, Workers.cores, summarising.concurrency]
    guard limits.allSatisfy({ $0 > 0 }) else { return 10_000 }
    return 2 * limits.reduce(0) { $0 + min($1, 1_000_000) }
  }
}

extension Configuration {
  /// The most bytes of bodies in flight: behind a barrier all are, and a bound would hold it shut.
  var effectiveMaxBuffered: Int { schedule == .barriers ? .max : fetching.maxBuffered }
}

extension Configuration {
  /// Limits and options of fetching.
  ///
  /// Zero means no limit where a count is asked for.
  public struct Fetching: Sendable, Hashable {
    /// The most fetches at once.
    public var maxConcurrency = 50
    /// The most fetches of one host at once.
    public var hostConcurrency = 6
    /// The least time between the beginnings of two fetches of one host.
    public var hostInterval = Duration.zero
    /// For one attempt, connecting included.
    public var timeout = Duration.seconds(30)
    /// For making a connection.
    public var connectTimeout = Duration.seconds(10)
    /// Attempts after the first, where the failure may pass.
    public var retries = 2
    /// The most redirects that are followed.
    public var maxRedirects = 10
    /// The most bytes of a body, as sent and as decoded.
    public var maxSize = 10 << 20
    /// The most bytes of all bodies in flight.
    public var maxBuffered = 64 << 20
    /// Whether robots.txt files are obeyed.
    public var robots = Robots.obey
    /// Further request headers, each `Name: value`.
    public var headers: [String] = []
    /// Who we say we are.
    public var userAgent: String?
    /// The proxy; nil for what the environment says.
    public var proxy: String?
    /// Addresses that stand in for name resolution, each `HOST:PORT:ADDRESS`.
    public var resolve: [String] = []
    /// A file of certificates to trust instead of the system's.
    public var certificateFile: String?
    /// Who has named the sources: where they are not typed, only public addresses are reached.
    public var reach = Reach.typed
    /// Whether redirects may lead from public to private addresses, and sources be there whoever
    /// has named them.
    public var allowsPrivate = false
    /// Whether private addresses are refused even where the user typed them.
    public var blocksPrivate = false
    /// A folder in which bodies are kept, named by index (``Step/fetch`` only).
    public var bodies: String?

    /// The defaults of the command line.
    public init() {}

    /// Who has named the sources of a run.
    ///
    /// A proxy and a model's address always count as typed.
    public enum Reach: Sendable, Hashable {
      /// Who runs the program: sources may be anywhere but at link-local addresses.
      case typed
      /// Somebody across the network: sources may be at public addresses only.
      case publicOnly
    }

    /// What is made of robots.txt files.
    public enum Robots: String, Sendable, Hashable, CaseIterable {
      /// Pages that a host's robots.txt forbids to `research` are skipped.
      case obey
      /// They are not asked for.
      case ignore
    }
  }

  /// Limits of extraction.
  public struct Extraction: Sendable, Hashable {
    /// The most nodes and attributes of a page.
    public var maxNodes = 1_000_000
    /// The folders in which programs that read documents are looked for, colons between them;
    /// relative ones are passed over.
    public var programPath = "/usr/local/bin:/usr/bin:/bin"

    /// The defaults of the command line.
    public init() {}
  }

  /// Limits of an agent.
  public struct Asking: Sendable, Hashable {
    /// The most turns of the model with tools; one more asks for the answer.
    public var maxSteps = 20

    /// The defaults of the command line.
    public init() {}
  }

  /// Limits and options of summarising.
  public struct Summarising: Sendable, Hashable {
    /// The most summaries at once; zero for no limit.
    public var concurrency = 10
    /// The most words of a page's summary.
    public var words: Int?
    /// The most sentences of a page's summary; nil for what the report's length says.
    public var sentences: Int?
    /// The model that writes the summaries; nil for the built-in summariser.
    public var model: String?
    /// Where the model's OpenAI-compatible endpoint begins; nil for `https://api.openai.com/v1`.
    public var baseURL: String?
    /// The endpoint's key.
    public var key: Secret?
    /// For one call of the model, connecting included.
    public var modelTimeout = Duration.seconds(60)
    /// Whether the model's answers are asked for piece by piece; where the endpoint cannot send them
    /// so, they come as a whole.
    public var streams = true
    /// The longest pause within an answer of the model, from its first byte on.
    public var modelSilence = Duration.seconds(20)
    /// The most calls of the model a minute, one each 60/n seconds; nil for no limit.
    public var requestsPerMinute: Int?
    /// The most tokens of prompts and answers in any minute; nil for no limit.
    public var tokensPerMinute: Int?
    /// Attempts of a call after the first, where the failure may pass.
    public var modelRetries = 5
    /// The texts of prompts that replace the program's own, in Mustache.
    public var prompts: [ModelPrompt: String] = [:]
    /// The most tokens of prompts and answers that all calls may take; nil for any.
    ///
    /// It is never exceeded: what a call may take is reserved before it is made.
    public var maxTokens: Int?
    /// The most money that all calls may cost, by ``price``; nil for any.
    public var maxCost: Double?
    /// What the model's tokens cost; nil where nobody says.
    public var price: ModelPrice?

    /// The defaults of the command line.
    public init() {}
  }
}

/// Why a session cannot work with its configuration.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var reason: String

  /// What failed and why.
  public var description: String { "an option cannot be used: \(reason)" }
}

/// A step that every source goes through, in this order.
public enum Step: String, Sendable, Hashable, Codable, CaseIterable {
  case fetch, extract, summarise
}

extension Configuration {
  /// The options that shape a run, as its first event tells them.
  var told: [String: String] {
    [
      "last_step": lastStep.rawValue,
      "schedule": schedule.rawValue,
      "max_concurrency": "\(fetching.maxConcurrency)",
      "host_concurrency": "\(fetching.hostConcurrency)",
      "summary_concurrency": "\(summarising.concurrency)",
      "window": "\(effectiveWindow)",
      "summariser": summarising.model ?? "built-in",
    ]
  }
}
