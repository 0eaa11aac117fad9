internal import Fetching

extension ChatError {
  /// Whether no further call can succeed: the key, the model's name or the quota is at fault.
  ///
  /// A 403 that speaks of moderation is about one text; a 404 that does not speak of the model may
  /// be a gateway's.
  var stopsAll: Bool {
    switch self {
    case .exhausted, .refused(_, 401, _): true
    case .refused(_, 403, let reason): !Self.says(reason, oneOf: ["moderation", "flagged"])
    case .refused(_, let status, let reason) where [400, 404, 422].contains(status):
      Self.says(reason, oneOf: ["model"]) && Self.says(reason, oneOf: Self.unknown)
    default: false
    }
  }

  /// What endpoints say of a model that they do not have.
  private static let unknown = [
    "not found", "not exist", "does not exist", "unknown model", "invalid model", "no such model",
    "not a valid model", "model_not_found", "unsupported model", "no model named",
  ]

  private static func says(_ reason: String, oneOf words: [String]) -> Bool {
    let reason = reason.lowercased()
    return words.contains { reason.contains($0) }
  }

  /// Whether a call that failed so cannot have cost anything: it was never made, or refused.
  var isFree: Bool {
    switch self {
    case .unreachable(_, let cause): Self.isNeverSent(cause.cause)
    case .refused, .exhausted, .tooLong, .invalidEndpoint, .exceedsLimit, .stopped, .overBudget:
      true
    case .notJSON, .unreadable, .noChoices, .unfinished, .filtered, .empty, .cancelled: false
    }
  }

  private static func isNeverSent(_ cause: FetchError) -> Bool {
    switch cause {
    case .dns, .connect, .tls, .blockedAddress, .invalidURL, .unsupportedScheme,
      .invalidConfiguration:
      true
    default: false
    }
  }
}
