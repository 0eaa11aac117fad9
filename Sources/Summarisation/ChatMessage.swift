/// One message of a conversation with a model, as the wire has it.
package struct ChatMessage: Sendable, Hashable {
  /// Who speaks.
  package enum Role: String, Codable, Sendable {
    case system, user, assistant, tool
  }

  package var role: Role
  package var content: String
  /// What an assistant asks for instead of answering, or beside it.
  package var toolCalls: [ChatToolCall] = []
  /// Which call a tool's message answers.
  package var toolCallID: String?

  /// Makes a message.
  package init(role: Role, content: String) {
    self.role = role
    self.content = content
  }

  /// Makes the message that answers a call.
  package init(answering call: ChatToolCall, content: String) {
    self.init(role: .tool, content: content)
    toolCallID = call.id
  }

  /// Makes the message in which an assistant asks for calls.
  package init(asking calls: [ChatToolCall], content: String) {
    self.init(role: .assistant, content: content)
    toolCalls = calls
  }
}

extension ChatMessage: Codable {
  private enum CodingKeys: String, CodingKey {
    case role, content
    case toolCalls = "tool_calls"
    case toolCallID = "tool_call_id"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    role = try container.decode(Role.self, forKey: .role)
    content = try container.decodeIfPresent(String.self, forKey: .content) ?? ""
    toolCalls = try container.decodeIfPresent([ChatToolCall].self, forKey: .toolCalls) ?? []
    toolCallID = try container.decodeIfPresent(String.self, forKey: .toolCallID)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(role, forKey: .role)
    try container.encode(content, forKey: .content)
    if !toolCalls.isEmpty { try container.encode(toolCalls, forKey: .toolCalls) }
    try container.encodeIfPresent(toolCallID, forKey: .toolCallID)
  }
}
