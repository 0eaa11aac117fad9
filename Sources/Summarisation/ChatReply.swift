/// An endpoint's answer or a piece of one as the wire has it, read leniently: endpoints differ in
/// what they leave out.
struct ChatReply {
  /// One of the answers that were asked for; only the first one is read.
  struct Choice: Decodable {
    let index: Int?
    let message: Message?
    /// What an event adds to the message.
    let delta: Message?
    let finishReason: String?

    private enum CodingKeys: String, CodingKey {
      case index, message, delta
      case finishReason = "finish_reason"
    }
  }

  /// What the model says; what it thinks under a name of its own is not looked at.
  struct Message: Decodable {
    let content: ChatContent?
    let refusal: String?
    let toolCalls: [ChatCallPart]?

    private enum CodingKeys: String, CodingKey {
      case content, refusal
      case toolCalls = "tool_calls"
    }
  }

  let choices: [Choice]?
  let usage: ChatUsage?
  let problem: ChatProblem?
}

extension ChatReply: Decodable {
  private enum CodingKeys: String, CodingKey {
    case choices, usage, error, object
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    choices = try container.decodeIfPresent([Choice].self, forKey: .choices)
    // Bills that are none are no reason to lose the answer.
    let usage = try? container.decodeIfPresent(ChatUsage.self, forKey: .usage)
    self.usage = usage.flatMap { $0.isSound ? $0 : nil }
    // Some say "error": null, or {}, beside an answer.
    let problem = try? container.decodeIfPresent(ChatProblem.self, forKey: .error)
    // Others are an error as a whole, and may name no kind.
    let isProblem = (try? container.decode(String.self, forKey: .object)) == "error"
    self.problem = problem ?? (isProblem ? try? ChatProblem(from: decoder) : nil)
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

extension ChatUsage {
  /// Whether its numbers are such as a model counts, whose sums fit an `Int`.
  fileprivate var isSound: Bool {
    let counts = 0...1_000_000_000_000
    return counts.contains(promptTokens) && counts.contains(completionTokens)
  }

  /// Whether it can be the bill of what was said: zeros are what some write who count nothing.
  func isPlausible(for said: ChatSaid?) -> Bool {
    promptTokens > 0 && (completionTokens > 0 || said?.tokens ?? 0 == 0)
  }
}
