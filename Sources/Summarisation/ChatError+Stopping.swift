internal import Fetching

extension ChatError {
  /// Whether no further call can succeed: the key or the quota is at fault, or, as long as no call
  /// of the run has succeeded, the address, the model's name or a right that the key lacks.
  ///
  /// Where one has, a 403 or a 404 is about one text, or a gateway's; so is a 403 that speaks of
  /// moderation, or that a wall before the endpoint writes in a form of its own.
  func stopsAll(hasSucceeded: Bool) -> Bool {
    switch self {
    case .exhausted, .refused(_, 401, _): return true
    case _ where hasSucceeded: return false
    case .notJSON: return true
    case .refused(_, let status, _) where [301, 302, 307, 308, 404, 405].contains(status):
      return true
    case .refused(_, 403, let reason):
      return !reason.isEmpty && !Self.says(reason, oneOf: ["moderation", "flagged"])
    case .refused(_, let status, let reason) where [400, 422].contains(status):
      return Self.says(reason, oneOf: ["model"]) && Self.says(reason, oneOf: Self.unknown)
    default: return false
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

  /// The statuses that are given before a model has done anything, one and all.
  private static let refusals = [400, 401, 402, 403, 404, 405, 413, 422, 429, 503, 529]

  /// Whether a call that failed so, before any piece of an answer, cannot have cost anything: it
  /// was never made, or refused. A server that fails, or gives up, may have done all the work.
  var isFree: Bool {
    switch self {
    case .unreachable(_, let cause): Self.isNeverSent(cause.cause)
    case .refused(_, let status, _): Self.refusals.contains(status)
    case .exhausted, .tooLong, .invalidEndpoint, .exceedsLimit, .stopped, .overBudget:
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
