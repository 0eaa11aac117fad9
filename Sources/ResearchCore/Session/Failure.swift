/// Why a source did not make it into the report, in the words of the command line's contract.
public struct Failure: Error, Sendable, Hashable, Codable {
  /// The class of failure, which programs may act on.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case invalidURL = "invalid_url"
    case unsupportedScheme = "unsupported_scheme"
    case blockedAddress = "blocked_address"
    case robots, dns, connect, tls, timeout, reset
    case protocolError = "protocol"
    case tooManyRedirects = "too_many_redirects"
    case tooLarge = "too_large"
    case decode, http
    case rateLimited = "rate_limited"
    case unsupportedType = "unsupported_type"
    case empty, challenge, file, model, budget, cancelled
  }

  /// The class of the failure.
  public var kind: Kind
  /// The HTTP status that was answered, where there was one.
  public var status: Int?
  /// What failed and why, in one line for people.
  public var message: String
  /// Whether another attempt may succeed.
  public var isRetryable: Bool

  /// Describes a failure.
  public init(_ kind: Kind, _ message: String, status: Int? = nil, isRetryable: Bool = false) {
    self.kind = kind
    self.status = status
    // What it quotes of an answer or a list may have any length.
    self.message = message.oneLine(limit: 500)
    self.isRetryable = isRetryable
  }

  private enum CodingKeys: String, CodingKey {
    case kind, status, message
    case isRetryable = "retryable"
  }

  /// The outcome that a source with this failure ends with.
  public var outcome: Outcome {
    switch kind {
    case .robots, .unsupportedType: .skipped
    case .cancelled: .unfinished
    default: .failed
    }
  }
}

/// How a source ended; every source ends in exactly one of these ways.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
  case used, duplicate, skipped, failed, unfinished
}
