/// An endpoint's answer as the wire has it, read leniently: endpoints differ in what they leave out.
struct ChatReply: Decodable {
  /// One of the answers that were asked for; only the first one is read.
  struct Choice: Decodable {
    let message: Message?
    let finishReason: String?

    private enum CodingKeys: String, CodingKey {
      case message
      case finishReason = "finish_reason"
    }
  }

  /// What the model says.
  struct Message: Decodable {
    let content: ChatContent?
    let refusal: String?
  }

  let choices: [Choice]?
  let usage: ChatUsage?
  let problem: ChatProblem?

  private enum CodingKeys: String, CodingKey {
    case choices, usage, error
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    choices = try container.decodeIfPresent([Choice].self, forKey: .choices)
    // Bills that are none are no reason to lose the answer.
    let usage = try? container.decodeIfPresent(ChatUsage.self, forKey: .usage)
    self.usage = usage.flatMap { $0.isSound ? $0 : nil }
    // Some say "error": null, or {}, beside an answer.
    problem = try? container.decodeIfPresent(ChatProblem.self, forKey: .error)
  }
}

/// A message's text: a string, or parts of which those with text count.
struct ChatContent: Decodable {
  let text: String

  private struct Part: Decodable {
    let text: String?
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // One of the two forms fails by its nature.
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      text = try container.decode([Part].self).compactMap(\.text).joined()
    }
  }
}

/// What an endpoint says of its refusal: `{"error": {"message": …}}` and its many variants.
struct ChatProblem: Decodable {
  let message: String
  /// Whether the key's quota is used up, which no waiting helps.
  private(set) var isOfQuota = false

  private enum CodingKeys: String, CodingKey {
    case error, message, detail, code, type
  }

  init(from decoder: any Decoder) throws {
    // Each key is tried in turn; those of other types are as good as absent.
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      message = text
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let inner = try? container.decode(ChatProblem.self, forKey: .error) {
      message = inner.message
      isOfQuota = inner.isOfQuota
    } else if let text = try? container.decode(String.self, forKey: .message) {
      message = text
    } else {
      message = try container.decode(String.self, forKey: .detail)
    }
    // Codes of other types, mostly numbers, are as good as absent.
    let words = [CodingKeys.code, .type].map { try? container.decode(String.self, forKey: $0) }
    if words.contains("insufficient_quota") { isOfQuota = true }
  }
}

extension ChatUsage {
  /// Whether its numbers are such as a model counts, whose sums fit an `Int`.
  fileprivate var isSound: Bool {
    let counts = 0...1_000_000_000_000
    return counts.contains(promptTokens) && counts.contains(completionTokens)
  }
}
