/// What an endpoint says of its refusal: `{"error": {"message": …}}` and its many variants.
struct ChatProblem: Decodable {
  let message: String
  /// Whether the key's quota is used up, which no waiting helps.
  private(set) var isOfQuota = false
  /// The status that it would have as an answer of its own; nil where it says none.
  private(set) var status: Int?

  private enum CodingKeys: String, CodingKey {
    case error, message, detail, code, type
  }

  /// One of several objections to a request.
  private struct Objection: Decodable {
    let msg: String
  }

  /// What a kind of failure is as a status.
  private static let statuses = [
    "rate_limit_exceeded": 429, "rate_limit_error": 429, "overloaded_error": 529,
    "server_error": 500, "internal_server_error": 500, "internal_error": 500, "api_error": 500,
    "invalid_api_key": 401, "authentication_error": 401, "invalid_request_error": 400,
  ]

  init(from decoder: any Decoder) throws {
    // Each key is tried in turn; those of other types are as good as absent.
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      message = text
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let inner = try? container.decode(ChatProblem.self, forKey: .error) {
      (message, isOfQuota, status) = (inner.message, inner.isOfQuota, inner.status)
    } else if let text = try? container.decode(String.self, forKey: .message) {
      message = text
    } else if let text = try? container.decode(String.self, forKey: .detail) {
      message = text
    } else {
      let objections = try container.decode([Objection].self, forKey: .detail)
      message = objections.map(\.msg).joined(separator: "; ")
    }
    let words = [CodingKeys.code, .type].compactMap {
      try? container.decode(String.self, forKey: $0)
    }
    if words.contains("insufficient_quota") { isOfQuota = true }
    let number =
      (try? container.decode(Int.self, forKey: .code)) ?? words.compactMap(Int.init).first
    if let number, (400...599).contains(number) { status = number }
    status = status ?? words.lazy.compactMap { Self.statuses[$0] }.first
  }
}
