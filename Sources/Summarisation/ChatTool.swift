/// A function that a model may ask for, as it is told of it.
package struct ChatTool: Sendable, Hashable {
  package var name: String
  package var description: String
  /// The JSON Schema of its arguments, as text of JSON.
  package var parameters: String

  /// Describes a function.
  package init(name: String, description: String, parameters: String) {
    self.name = name
    self.description = description
    self.parameters = parameters
  }
}

/// What a model asks of a function.
package struct ChatToolCall: Sendable, Hashable {
  /// What the answer names; unique among the calls of a message.
  package var id: String
  package var name: String
  /// Text that ought to be a JSON object.
  package var arguments: String

  /// Makes a call.
  package init(id: String, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}

extension ChatToolCall: Codable {
  private struct Function: Codable {
    var name: String
    var arguments: String
  }

  private enum CodingKeys: String, CodingKey {
    case id, type, function
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let function = try container.decode(Function.self, forKey: .function)
    id = try container.decodeIfPresent(String.self, forKey: .id) ?? ""
    (name, arguments) = (function.name, function.arguments)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode("function", forKey: .type)
    try container.encode(Function(name: name, arguments: arguments), forKey: .function)
  }
}
