package import Fetching

/// Every way in which asking a model fails.
package enum ChatError: Error, Sendable, Equatable {
  /// The base URL, the model's name or the key cannot be used.
  case invalidEndpoint(reason: String)
  case unreachable(endpoint: String, cause: FetchError)
  /// Any status but 200, or an error in place of an answer; in the endpoint's own words.
  case refused(endpoint: String, status: Int, reason: String)
  /// The quota of the key is used up.
  case exhausted(endpoint: String, reason: String)
  /// The call's tokens, about, exceed the limit of tokens a minute.
  case exceedsLimit(tokens: Int, limit: Int)
  /// A web page or something else that is no answer of a model.
  case notJSON(endpoint: String, contentType: String?)
  case unreadable(endpoint: String)
  case noChoices(endpoint: String)
  /// No `finish_reason`: it may be cut anywhere, unless the endpoint says that it is over.
  case unfinished(endpoint: String, isOver: Bool = false)
  case filtered(endpoint: String, reason: String)
  /// Nothing but blanks, or thoughts.
  case empty(endpoint: String)
  /// The request has more tokens than the model takes, in the endpoint's own words.
  case tooLong(endpoint: String, reason: String)
  /// Not asked: an earlier answer has shown that no call can succeed.
  case stopped(reason: String)
  /// Not asked: the tokens or the money that the run may spend would not be enough.
  case overBudget(reason: String)
  case cancelled
}

extension ChatError {
  /// Whether the same request may succeed a little later.
  package var isRetryable: Bool {
    switch self {
    case .unreachable(_, let cause): cause.isRetryable
    case .refused(_, let status, _):
      [408, 425, 429, 500, 502, 503, 504, 529].contains(status)
    case .unfinished(_, let isOver): !isOver
    default: false
    }
  }

  /// What failed, why, and what can be done, for people; never with the key in it.
  package var message: String {
    switch self {
    case .invalidEndpoint(let reason): "the model cannot be asked: \(reason)"
    case .unreachable(let endpoint, let cause):
      "the model at \(endpoint) does not answer: \(Self.reason(cause))"
    case .refused(let endpoint, let status, let reason):
      "the model at \(endpoint) refuses: \(reason.isEmpty ? "status \(status)" : reason)"
        + Self.remedy(status)
    case .exhausted(let endpoint, let reason):
      "the model at \(endpoint) refuses: \(reason.isEmpty ? "the quota is used up" : reason)"
        + " (the quota of the key is used up)"
    case .exceedsLimit(let tokens, let limit):
      "a call of about \(tokens) tokens is more than --tpm \(limit) ever lets through"
        + " (give a higher --tpm, or none)"
    case .notJSON(let endpoint, let type):
      "\(endpoint) answers with \(type ?? "a page") and is no endpoint of a model"
        + " (is --base-url right? it mostly ends in /v1)"
    case .unreadable(let endpoint):
      "the answer of the model at \(endpoint) cannot be read: it is not of OpenAI's form"
    case .noChoices(let endpoint): "the answer of the model at \(endpoint) holds no text"
    case .unfinished(let endpoint, let isOver):
      "the answer of the model at \(endpoint) "
        + (isOver
          ? "is over without saying why (no finish_reason)"
          : "has no end (no finish_reason): it may be cut")
    case .filtered(let endpoint, let reason):
      "the model at \(endpoint) gives no answer: \(reason)"
    case .empty(let endpoint): "the answer of the model at \(endpoint) is empty"
    case .tooLong(let endpoint, let reason):
      "the text is too long for the model at \(endpoint): \(reason)"
    case .stopped(let reason): "the model is not asked any more: \(reason)"
    case .overBudget(let reason): "the model is not asked any more: \(reason)"
    case .cancelled: "cancelled"
    }
  }

  /// Why an endpoint cannot be reached, without what can be done; else the whole message.
  package var why: String {
    guard case .unreachable(_, let cause) = self else { return message }
    switch cause.cause {
    case .connect(_, let reason), .timeout(_, let reason), .tls(_, let reason),
      .reset(_, let reason), .blockedAddress(_, let reason):
      return reason
    default: return cause.message
    }
  }

  /// The transfer's failure with the options that are about models.
  private static func reason(_ cause: FetchError) -> String {
    switch cause.cause {
    case .timeout(_, let reason):
      "\(reason) (--model-timeout and --model-silence give more time)"
    case .connect(_, let reason): "\(reason) (is it running?)"
    case .dns(let host): "no address was found for the host \(host) (is --base-url right?)"
    case .tooLarge(let limit, _): "its answer is larger than \(limit) bytes"
    default: cause.message
    }
  }

  private static func remedy(_ status: Int) -> String {
    switch status {
    case 300..<400: " (it sends elsewhere, which is not followed: is --base-url right?)"
    case 401, 403: " (is OPENAI_API_KEY right?)"
    case 404: " (are --base-url, which mostly ends in /v1, and --model right?)"
    case 429: " (--rpm, --tpm and --summary-concurrency ask for less at once)"
    default: ""
    }
  }
}
