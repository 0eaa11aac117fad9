public import ArgumentParser
public import ResearchCore

/// The sources of a run.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "URLs, saved pages, lists, or - for a list on standard input (default: -).",
      valueName: "input"
    )
  )
  var inputs: [String] = []

  mutating func validate() throws {
    try SilentWait.refuse(
      inputs,
      example: """
          research urls.txt > report.md
          research https://example.org/page -o report.md
        """
    )
  }

  /// What the arguments name; standard input where there are none.
  var sources: [SourceInput] {
    inputs.isEmpty ? [.standardInput] : inputs.map(SourceInput.init(argument:))
  }
}

/// Limits and options of fetching.
struct FetchingOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("The most fetches at once; 0: no limit.", valueName: "n")
  )
  var maxConcurrency = 50

  @Option(help: ArgumentHelp("The most fetches of one host at once; 0: no limit.", valueName: "n"))
  var hostConcurrency = 6

  @Option(
    help: ArgumentHelp(
      "The least time between two fetches of one host (a crawl delay may be longer).",
      valueName: "duration"
    )
  )
  var hostInterval = TimeSpan(.zero)

  @Option(help: ArgumentHelp("The time of one attempt: 30, 30s, 500ms, 2m.", valueName: "duration"))
  var timeout = TimeSpan(.seconds(30))

  @Option(help: ArgumentHelp("The time for making a connection.", valueName: "duration"))
  var connectTimeout = TimeSpan(.seconds(10))

  @Option(help: ArgumentHelp("Attempts after the first, where it may help.", valueName: "n"))
  var retry = 2

  @Option(help: ArgumentHelp("The most redirects that are followed.", valueName: "n"))
  var maxRedirects = 10

  @Option(
    help: ArgumentHelp("The largest body, as sent and as decoded: 20M, 512k.", valueName: "bytes")
  )
  var maxSize = ByteCount(10 << 20)

  @Option(help: ArgumentHelp("The most bytes of bodies in flight.", valueName: "bytes"))
  var maxBuffered = ByteCount(64 << 20)

  @Option(
    name: [.customShort("H"), .long],
    parsing: .singleValue,
    help: ArgumentHelp(
      "A request header for the sources' own hosts; may be repeated.",
      valueName: "name: value"
    )
  )
  var header: [String] = []

  @Option(
    name: [.customShort("A"), .long],
    help: ArgumentHelp("Who to say we are (default: research/0.1.0).", valueName: "name")
  )
  var userAgent: String?

  @Option(
    help: ArgumentHelp(
      "The proxy (default: what http_proxy and https_proxy say).",
      valueName: "url"
    )
  )
  var proxy: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "An address that stands in for name resolution; may be repeated.",
      valueName: "host:port:address"
    )
  )
  var resolve: [String] = []

  @Option(
    help: ArgumentHelp(
      "Certificates to trust (default: SSL_CERT_FILE, else the system's).",
      valueName: "file"
    )
  )
  var cacert: String?

  @Option(help: "What robots.txt files say of pages; a page that one forbids is skipped.")
  var robots = Configuration.Fetching.Robots.obey

  @Flag(help: "Let redirects lead from public to private addresses.")
  var allowPrivate = false

  @Flag(help: "Refuse private addresses, even typed ones.")
  var blockPrivate = false

  mutating func validate() throws {
    try Self.require(maxConcurrency >= 0, "--max-concurrency", "0 or more")
    try Self.require(hostConcurrency >= 0, "--host-concurrency", "0 or more")
    try Self.require(hostInterval.duration >= .zero, "--host-interval", "0 or more")
    try Self.require(retry >= 0, "--retry", "0 or more")
    try Self.require(maxRedirects >= 0, "--max-redirects", "0 or more")
    try Self.require(maxSize.bytes > 0, "--max-size", "more than 0")
    try Self.require(maxBuffered.bytes > 0, "--max-buffered", "more than 0")
    try Self.require(timeout.duration > .zero, "--timeout", "more than 0")
    try Self.require(connectTimeout.duration > .zero, "--connect-timeout", "more than 0")
    for header in header where !header.contains(":") {
      // The rest may be a secret that somebody forgot a colon before.
      let name = header.prefix { $0 != " " && $0 != "=" }.prefix(20)
      throw ValidationError("--header '\(name)…' is not of the form 'Name: value'")
    }
  }

  private static func require(_ holds: Bool, _ option: String, _ range: String) throws {
    if !holds { throw ValidationError("\(option) must be \(range)") }
  }
}

/// Limits of extraction.
struct ExtractionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most nodes and attributes of a page.", valueName: "n"))
  var maxNodes = 1_000_000

  mutating func validate() throws {
    guard maxNodes > 0 else { throw ValidationError("--max-nodes must be more than 0") }
  }
}

/// Limits of summarising.
struct SummarisingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most summaries at once; 0: no limit.", valueName: "n"))
  var summaryConcurrency = 10

  mutating func validate() throws {
    guard summaryConcurrency >= 0 else {
      throw ValidationError("--summary-concurrency must be 0 or more")
    }
  }
}

/// How the whole run is bounded.
struct RunOptions: ParsableArguments {
  @Flag(help: "One source after the other, one step at a time.")
  var sync = false

  @Option(
    help: ArgumentHelp(
      "The most sources in flight in all (default: twice the sum of the steps' limits).",
      valueName: "n"
    )
  )
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "End by itself after so long, with what there is by then, and with exit code 2.",
      valueName: "duration"
    )
  )
  var deadline: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "What is in flight may take so long after Ctrl-C or --deadline.",
      valueName: "duration"
    )
  )
  var drainTimeout = TimeSpan(.seconds(4))

  @Option(
    help: ArgumentHelp(
      "Exit with 2 where more sources fail (default: any number may).",
      valueName: "n"
    )
  )
  var maxFailed: Int?

  mutating func validate() throws {
    if sync, window != nil {
      throw ValidationError("--sync is a window of one: leave out --window, or --sync")
    }
    if let window, window < 1 { throw ValidationError("--window must be 1 or more") }
    if let deadline, deadline.duration <= .zero {
      throw ValidationError("--deadline must be more than 0")
    }
    if let maxFailed, maxFailed < 0 { throw ValidationError("--max-failed must be 0 or more") }
  }
}

/// What texts are about.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What you want to know: summaries answer it.", valueName: "text"))
  var question: String?

  @Option(
    help: ArgumentHelp("The language of texts that do not say theirs.", valueName: "tag")
  )
  var language: String?
}

/// How long summaries are.
struct LengthOptions: ParsableArguments {
  @Option(help: "How long: 3, 5 or 10 sentences a page, 3, 6 or 12 in the report's summary.")
  var length = ReportOptions.Length.medium

  @Option(
    help: ArgumentHelp("The most words of the summary (default: any number).", valueName: "n")
  )
  var words: Int?

  @Option(
    help: ArgumentHelp(
      "The most sentences of the summary (default: what --length says).",
      valueName: "n"
    )
  )
  var sentences: Int?

  mutating func validate() throws {
    if let words, words < 1 { throw ValidationError("--words must be 1 or more") }
    if let sentences, sentences < 1 { throw ValidationError("--sentences must be 1 or more") }
  }
}

extension Configuration.Fetching.Robots: ExpressibleByArgument {}
extension ReportOptions.Length: ExpressibleByArgument {}
extension ReportOptions.Format: ExpressibleByArgument {}
