/// One message of a conversation with a model, as the wire has it.
package struct ChatMessage: Codable, Sendable, Hashable {
  /// Who speaks.
  package enum Role: String, Codable, Sendable {
    case system, user, assistant
  }

  package var role: Role
  package var content: String

  /// Makes a message.
  package init(role: Role, content: String) {
    self.role = role
    self.content = content
  }
}

/// What is posted for one answer.
///
/// Neither a temperature nor a bound of tokens: models differ in which of them they refuse.
struct ChatQuery: Encodable {
  let model: String
  let messages: [ChatMessage]
  let stream = false
}
