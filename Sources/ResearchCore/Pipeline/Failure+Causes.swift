import Extraction
import Fetching
import FlowControl
import Summarisation

extension Failure {
  /// A failure of fetching, in the words of records.
  init(_ error: FetchError) {
    self.init(
      Kind(rawValue: error.kind) ?? .protocolError,
      error.message,
      isRetryable: error.isRetryable
    )
  }

  /// A failure of extraction, in the words of records.
  init(_ error: ExtractionError) {
    self.init(Kind(rawValue: error.kind) ?? .empty, error.message)
  }

  /// A call of a model that gave nothing, in the words of records.
  init(_ error: ChatError) {
    self.init(
      error.isCancelled ? .cancelled : error.isOverBudget ? .budget : .model,
      error.message,
      isRetryable: error.isRetryable
    )
  }

  /// A file that could not be read.
  init(_ error: SystemError) {
    self.init(.file, "the file cannot be read: \(error.reason)")
  }

  /// A status that is no page; nil where it is one.
  init?(status: Int) {
    switch status {
    case 200, 203: return nil
    case 204: self.init(.empty, "204 No Content: the page is empty", status: status)
    case 429:
      self.init(.rateLimited, "429 \(Self.reason(of: status))", status: status, isRetryable: true)
    default:
      let isRetryable = [408, 425, 500, 502, 503, 504, 529].contains(status)
      self.init(
        .http,
        "\(status) \(Self.reason(of: status))",
        status: status,
        isRetryable: isRetryable
      )
    }
  }

  /// What it says of how the host bears being asked; nil where the host was not asked.
  func outcome(retryAfter: Duration?) -> RequestOutcome? {
    switch kind {
    case .rateLimited: .throttled(retryAfter: retryAfter)
    case .http where status == 503: .throttled(retryAfter: retryAfter)
    case .challenge where status == 429 || status == 503: .throttled(retryAfter: retryAfter)
    case .http where status.map { $0 >= 500 || isRetryable } == true: .failure
    case .http, .empty, .challenge, .decode, .tooLarge, .tooManyRedirects, .unsupportedType:
      .success
    case .dns, .connect, .tls, .timeout, .reset, .protocolError: .failure
    case .invalidURL, .unsupportedScheme, .blockedAddress, .robots, .file, .model, .budget,
      .cancelled:
      nil
    }
  }

  /// The standard phrase of a status (RFC 9110, section 15); the server's own is not trusted.
  private static func reason(of status: Int) -> String {
    switch status {
    case 206: "Partial Content, which was not asked for"
    case 304: "Not Modified, which was not asked for"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 402: "Payment Required"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 410: "Gone"
    case 425: "Too Early"
    case 429: "Too Many Requests"
    case 451: "Unavailable For Legal Reasons"
    case 500: "Internal Server Error"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 529: "Overloaded"
    default: "is not a page"
    }
  }
}

extension ChatError {
  /// Whether it only says that the task was cancelled.
  var isCancelled: Bool {
    if case .cancelled = self { true } else { false }
  }

  /// Whether the ceiling of tokens or of money was in the way.
  fileprivate var isOverBudget: Bool {
    if case .overBudget = self { true } else { false }
  }

  /// Whether the model was asked at all.
  var isOfAnAnswer: Bool {
    switch self {
    case .overBudget, .stopped, .exceedsLimit, .invalidEndpoint, .cancelled: false
    default: true
    }
  }
}
