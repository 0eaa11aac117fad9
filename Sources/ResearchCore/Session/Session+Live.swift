import Fetching
import FlowControl
import Glibc
import Summarisation

extension Session {
  /// A session that reads the real network and files, in real time.
  ///
  /// Throws ``ConfigurationError`` where the options of fetching are wrong, ``RecordsError`` or a
  /// system error where no records can be kept.
  public init(_ configuration: Configuration = Configuration()) throws {
    let fetcher: CurlFetcher
    do throws(FetchError) {
      fetcher = try CurlFetcher(configuration.transfers)
    } catch {
      throw ConfigurationError(reason: error.message)
    }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let services = Services(
      fetcher: fetcher,
      closeFetcher: { await fetcher.close() },
      summariser: ExtractiveSummariser(length: configuration.pageLength),
      clock: SessionClock(ContinuousClock()),
      workers: Workers(),
      startTime: Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
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
  /// The options as the fetcher takes them.
  fileprivate var transfers: FetchConfiguration {
    var transfers = fetching.transfers
    transfers.maxBuffered = effectiveMaxBuffered
    return transfers
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
