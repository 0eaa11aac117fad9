import Fetching
import FlowControl

/// What came of asking for a robots.txt (RFC 9309, section 2.3.1).
enum RobotsAnswer {
  /// It could be read, or is not there, which allows everything.
  case rules(RobotsFile)
  /// It may not be asked for by this way; the page's own request says why, if it is so.
  case none
  /// It cannot be had, so that no page may be asked for: server errors, and hosts out of reach.
  case failed(Failure, retryAfter: String?)
  case cancelled
}

extension RobotsAnswer {
  /// Asks the origin of a request for a page, in the same way as the page will be asked for.
  ///
  /// `.cancelled` at once when the task is cancelled.
  init(
    to page: FetchRequest,
    _ fetcher: any Fetcher,
    _ stage: StageContext
  ) async {
    do throws(FetchError) {
      let request = try Self.request(for: page)
      let answer = try await fetcher.fetch(request)
      self = try await Self.reading(answer, of: request.address, stage)
    } catch {
      self = Self.judging(error, page)
    }
  }

  private static func request(for page: FetchRequest) throws(FetchError) -> FetchRequest {
    var request = FetchRequest(address: try page.address.resolving("/robots.txt"))
    request.sendsSecrets = page.sendsSecrets
    request.isLedByPublic = page.isLedByPublic
    // What follows need not be read (section 2.5), and however much it is, no page fails for it.
    request.enough = RobotsFile.maxSize + 1
    return request
  }

  private static func reading(
    _ answer: Page,
    of address: WebAddress,
    _ stage: StageContext
  ) async throws(FetchError) -> RobotsAnswer {
    switch answer.status {
    case 200..<300:
      let file = try await perform(on: stage.workers) { () throws(FetchError) -> RobotsFile in
        // One byte more says that there is more, and so that the last line may be cut.
        var bytes = try answer.decodedBeginning(limit: RobotsFile.maxSize + 1)
        if answer.isCut { bytes.removeSubrange((bytes.lastIndex(of: 10) ?? 0)...) }
        return RobotsFile(bytes, for: RobotsRules.product)
      }
      return .rules(file)
    case 429, 500...:
      let failure = Failure(
        unreadable: address,
        "answers \(answer.status)",
        status: answer.status,
        isRetryable: Failure(status: answer.status)?.isRetryable == true
      )
      return .failed(failure, retryAfter: answer.retryAfter)
    default: return .rules(.empty)
    }
  }

  private static func judging(_ error: FetchError, _ page: FetchRequest) -> RobotsAnswer {
    switch error.cause {
    case .cancelled, .interrupted: return .cancelled
    case .blockedAddress: return .none
    case .invalidURL, .invalidConfiguration, .unsupportedScheme, .tooManyRedirects:
      return .rules(.empty)
    case .tooLarge, .decode:
      let failure = Failure(unreadable: page.address, "is not readable (\(error.message))")
      return .failed(failure, retryAfter: nil)
    case .dns, .connect, .tls: return .failed(Failure(error), retryAfter: nil)
    case .timeout, .reset, .protocolViolation:
      // The page itself might be had.
      var failure = Failure(error)
      failure.message += "; it was asked for robots.txt (--robots ignore does without)"
      return .failed(failure, retryAfter: nil)
    }
  }
}

extension Failure {
  /// Why a page may not be asked for; nil where it may be.
  init?(_ file: RobotsFile, forbidding address: WebAddress) {
    let path = address.path + (address.query.map { "?" + $0 } ?? "")
    let reason: String
    switch file.verdict(on: path) {
    case .allowed: return nil
    case .forbidden(let rule):
      let pattern = rule.pattern.oneLine(limit: 100)
      reason = "forbids \(path.oneLine(limit: 100)) (line \(rule.line): Disallow: \(pattern))"
    case .undecided: reason = "has rules that take too long to be held against this address"
    }
    self.init(
      .robots,
      "robots.txt of \(address.site) \(reason); --robots ignore fetches it anyway"
    )
  }

  /// No page of an origin may be asked for while its robots.txt cannot be read.
  fileprivate init(
    unreadable address: WebAddress,
    _ reason: String,
    status: Int? = nil,
    isRetryable: Bool = false
  ) {
    self.init(
      .robots,
      "robots.txt of \(address.site) \(reason): pages may not be fetched while it cannot be read "
        + "(--robots ignore fetches them)",
      status: status,
      isRetryable: isRetryable
    )
  }
}

extension WebAddress {
  /// The origin as people write it, without a default port.
  fileprivate var site: String {
    let isDefault = port == (isHTTPS ? 443 : 80)
    return "\(scheme)://\(host)" + (isDefault ? "" : ":\(port)")
  }
}
