/// Every way in which a fetch fails.
package enum FetchError: Error, Sendable, Equatable {
  case invalidURL(reason: String)
  case unsupportedScheme(String)
  case blockedAddress(address: String, reason: String)
  case dns(host: String)
  case connect(host: String, reason: String)
  case tls(host: String, reason: String)
  case timeout(host: String, reason: String)
  case reset(host: String, reason: String)
  case protocolViolation(host: String, reason: String)
  case tooManyRedirects(limit: Int)
  case tooLarge(limit: Int, measure: SizeMeasure)
  case decode(reason: String)
  case cancelled
  /// The failure of a fetch that had brought an answer, or its beginning.
  indirect case interrupted(UnfinishedAnswer, by: FetchError)
  /// An option that cannot be used, found when the fetcher or the request is made.
  case invalidConfiguration(reason: String)

  /// Which size of a body went beyond its limit.
  package enum SizeMeasure: Sendable, Equatable {
    case asSent
    case decoded
  }
}

extension FetchError {
  /// The failure itself, without what was known when it came.
  package var cause: FetchError {
    if case .interrupted(_, let cause) = self { cause.cause } else { self }
  }

  /// What was known of the last answer when the fetch failed; nil where there was none.
  package var answer: UnfinishedAnswer? {
    if case .interrupted(let answer, _) = self { answer } else { nil }
  }

  /// The word for this failure in records and events.
  package var kind: String {
    switch self {
    case .invalidURL, .invalidConfiguration: "invalid_url"
    case .unsupportedScheme: "unsupported_scheme"
    case .blockedAddress: "blocked_address"
    case .dns: "dns"
    case .connect: "connect"
    case .tls: "tls"
    case .timeout: "timeout"
    case .reset: "reset"
    case .protocolViolation: "protocol"
    case .tooManyRedirects: "too_many_redirects"
    case .tooLarge: "too_large"
    case .decode: "decode"
    case .cancelled: "cancelled"
    case .interrupted(_, let cause): cause.kind
    }
  }

  /// Whether the same request may succeed a little later.
  package var isRetryable: Bool {
    switch self {
    case .dns, .connect, .timeout, .reset: true
    case .interrupted(_, let cause): cause.isRetryable
    default: false
    }
  }

  /// What failed, why, and what can be done, for people.
  package var message: String {
    switch self {
    case .invalidURL(let reason): "not a web address: \(reason)"
    case .unsupportedScheme(let scheme):
      "the scheme \"\(scheme)\" is not supported: only http and https are"
    case .blockedAddress(let address, let reason): "the address \(address) is refused: \(reason)"
    case .dns(let host): "no address was found for the host \(host)"
    case .connect(let host, let reason): "no connection to \(host): \(reason)"
    case .tls(let host, let reason):
      "no trusted connection to \(host): \(reason) (--cacert FILE trusts further certificates)"
    case .timeout(let host, let reason):
      "\(host) took too long: \(reason) (--timeout and --connect-timeout give more time)"
    case .reset(let host, let reason): "\(host) broke off: \(reason)"
    case .protocolViolation(let host, let reason): "\(host) does not speak proper HTTP: \(reason)"
    case .tooManyRedirects(let limit):
      "more than \(limit) redirects (--max-redirects allows more)"
    case .tooLarge(let limit, .asSent):
      "the body is larger than \(limit) bytes (--max-size allows more)"
    case .tooLarge(let limit, .decoded):
      "the body is larger than \(limit) bytes once decoded (--max-size allows more)"
    case .decode(let reason): "the body cannot be decoded: \(reason)"
    case .cancelled: "cancelled"
    case .interrupted(_, let cause): cause.message
    case .invalidConfiguration(let reason): reason
    }
  }
}
