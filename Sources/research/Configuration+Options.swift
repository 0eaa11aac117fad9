import FlowControl
import ResearchCore

extension Configuration {
  /// A session's configuration from the options that all commands share.
  init(_ fetching: FetchingOptions, _ bounds: RunOptions, _ variables: ProcessVariables) {
    self.init()
    self.fetching = Fetching(fetching, variables)
    if let path = variables["PATH"] { extraction.programPath = path }
    window = bounds.window
    if bounds.sync { schedule = .oneByOne }
    deadline = bounds.deadline?.duration
    drainTimeout = bounds.drainTimeout.duration
    temporaryDirectory = variables["TMPDIR"] ?? "/tmp"
  }

  /// The same with a deadline that `clock` has counted so far: a session counts from its own
  /// beginning, which comes when all streams are open.
  func counting(from clock: SessionClock) -> Configuration {
    var configuration = self
    configuration.deadline = deadline.map { max(.zero, $0 - clock.now) }
    return configuration
  }
}

extension Configuration.Fetching {
  /// The options of fetching; at most as many fetches at once as files may be open.
  init(_ options: FetchingOptions, _ variables: ProcessVariables) {
    self.init()
    let open = ProcessSetup.openFetches
    maxConcurrency = options.maxConcurrency == 0 ? open : min(options.maxConcurrency, open)
    hostConcurrency = options.hostConcurrency
    hostInterval = options.hostInterval.duration
    timeout = options.timeout.duration
    connectTimeout = options.connectTimeout.duration
    retries = options.retry
    maxRedirects = options.maxRedirects
    maxSize = options.maxSize.bytes
    maxBuffered = options.maxBuffered.bytes
    robots = options.robots
    headers = options.header
    userAgent = options.userAgent
    proxy = options.proxy
    resolve = options.resolve
    certificateFile = options.cacert ?? variables["SSL_CERT_FILE"]
    allowsPrivate = options.allowPrivate
    blocksPrivate = options.blockPrivate
  }
}
