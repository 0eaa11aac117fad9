/// What an endpoint says of its refusal: `{"error": {"message": …}}` and its many variants.
struct ChatProblem: Decodable {
  let message: String
  /// Its codes and types, in small letters.
  private var kinds: [String] = []
  /// Whether the key's quota is used up, which no waiting helps.
  private(set) var isOfQuota = false
  /// The status that it would have as an answer of its own; nil where it says none.
  private(set) var status: Int?
  /// Whether the key or the model's name is at fault, whatever the answer's own status.
  private(set) var isOfCaller = false

  private enum CodingKeys: String, CodingKey {
    case error, message, detail, code, type, status, details
  }

  /// One of the details that Google adds.
  private struct Detail: Decodable {
    let reason: String?
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
      isOfQuota = says(Self.quota)
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      self = try list.decode(ChatProblem.self)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let words = [CodingKeys.code, .type, .status].compactMap {
      try? container.decode(String.self, forKey: $0)
    }
    let details = (try? container.decode([Detail].self, forKey: .details)) ?? []
    kinds = (words + details.compactMap(\.reason)).map { $0.lowercased() }
    if let inner = try? container.decode(ChatProblem.self, forKey: .error) {
      (message, isOfQuota, status) = (inner.message, inner.isOfQuota, inner.status)
      kinds += inner.kinds
    } else if let text = try? container.decode(String.self, forKey: .message) {
      message = text
    } else if let text = try? container.decode(String.self, forKey: .detail) {
      message = text
    } else if let kind = words.first(where: { !$0.isEmpty }) {
      message = kind
    } else {
      let objections = try container.decode([Objection].self, forKey: .detail)
      message = objections.map(\.msg).joined(separator: "; ")
    }
    if says(Self.quota) { isOfQuota = true }
    let number =
      (try? container.decode(Int.self, forKey: .code)) ?? words.compactMap(Int.init).first
    if let number, (400...599).contains(number) { status = number }
    status = status ?? kinds.lazy.compactMap { Self.statuses[$0] }.first
    // Some say so with another status.
    if says(Self.key) { status = 401 } else if says(Self.model) { status = 404 }
    isOfCaller = status == 401 || says(Self.model)
  }

  private static let quota = [
    "insufficient_quota", "insufficient credits", "insufficient_credits", "budget_exceeded",
    "billing_hard_limit_reached",
  ]
  private static let key = ["invalid_api_key", "api_key_invalid", "api key not valid"]
  private static let model = ["model_not_found", "not_found_error", "deploymentnotfound"]

  /// Whether a code, a type or the message has one of these words.
  private func says(_ words: [String]) -> Bool {
    let texts = kinds + [String(message.prefix(1_000)).lowercased()]
    return words.contains { word in texts.contains { $0.contains(word) } }
  }
}
