import Fetching
import FlowControl
import Glibc
import Summarisation

extension Session {
  /// A session that reads the real network and files, in real time.
  ///
  /// Throws ``ConfigurationError`` where the options of fetching are wrong, ``ModelPromptError``
  /// where a prompt is, ``RecordsError`` or a system error where no records can be kept.
  public init(_ configuration: Configuration = Configuration()) throws {
    try self.init(configuration, calls: configuration.summarising.calls())
  }

  /// The same, with the calls of its model, which others may share with their limits; nil without a
  /// model.
  init(_ configuration: Configuration, calls: ChatCalls?) throws {
    let fetcher: CurlFetcher
    do throws(FetchError) {
      fetcher = try CurlFetcher(configuration.transfers)
    } catch {
      throw ConfigurationError(reason: error.message)
    }
    let (clock, startTime) = (SessionClock(ContinuousClock()), SessionClock.wallTime)
    let chat = try configuration.summarising.client(over: fetcher, calls: calls)
    // An agent's model writes the answer and nothing else.
    let writer = configuration.asking == nil ? chat : nil
    let asked = configuration.asking == nil ? nil : chat
    let prompts = try configuration.summarising.promptTemplates()
    let services = Services(
      fetcher: fetcher,
      closeFetcher: { await fetcher.close() },
      summariser: writer.map { configuration.summariser($0, prompts) }
        ?? ExtractiveSummariser(length: configuration.pageLength),
      fallback: writer.map { _ in ExtractiveSummariser(length: configuration.pageLength) },
      author: writer.map { ChatReport(client: $0.client, model: $0.model, prompts: prompts) },
      agent: asked.map { AgentModel($0.client, model: $0.model, prompts: prompts) },
      hasReachedCeiling: { chat?.client.hasReachedCeiling ?? false },
      spent: { chat?.client.spent },
      hearWaits: { chat?.client.onWait($0) },
      price: configuration.summarising.price,
      probe: chat.map { configuration.probe(of: $0.client) },
      clock: clock,
      workers: Workers(),
      startTime: startTime
    )
    try self.init(configuration, services: services)
  }
}

extension Configuration {
  /// The bounds of a page's own summary.
  var pageLength: SummaryLength {
    SummaryLength(
      asked: summarising.sentences,
      words: summarising.words,
      otherwise: report.length.sentencesPerPage
    )
  }
}

extension Configuration {
  /// What the fetcher is told; a model's calls share its connections.
  fileprivate var transfers: FetchConfiguration {
    var transfers = fetching.transfers
    transfers.maxBuffered = effectiveMaxBuffered
    let calls = summarising.concurrency < 1 ? 1_000 : min(summarising.concurrency, 1_000_000)
    if summarising.model != nil {
      transfers.maxConnections = min(
        transfers.maxConnections + calls,
        2 * ProcessSetup.openFetches
      )
    }
    return transfers
  }

  /// Tries the model before anything else is done.
  fileprivate func probe(of client: ChatClient) -> @Sendable () async throws -> String? {
    let (connecting, hasKey) = (fetching.connectTimeout, summarising.key != nil)
    return { try await client.tried(connecting: connecting, hasKey: hasKey) }
  }

  /// A model as summariser of pages.
  fileprivate func summariser(
    _ chat: (client: ChatClient, model: String),
    _ prompts: Prompts
  ) -> any Summariser {
    ChatSummariser(
      client: chat.client,
      model: chat.model,
      sentences: summarising.sentences ?? report.length.sentencesPerPage,
      words: summarising.words,
      prompts: prompts
    )
  }
}

extension Configuration {
  /// Throws ``ConfigurationError`` where the model is asked at an address that may not be reached,
  /// which every page would fail by.
  package func checkModelAddress() throws(ConfigurationError) {
    // An address that cannot be read is another check's affair.
    guard fetching.blocksPrivate, summarising.model != nil, let baseURL = summarising.baseURL,
      let host = try? WebAddress(baseURL).host, AddressPolicy().isPrivate(host: host)
    else { return }
    throw ConfigurationError(
      reason: "--block-private refuses the model's address, because \(host) is private "
        + "(--base-url, or OPENAI_BASE_URL). Leave one of the two out"
    )
  }
}

extension Configuration.Summarising {
  /// Throws ``ConfigurationError`` where the model's endpoint cannot be used.
  package func check() throws(ConfigurationError) {
    _ = try endpoint()
  }

  /// The calls of the model, of which none is made yet; nil for the built-in summariser.
  func calls() -> ChatCalls? {
    guard model != nil else { return nil }
    return ChatCalls(
      limits,
      clock: SessionClock(ContinuousClock()),
      startTime: SessionClock.wallTime,
      generator: SystemRandomNumberGenerator()
    )
  }

  /// The client of the model; nil for the built-in summariser.
  fileprivate func client(
    over fetcher: any Fetcher,
    calls: ChatCalls?
  ) throws(ConfigurationError) -> (client: ChatClient, model: String)? {
    guard let model, let endpoint = try endpoint() else { return nil }
    let client = ChatClient(
      endpoint,
      fetcher: fetcher,
      calls: calls,
      streams: streams,
      silence: modelSilence
    )
    return (client, model)
  }

  private var limits: ChatCalls.Limits {
    var limits = ChatCalls.Limits()
    limits.requestsPerMinute = requestsPerMinute
    limits.tokensPerMinute = tokensPerMinute
    limits.retries = modelRetries
    limits.ceiling.tokens = maxTokens
    if let price {
      limits.ceiling.cost = maxCost
      limits.ceiling.price = TokenBudget.Price(input: price.input, output: price.output)
    }
    return limits
  }

  private func endpoint() throws(ConfigurationError) -> ChatEndpoint? {
    guard let model else { return nil }
    do throws(ChatError) {
      return try ChatEndpoint(
        baseURL: baseURL ?? Self.defaultBaseURL,
        model: model,
        key: key?.value,
        timeout: modelTimeout
      )
    } catch {
      throw ConfigurationError(reason: error.message)
    }
  }

  private static let defaultBaseURL = "https://api.openai.com/v1"
}

extension SessionClock {
  /// In seconds since 1970.
  fileprivate static var wallTime: Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }
}

extension Configuration.Fetching {
  /// The options as the fetcher takes them, but for the schedule's part.
  fileprivate var transfers: FetchConfiguration {
    var transfers = FetchConfiguration()
    transfers.connectTimeout = connectTimeout
    transfers.timeout = timeout
    transfers.maxRedirects = maxRedirects
    transfers.maxSize = maxSize
    let fetches = maxConcurrency < 1 ? 1_000 : min(maxConcurrency, 1_000_000)
    transfers.maxConnections = min(max(4 * fetches, 100), 2 * ProcessSetup.openFetches)
    transfers.headers = headers.compactMap(HeaderField.init(line:))
    if let userAgent { transfers.userAgent = userAgent }
    transfers.proxy = proxy
    transfers.resolve = resolve
    transfers.certificateFile = certificateFile
    transfers.addressPolicy.reach = reach == .typed ? .typed : .publicOnly
    transfers.addressPolicy.allowsPrivate = allowsPrivate
    transfers.addressPolicy.blocksPrivate = blocksPrivate
    return transfers
  }
}

extension HeaderField {
  /// Reads `Name: value`; nil where there is no colon.
  fileprivate init?(line: String) {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    self.init(name: String(line[..<colon]), value: String(value))
  }
}
